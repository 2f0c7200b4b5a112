"""What holds at one point of a page's HTML, and what a start tag changes of it."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from indexer.cleaning.markup.areas import area_of
from indexer.cleaning.markup.elements import HEADINGS, LANDMARKS
from indexer.cleaning.markup.tokens import named_in

HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
PREFORMATTED = frozenset({"pre", "textarea"})
# Tags with longer attributes hold a page's data: they are not remembered.
MAX_KNOWN_CHARS = 2_000


@dataclass(eq=False, slots=True)
class Area:
    """A part of the page that a tag or its class fences off, and the words found in it.

    kind:   "menu", "sidebar" …, or "main" for what is marked as main content
    words:  visible words outside links
    """

    kind: str
    words: int = 0


@dataclass(eq=False, slots=True)
class State:
    """What holds at one point of the page, whatever block it is in.

    Few tags change it, so that many lines share one.

    inline: the states inside a link and inside what is hidden here, once they were met
    """

    landmark: str = ""
    hidden: bool = False
    linked: bool = False
    preformatted: bool = False
    areas: tuple[Area, ...] = ()
    inline: dict[tuple[bool, bool], "State"] = field(default_factory=dict)


class Facts(NamedTuple):
    """What a block's start tag says: its landmark and area ("" for none), and whether it hides.

    level:  1-6 for a heading, else 0
    names:  its class and id, and what role and microdata say besides
    end:    its end tag
    plain:  whether the state inside it is that around it
    """

    tag: str
    level: int = 0
    landmark: str = ""
    class_name: str = ""
    hides: bool = False
    area: str = ""
    names: str = ""
    end: str = ""
    plain: bool = True


BODY = Facts("body")


class Block(NamedTuple):
    """A line as read: the block and the state it began in. Blank lines have no text and no state.

    linked_chars, chars: characters that are no spaces, in links and in all
    element:             the number of the block that it began in; see `Elements`
    """

    text: str
    facts: Facts = BODY
    state: State | None = None
    linked_chars: int = 0
    chars: int = 0
    element: int = 0


def facts_of(tag: str, attributes: str) -> Facts:
    """What a block's start tag says."""
    if not attributes:
        return bare_facts(tag)
    if len(attributes) > MAX_KNOWN_CHARS:
        return read_facts(tag, attributes)
    return known_facts(tag, attributes)


def read_facts(tag: str, attributes: str) -> Facts:
    """What a block's start tag says, read from its attributes as written."""
    named, role, names = named_in(attributes) if attributes else ("", "", "")
    if tag == "main" or role == "main":
        landmark, area = "main", "main"
    else:
        landmark = tag if tag in LANDMARKS else ""
        area = "article" if tag == "article" else area_of(tag, role, named)
    hiding = hides(tag, attributes)
    plain = not (landmark or area or hiding or tag in PREFORMATTED)
    level = HEADINGS.get(tag, 0)
    return Facts(tag, level, landmark, named, hiding, area, names, "/" + tag, plain)


# Sites repeat the same tags over and over.
known_facts = lru_cache(maxsize=20_000)(read_facts)


@lru_cache(maxsize=500)
def bare_facts(tag: str) -> Facts:
    """What a block's start tag says that has no attributes."""
    return read_facts(tag, "")


def inside_inline(now: State, tag: str, attributes: str) -> State:
    """The state inside an inline element: it can make a link, or hide."""
    linked = now.linked or (tag == "a" and ' href="' in attributes)
    hidden = now.hidden or hides(tag, attributes)
    if linked == now.linked and hidden == now.hidden:
        return now
    state = now.inline.get((linked, hidden))
    if state is None:
        state = State(now.landmark, hidden, linked, now.preformatted, now.areas)
        now.inline[linked, hidden] = state
    return state


def hides(tag: str, attributes: str) -> bool:
    """Whether a start tag tells browsers not to show the element."""
    if tag == "body" or not attributes:
        return False
    if ' hidden="' in attributes:
        return True
    return ' style="' in attributes and HIDING_STYLE.search(attributes) is not None
