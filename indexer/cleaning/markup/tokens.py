"""HTML as a flat run of tags and text, from a parser that mends it first.

The parser (resiliparse) closes what was left open and quotes what was not; we ask it for the mended
source and walk that with one expression. Nothing recurses, so a million nested tags cost no more
than a million tags in a row; and stepping through source is several times faster in Python than
stepping from node to node.
"""

import html
import re
from collections.abc import Iterator

from indexer.cleaning.markup.elements import BLOCKS

# "/" and a name, then the attributes as written: a value is quoted, and holds any sign; a name can
# hold a quote, as in <p class="a"">.
TAG = re.compile(r"<(/?[a-zA-Z][^\s/>]*+)((?:[^>=\"]*+(?:=\"[^\"]*+\"|[=\"]))*+[^>=\"]*+)>")
ATTRIBUTE = re.compile(r"\s(class|id|role|itemprop|itemtype)=\"([^\"]*)\"", re.IGNORECASE)

# The parser compares each attribute of a tag with all before it: 32,000 took 4 s here.
MAX_TAG_CHARS = 100_000
MAX_ATTRIBUTES = 5_000
START_TAG = re.compile(r"""<[a-zA-Z](?:[^"'>]++|"[^"]*+"|'[^']*+')*+""")
# A value that holds a page's data is one attribute, however long.
QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")

ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
LINE_TAG = re.compile(rf"</?(?:br|{'|'.join(sorted(BLOCKS))})\b[^<>]*>")

# Text, then the tag after it: its name in lower case, "/" before it for an end tag ("" at the end
# of the page), its attributes as written. Plain tuples: there are thousands in a page.
Token = tuple[str, str, str]


def tokens(source: str) -> Iterator[Token]:
    """The text and tags of readable source in order. Tags are balanced, but for stray end tags."""
    parts = iter((*TAG.split(source), "", ""))
    return zip(parts, parts, parts, strict=True)


def bare_lines(source: str) -> list[str]:
    """The lines of HTML with no account of its tags: fast however many there are."""
    lines = unescape(ANY_TAG.sub("", LINE_TAG.sub("\n", source))).split("\n")
    return [line for line in (" ".join(line.split()) for line in lines) if line]


def has_giant_tag(source: str) -> bool:
    """Whether some tag has so many attributes that parsing would take minutes."""
    if len(source) <= MAX_TAG_CHARS:
        return False
    return any(
        found.end() - found.start() > MAX_TAG_CHARS
        and len(QUOTED.sub("", found[0]).split()) > MAX_ATTRIBUTES
        for found in START_TAG.finditer(source)
    )


def unescape(text: str) -> str:
    """The text with its entities resolved."""
    return html.unescape(text) if "&" in text else text


def named_in(written: str) -> tuple[str, str, str]:
    """The class and id of a tag as one string; its role; these and what microdata says.

    Of each name the first counts.
    """
    found: dict[str, str] = {}
    for name, value in ATTRIBUTE.findall(written):
        found.setdefault(name.lower(), unescape(value))
    get = found.get
    named, role = f"{get('class', '')} {get('id', '')}".strip(), get("role", "")
    kind = get("itemtype", "").rpartition("/")[2]
    return named, role, f"{named} {role} {get('itemprop', '')} {kind}".strip()
