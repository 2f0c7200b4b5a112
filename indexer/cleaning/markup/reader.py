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
from indexer.cleaning.markup.state import (
    BODY,
    PREFORMATTED,
    Area,
    Block,
    Facts,
    State,
    facts_of,
    inside_inline,
)
from indexer.cleaning.markup.tokens import tokens, unescape

HTML_SPACES = re.compile(r"[ \t\n\f\r]+")
HTML_SPACE = " \t\n\f\r"
LINE_ENDS = re.compile(r"\r\n|\r|\n")

# How the loop treats a tag: an inline one, one with no end, a cell, one that begins or ends a block
# (a paragraph and a list's item are blocks too).
INLINE, ALONE, CELL, BLOCK, PARAGRAPH, ITEM, ITEM_END = range(7)
EDGES = {edge: BLOCK for tag in BLOCKS for edge in (tag, "/" + tag)}
GAPS = {edge: PARAGRAPH for tag in PARAGRAPHS for edge in (tag, "/" + tag)}
ITEMS = {"li": ITEM, "/li": ITEM_END}
KINDS = EDGES | GAPS | ITEMS | dict.fromkeys(CELLS, CELL) | dict.fromkeys(VOID, ALONE)
# Of the tags that have no end, those that end a line.
BREAKS = {"br": BLOCK, "hr": PARAGRAPH}

# More areas inside one another say nothing new, and would make deep nesting slow.
MAX_AREAS = 6

# An open element: its end tag, then the block, the state and the element's number to return to.
Open = tuple[str, Facts, State, int]


@dataclass(slots=True)
class Reader:
    """Collects the lines of one page.

    block:   the block or cell that is open, and `element` its number
    stack:   the open elements; no end tag closes the first
    began:   the state in which the line in hand began, or None; `began_at` is its block and number
    aside:   hidden lines met inside a line that is shown
    """

    blocks: list[Block] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    block: Facts = BODY
    state: State = field(default_factory=State)
    stack: list[Open] = field(default_factory=lambda: [("no end", BODY, State(), 0)])
    elements: Elements = field(default_factory=lambda: Elements([0], ["body"], [""]))
    element: int = 0
    pieces: list[str] = field(default_factory=list)
    aside: list[Block] = field(default_factory=list)
    began: State | None = None
    began_at: tuple[Facts, int] = (BODY, 0)
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
            if stack[-1][0] == tag:
                if kind:
                    self.end_line(kind)
                _, self.block, self.state, self.element = stack.pop()
            elif kind >= CELL and tag[0] != "/":
                self.enter(facts_of(tag, attributes), kind)
            elif kind == INLINE and tag[:1] != "/":
                stack.append(("/" + tag, self.block, self.state, self.element))
                if attributes:
                    self.state = inside_inline(self.state, tag, attributes)
            elif tag in BREAKS:
                self.end_line(BREAKS[tag])
        self.flush()

    def enter(self, facts: Facts, kind: int) -> None:
        """Enter a block or a cell."""
        if kind != CELL:
            self.end_line(kind)
        elif self.pieces:
            self.pieces.append(CELL_SEPARATOR)
        element = self.element
        self.stack.append((facts.end, self.block, self.state, element))
        self.block = facts
        if not facts.plain:
            self.state = self.entered(facts)
        parents, tags, names = self.elements
        parents.append(element)
        self.element = len(tags)
        tags.append(facts.tag)
        names.append(facts.names)

    def entered(self, facts: Facts) -> State:
        """The state inside a block or a cell that changes it."""
        now = self.state
        return State(
            facts.landmark or now.landmark,
            now.hidden or facts.hides,
            now.linked,
            now.preformatted or facts.tag in PREFORMATTED,
            self.areas_inside(facts.area) if facts.area else now.areas,
        )

    def areas_inside(self, kind: str) -> tuple[Area, ...]:
        """The areas in force inside an element that opens one of this kind.

        Each is one of its own, and counts its own words.
        """
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
            self.aside.append(Block(squeezed(text), self.block, state, element=self.element))
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
        state = self.state
        if self.began is None:
            if not text:
                return
            self.began, self.began_at = state, (self.block, self.element)
        self.pieces.append(text)
        count = len(text) - text.count(" ")
        self.chars += count
        if state.linked:
            self.linked_chars += count

    def end_line(self, kind: int) -> None:
        """End the line in hand at a tag of this kind that begins or ends a block."""
        if self.pieces or self.aside:
            self.flush(squeeze=not self.state.preformatted)
        if kind == PARAGRAPH:
            self.gap = True
        elif kind in (ITEM, ITEM_END):
            self.bullet = kind == ITEM

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
        block, element = self.began_at
        self.blocks.append(Block(text, block, state, self.linked_chars, self.chars, element))


BLANK = Block("")


def squeezed(text: str) -> str:
    """The text with runs of HTML's spaces as one space, none at the ends."""
    text = text.strip(HTML_SPACE)
    if "  " in text or "\n" in text or "\t" in text or "\r" in text or "\f" in text:
        return HTML_SPACES.sub(" ", text)
    return text
