"""What holds at one point of a page's HTML, and what a start tag changes of it."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from indexer.cleaning.markup.areas import area_of
from indexer.cleaning.markup.elements import LANDMARKS
from indexer.cleaning.markup.tokens import named_in

HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


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
    """What holds at one point of the page. Lists hold the same tags over and over: see `inside`.

    names:  what the block's class, id, role and microdata say, as written
    within: states known to hold inside elements here, by tag and attributes
    """

    tag: str = "body"
    landmark: str = ""
    class_name: str = ""
    hidden: bool = False
    linked: bool = False
    preformatted: bool = False
    areas: tuple[Area, ...] = ()
    names: str = ""
    within: dict[tuple[str, str], "State"] = field(default_factory=dict)


class Facts(NamedTuple):
    """What one start tag says: its landmark and area ("" for none), and whether it hides.

    names: its class and id, and what role and microdata say besides
    """

    landmark: str
    class_name: str
    hides: bool
    area: str
    names: str


class Block(NamedTuple):
    """A line as read, with the state it began in. Blank lines have no text and no state.

    linked_chars, chars: characters that are no spaces, in links and in all
    element:             the block that it began in; see `Elements`
    """

    text: str
    state: State | None = None
    linked_chars: int = 0
    chars: int = 0
    element: int = 0


@lru_cache(maxsize=20_000)
def facts_of(tag: str, attributes: str) -> Facts:
    """What a block's start tag says; sites repeat the same tags over and over."""
    named, role, names = named_in(attributes) if attributes else ("", "", "")
    if tag == "main" or role == "main":
        return Facts("main", named, hides("main", attributes), "main", names)
    area = "article" if tag == "article" else area_of(tag, role, named)
    return Facts(tag if tag in LANDMARKS else "", named, hides(tag, attributes), area, names)


def inside_inline(now: State, tag: str, attributes: str) -> State:
    """The state inside an inline element: it can make a link, or hide."""
    linked = now.linked or (tag == "a" and ' href="' in attributes)
    hidden = now.hidden or hides(tag, attributes)
    if linked == now.linked and hidden == now.hidden:
        return now
    key = ("a" if linked else "", "hidden" if hidden else "")
    state = now.within.get(key)
    if state is None:
        state = State(
            now.tag,
            now.landmark,
            now.class_name,
            hidden,
            linked,
            now.preformatted,
            now.areas,
            now.names,
        )
        now.within[key] = state
    return state


def hides(tag: str, attributes: str) -> bool:
    """Whether a start tag tells browsers not to show the element."""
    if tag == "body" or not attributes:
        return False
    if ' hidden="' in attributes:
        return True
    return ' style="' in attributes and HIDING_STYLE.search(attributes) is not None
