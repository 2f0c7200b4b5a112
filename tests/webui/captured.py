"""An archive with a page captured twice, a hostile one in HTML, and a long one."""

from datetime import UTC, datetime
from pathlib import Path

from archive import Archive
from archive.capture import Capture
from archive.corrections import Correction
from archive.document import Document
from indexer import prepare
from tests.webui.pages import page

FIRST = datetime(2020, 5, 6, 7, tzinfo=UTC)
SECOND = datetime(2021, 5, 6, 7, tzinfo=UTC)
URL = "https://harbour.example/minutes"

BEFORE = """<!doctype html><html lang="en"><head><title>Minutes of the council</title>
<meta name="author" content="Ann Roy"><meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2018-03-03"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<article><h1>Minutes of the council</h1><h3>Housing</h3>
<p>The council of Hamilton met on Monday evening and spoke for two hours about the shelters, which
had been full since the autumn of 2017, as the nurses had told its members more than once.</p>
<h2>Police</h2>
<p>The chief of police said that officers would no longer ask anyone for papers at the clinics.</p>
</article><footer>Copyright 2018 Harbour Post. All rights reserved.</footer></body></html>"""
AFTER = BEFORE.replace("Monday evening", "Tuesday evening").replace(
    "<h2>Police</h2>", "<h2>Police</h2><p>This paragraph was added after the motion passed.</p>"
)

# Each line tries to run a script, to ask for a file, or to lead the reader away.
ATTACKS = """
<script>alert(1)</script><script src="https://evil.example/x.js"></script>
<img src="https://evil.example/p.gif" alt="A pixel" onerror="alert(2)"><svg onload="alert(3)"></svg>
<a href="javascript:alert(4)" ping="https://evil.example/a" onclick="alert(5)">A link</a>
<meta http-equiv="refresh" content="0;url=https://evil.example/b">
<base href="https://evil.example/"><link rel="stylesheet" href="https://evil.example/c.css">
<link rel="preload" href="https://evil.example/d">
<style>@import url(https://evil.example/e.css); p { color: url(https://evil.example/f) }</style>
<p style="color: red; background: url(https://evil.example/g)" onmouseover="alert(6)">Red words</p>
<p style="background-image:\\75 rl(https://evil.example/h); width: expression(alert(7))">Plain</p>
<iframe src="https://evil.example/i"></iframe><object data="https://evil.example/j"></object>
<form action="https://evil.example/k"><input name="q" autofocus onfocus="alert(8)">
<button>Send</button></form>
<video src="https://evil.example/l" poster="https://evil.example/m" autoplay></video>
<math><mtext></p><img src=x onerror=alert(9)></mtext></math>
<noscript><p title="</noscript><img src=x onerror=alert(10)>">Without scripts</p></noscript>
<template><img src=x onerror=alert(11)></template>
<details open ontoggle="alert(12)"><summary>More</summary>Details</details>
<p title='"><script>alert(13)</script>'>A title</p><embed src="https://evil.example/n">
"""
TELLS = "<p>The council told the nurses of the harbour that the clinics would stay open to all.</p>"
HOSTILE_PAGE = f"""<!doctype html><html><head><title>Hostile</title><script>alert(0)</script>
</head><body>{TELLS}{ATTACKS}{TELLS}</body></html>"""

LONG_PARAGRAPHS = 4_000
HERONS = 700  # every so many paragraphs


def build(folder: Path) -> Archive:
    """A new archive; its caller closes it."""
    archive = Archive.create(folder)
    run = archive.begin_run("test", ("pages",))
    for html, when in ((BEFORE, FIRST), (AFTER, SECOND)):
        capture = Capture(html.encode(), "text/html", URL, when, "minutes.html")
        archive.add(run, capture, made(capture))
    capture = Capture(
        HOSTILE_PAGE.encode(), "text/html", "https://evil.example/page", FIRST, "hostile.html"
    )
    archive.add(run, capture, made(capture))
    archive.add(run, *page("A long page", long_text(), url="https://harbour.example/long"))
    archive.finish_run(run)
    minutes = next(i for i in archive.find_ids("") if archive.get(i).title.startswith("Minutes"))
    archive.correct(
        Correction(minutes, "source", '"The Gazette"', "Seen in print", "R. Roe", SECOND)
    )
    return archive


def made(capture: Capture) -> Document:
    """What becomes of a capture."""
    document = prepare(capture)
    assert isinstance(document, Document)
    return document


def long_text() -> str:
    """Some 300,000 characters, with a rare word in some paragraphs."""
    return "\n\n".join(
        f"Paragraph {i} of the long page tells of the harbour, its nurses and its boats"
        f"{' and a heron' if i % HERONS == 50 else ''}."
        for i in range(LONG_PARAGRAPHS)
    )
