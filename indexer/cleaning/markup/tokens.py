"""HTML as a flat run of tags and text, from a parser that mends it first.

The parser (resiliparse) closes what was left open and quotes what was not; we ask it for the mended
source and walk that with one expression. Nothing recurses, so a million nested tags cost no more
than a million tags in a row; and stepping through source is several times faster in Python than
stepping from node to node.
"""

import html
import re
from collections.abc import Iterator

from resiliparse.parse.html import HTMLTree

from indexer.cleaning.markup.elements import BLOCKS

TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)((?:\s[^\s>/]+?=\"[^\"]*\")*)\s*/?>")
ATTRIBUTE = re.compile(r"\s([^\s>/]+?)=\"([^\"]*)\"")

# What nobody reads as text. Elements of one name inside each other leave a stray end tag behind,
# which the reader passes over.
UNREAD = re.compile(
    r"<(script|style|template|noscript|iframe|noembed|noframes|svg|math|object|canvas|audio|video"
    r"|map|datalist|applet|xmp)\b[^>]*>.*?</\1>|<!--.*?-->|<![^>]*>",
    re.DOTALL,
)

# The parser compares each attribute of a tag with all before it: 32,000 took 4 s here.
MAX_TAG_CHARS = 100_000
MAX_ATTRIBUTES = 5_000
START_TAG = re.compile(r"""<[a-zA-Z](?:[^"'>]++|"[^"]*+"|'[^']*+')*+""")

ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
LINE_TAG = re.compile(rf"</?(?:br|{'|'.join(sorted(BLOCKS))})\b[^<>]*>")

# Text, then the tag after it: "/" for an end tag, its name in lower case ("" at the end of the
# page), its attributes as written. Plain tuples: there are thousands in a page.
Token = tuple[str, str, str, str]


def tokens(source: str) -> Iterator[Token]:
    """The page's text and tags in order, tags balanced, without what nobody reads."""
    parts = TAG.split(UNREAD.sub("", mend(source)))
    parts += ("", "", "")
    return zip(parts[0::4], parts[1::4], parts[2::4], parts[3::4], strict=True)


def bare_lines(source: str) -> list[str]:
    """The lines of HTML with no account of its tags: fast however many there are."""
    lines = unescape(ANY_TAG.sub("", LINE_TAG.sub("\n", source))).split("\n")
    return [line for line in (" ".join(line.split()) for line in lines) if line]


def has_giant_tag(source: str) -> bool:
    """Whether some tag has so many attributes that parsing would take minutes."""
    if len(source) <= MAX_TAG_CHARS:
        return False
    return any(
        found.end() - found.start() > MAX_TAG_CHARS and len(found[0].split()) > MAX_ATTRIBUTES
        for found in START_TAG.finditer(source)
    )


def mend(source: str) -> str:
    """The source with every element closed and every attribute quoted."""
    if not source.strip():
        return ""
    # A lone half of a surrogate pair cannot be encoded for the parser.
    document = HTMLTree.parse(source.encode("utf-8", "replace").decode("utf-8")).document
    return document.html if document is not None else ""


def unescape(text: str) -> str:
    """The text with its entities resolved."""
    return html.unescape(text) if "&" in text else text


def attributes_of(written: str) -> dict[str, str]:
    """The attributes of a tag by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for name, value in ATTRIBUTE.findall(written):
        found.setdefault(name.lower(), unescape(value))
    return found
