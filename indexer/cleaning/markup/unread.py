"""What nobody reads as text: scripts, styles, comments, drawings. It is cut out of the source.

It is half of most pages. One expression finds where such parts begin, and their ends are looked for
as plain strings; so time stays in line with length, whatever is left open.
"""

import re

UNREAD = (
    *("script", "style", "template", "noscript", "iframe", "noembed", "noframes", "svg", "math"),
    *("object", "canvas", "audio", "video", "map", "datalist", "applet", "xmp"),
)
BEGINS = re.compile(rf"<(?:!--|!|(?:{'|'.join(UNREAD)})(?=[\s/>]))")
COMMENT = "<!--"
COMMENT_ENDS = re.compile("--!?>")
DECLARATION = "<!"

# In source as it came: what can be told without a parser.
BULK_BEGINS = re.compile(r"<(?:!--|(?:script|style)(?=[\s/>]))")
NOSCRIPT_TAG = re.compile(r"</?noscript(?=[\s/>])[^<>]*>", re.IGNORECASE)
FRAME_TAG = re.compile(r"</?(?:noframes|frameset|frame)(?=[\s/>])[^<>]*>", re.IGNORECASE)
SCRIPT = "<script"
JSON_LD = re.compile(r"ld(?:\+|&#(?:x2b|43);)json", re.IGNORECASE)
# What stands right after one of these may be an attribute's value.
BEFORE_VALUES = "\"'="
# A source that holds more that may be values is left to the parser as it is.
MAX_DOUBTS = 50


def without_unread(source: str) -> str:
    """Mended source without what nobody reads.

    Elements of one name inside each other leave a stray end tag behind.
    """
    kept, at, open_ended = [], 0, set()
    for found in BEGINS.finditer(source):
        start, begin = found.start(), found[0]
        if start < at or begin in open_ended:
            continue
        end = end_of(source, start, begin)
        if end:
            kept.append(source[at:start])
            at = end
        else:
            open_ended.add(begin)
    kept.append(source[at:])
    return "".join(kept)


def seen_without_scripts(source: str) -> str:
    """The source as a reader without scripts sees it: what <noscript> holds is shown.

    >>> seen_without_scripts("<body><noscript><p>Text</p></noscript>")
    '<body><p>Text</p>'
    """
    return NOSCRIPT_TAG.sub("", source)


def seen_without_frames(source: str) -> str:
    """The source as a reader without frames sees it: what <noframes> holds is shown.

    >>> seen_without_frames("<frameset><frame src='a'><noframes><p>Text</p></noframes></frameset>")
    '<p>Text</p>'
    """
    return FRAME_TAG.sub("", source)


def without_bulk(source: str) -> str:
    """Source as it came, without the scripts, styles and comments whose ends are beyond doubt.

    JSON-LD stays.
    """
    kept, at, past, doubts = [], 0, 0, 0
    for found in BULK_BEGINS.finditer(source):
        start, begin = found.start(), found[0]
        if start < past:
            continue
        valued = start > 0 and source[start - 1] in BEFORE_VALUES
        end = 0 if valued else end_of(source, start, begin)
        # A value can hold a script whose end is written as in JavaScript.
        if not end or source.find(rf"<\/{begin[1:]}", start, end) >= 0:
            doubts += 1
            if doubts > MAX_DOUBTS:
                break
            continue
        past = end
        if begin == SCRIPT and is_json_ld(source, start, end):
            continue
        kept.append(source[at:start])
        at = end
    kept.append(source[at:])
    return "".join(kept)


def is_json_ld(source: str, start: int, end: int) -> bool:
    """Whether a script is data in JSON-LD, and ends for the parser where it ends for us."""
    if JSON_LD.search(source, start, source.index(">", start)) is None:
        return False
    return source.find(COMMENT, start, end) < 0 or source.find(SCRIPT, start + 1, end) < 0


def end_of(source: str, start: int, begin: str) -> int:
    """Where the part that begins with these signs ends, or 0 where it does not.

    >>> end_of("<!-- a --> b", 0, "<!--"), end_of("<svg><path/></svg> b", 0, "<svg")
    (10, 18)
    """
    if begin == COMMENT:
        if source.startswith((">", "->"), start + len(begin)):
            return source.index(">", start) + 1
        ended = COMMENT_ENDS.search(source, start + len(begin))
        return ended.end() if ended is not None else 0
    last = ">" if begin == DECLARATION else f"</{begin[1:]}>"
    end = source.find(last, start)
    return end + len(last) if end >= 0 else 0
