"""Reading HTML as lines: one walk over its tags, with the state that holds at each of them."""

import re
from dataclasses import dataclass, field

from indexer.cleaning.markup.elements import (
    BLOCKS,
    BULLET,
    CELL_SEPARATOR,
    CELLS,
    PARAGRAPHS,
    VOID,
)
from indexer.cleaning.markup.evidence import Elements
from indexer.cleaning.markup.state import Area, Block, State, facts_of, inside_inline
from indexer.cleaning.markup.tokens import tokens, unescape

HTML_SPACES = re.compile(r"[ \t\n\f\r]+")
HTML_SPACE = " \t\n\f\r"
# What is not one space alone: squeezing a text without any of these changes nothing.
UNEVEN = re.compile(r"[\t\n\f\r]|  ")
LINE_ENDS = re.compile(r"\r\n|\r|\n")

# How the loop treats a tag: one that begins or ends a block, a cell, one with no end, any other.
INLINE, BLOCK, CELL, ALONE = range(4)
BLOCK_EDGES = (*BLOCKS, *(f"/{tag}" for tag in BLOCKS))
KINDS = dict.fromkeys(BLOCK_EDGES, BLOCK) | dict.fromkeys(CELLS, CELL) | dict.fromkeys(VOID, ALONE)
PARAGRAPH_EDGES = PARAGRAPHS | {f"/{tag}" for tag in PARAGRAPHS}

PREFORMATTED = frozenset({"pre", "textarea"})

# More areas inside one another say nothing new, and would make deep nesting slow.
MAX_AREAS = 6


@dataclass(slots=True)
class Reader:
    """Collects the lines of one page.

    stack:   for each open element its end tag, the state and the block to return to
    element: the number of the block or cell that is open
    began:   the state in which the line in hand began, or None; `began_in` is its element
    aside:   hidden lines met inside a line that is shown
    """

    blocks: list[Block] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    state: State = field(default_factory=State)
    stack: list[tuple[str, State, int]] = field(default_factory=lambda: [("", State(), 0)])
    elements: Elements = field(default_factory=lambda: Elements([0], ["body"], [""]))
    element: int = 0
    pieces: list[str] = field(default_factory=list)
    aside: list[Block] = field(default_factory=list)
    began: State | None = None
    began_in: int = 0
    linked_chars: int = 0
    chars: int = 0
    gap: bool = False
    bullet: bool = False

    def read(self, source: str) -> None:
        """Read the whole page. This loop runs for each tag, so it looks twice at none."""
        stack, pieces, kind_of = self.stack, self.pieces, KINDS.get
        for text, tag, attributes in tokens(source):
            if text and (pieces or text.strip(HTML_SPACE) or self.state.preformatted):
                self.take_text(text)
            kind = kind_of(tag, INLINE)
            if stack[-1][0] == tag and tag:
                if kind:
                    self.end_line(tag)
                _, self.state, self.element = stack.pop()
            elif tag[:1] == "/" or kind == ALONE:
                if tag == "br" or tag == "hr":
                    self.end_line(tag)
            elif kind:
                self.enter(tag, attributes, kind)
            else:
                stack.append(("/" + tag, self.state, self.element))
                if attributes:
                    self.state = inside_inline(self.state, tag, attributes)
        self.flush()

    def enter(self, tag: str, attributes: str, kind: int) -> None:
        """Enter a block or a cell."""
        if kind == BLOCK:
            self.end_line(tag)
        elif self.pieces:
            self.pieces.append(CELL_SEPARATOR)
        now = self.state
        self.stack.append(("/" + tag, now, self.element))
        self.state = now.within.get((tag, attributes)) or self.entered(tag, attributes)
        parents, tags, names = self.elements
        parents.append(self.element)
        tags.append(tag)
        names.append(self.state.names)
        self.element = len(parents) - 1

    def entered(self, tag: str, attributes: str) -> State:
        """The state inside a block or a cell."""
        now = self.state
        landmark, class_name, hides, area, names = facts_of(tag, attributes)
        state = State(
            tag,
            landmark or now.landmark,
            class_name,
            now.hidden or hides,
            now.linked,
            now.preformatted or tag in PREFORMATTED,
            self.areas_inside(area) if area else now.areas,
            names,
        )
        if not area:  # Each area is one of its own, and counts its own words.
            now.within[tag, attributes] = state
        return state

    def areas_inside(self, kind: str) -> tuple[Area, ...]:
        """The areas in force inside an element that opens one of this kind."""
        areas = self.state.areas
        if len(areas) >= MAX_AREAS:
            return areas
        if kind == "page-footer" and self.state.landmark in ("article", "main"):
            kind = "article-footer"
        area = Area(kind)
        self.areas.append(area)
        return (*areas, area)

    def take_text(self, text: str) -> None:
        """Add text to the line in hand."""
        if "&" in text:
            text = unescape(text)
        state = self.state
        if self.stack[-1][0] == "/title":
            self.title.append(text)
        elif state.preformatted:
            self.take_preformatted(text)
        elif state.hidden and not self.hides_line():
            self.aside.append(Block(squeezed(text), state, element=self.element))
        else:
            self.add(text)

    def hides_line(self) -> bool:
        """Whether the hidden element fills its own line, or lies inside a line that is shown."""
        return self.began is None or self.began.hidden

    def take_preformatted(self, text: str) -> None:
        """Add text whose line ends count."""
        first, *rest = LINE_ENDS.split(text)
        self.add(first)
        for line in rest:
            self.flush(squeeze=False)
            self.add(line)

    def add(self, text: str) -> None:
        """Add to the line in hand, which begins here if it has not."""
        if self.began is None:
            if not text:
                return
            self.began, self.began_in = self.state, self.element
        self.pieces.append(text)
        count = len(text) - text.count(" ")
        self.chars += count
        if self.state.linked:
            self.linked_chars += count

    def end_line(self, tag: str) -> None:
        """End the line in hand at a tag that begins or ends a block."""
        if self.pieces or self.aside:
            self.flush(squeeze=not self.state.preformatted)
        if tag in PARAGRAPH_EDGES:
            self.gap = True
        elif tag == "li" or tag == "/li":
            self.bullet = tag == "li"

    def flush(self, *, squeeze: bool = True) -> None:
        """Put the line in hand down, with a blank line before it where a paragraph ended."""
        if self.began is not None:
            text = "".join(self.pieces) if len(self.pieces) > 1 else self.pieces[0]
            text = squeezed(text) if squeeze else text
            if text:
                self.put(text, self.began)
        self.pieces.clear()
        self.began, self.linked_chars, self.chars = None, 0, 0
        if self.aside:
            self.blocks.extend(block for block in self.aside if block.text)
            self.aside.clear()

    def put(self, text: str, state: State) -> None:
        """Add a line that is not blank."""
        if self.gap and self.blocks:
            self.blocks.append(BLANK)
        self.gap = False
        if self.bullet:
            text, self.bullet = BULLET + text, False
        self.blocks.append(Block(text, state, self.linked_chars, self.chars, self.began_in))


BLANK = Block("")


def squeezed(text: str) -> str:
    """The text with runs of HTML's spaces as one space, none at the ends."""
    if UNEVEN.search(text):
        text = HTML_SPACES.sub(" ", text)
    return text.strip(" ")
