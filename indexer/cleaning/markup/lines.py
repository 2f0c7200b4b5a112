"""A page's HTML as lines with evidence."""

from dataclasses import dataclass

from indexer.cleaning.line import Line, read_bare_lines, read_lines
from indexer.cleaning.markup.evidence import Elements, Markup
from indexer.cleaning.markup.parsed import Parsed, mend, parse
from indexer.cleaning.markup.reader import Reader, squeezed
from indexer.cleaning.markup.state import Area, Block, State
from indexer.cleaning.markup.tokens import bare_lines
from indexer.cleaning.markup.unread import (
    seen_without_frames,
    seen_without_scripts,
    without_unread,
)

TOO_MANY = "too many tags or attributes: read as plain text"

# An area that holds more of the page's unlinked words than this is the page, whatever its class
# says.
MAX_AREA_SHARE = 0.4

# The part marked as main is believed when it holds at least this share of the unlinked words.
MIN_MAIN_SHARE = 0.25
# A lone article among other content must hold more: pages of teasers have one too.
MIN_ARTICLE_SHARE = 0.5
# Where more than this share of the words is hidden, a script shows them: hidden says nothing.
MAX_HIDDEN_SHARE = 0.5

# A page that shows fewer words than this is looked at as one without scripts or frames sees it.
MIN_SHOWN_WORDS = 50


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What reading a page's HTML gives.

    title:    what its <title> says, on one line, or ""
    flags:    what a person should look at
    elements: its block elements, or None where the tags were not read
    """

    title: str
    lines: tuple[Line, ...]
    flags: tuple[str, ...] = ()
    elements: Elements | None = None


def read_html(html: str) -> HtmlPage:
    """The lines of a page; of one with too many tags, without what the tags say."""
    return read_parsed(parse(html))


def read_parsed(page: Parsed) -> HtmlPage:
    """The lines of a page that was parsed."""
    source = page.source
    readable = without_unread(page.mended) if page.tree is not None else source
    if page.flooded:
        return HtmlPage("", tuple(read_bare_lines(bare_lines(readable))), (TOO_MANY, *page.flags))
    reader, total = shown(readable)
    if total < MIN_SHOWN_WORDS:
        reader, total = shown_to_others(source, total) or (reader, total)
    main = main_area(reader.areas, total)
    hiding = hidden_share(reader.blocks) <= MAX_HIDDEN_SHARE
    known: dict[tuple[Area, ...], tuple[tuple[str, ...], bool | None]] = {}
    markups: list[Markup | None] = []
    for block in reader.blocks:
        if block.state is None:
            markups.append(None)
            continue
        areas = block.state.areas
        if areas not in known:
            known[areas] = believed(areas, total), None if main is None else main in areas
        markups.append(markup_of(block, block.state, *known[areas], hiding=hiding))
    lines = read_lines([block.text for block in reader.blocks], markups)
    return HtmlPage(squeezed("".join(reader.title)), tuple(lines), page.flags, reader.elements)


def shown_to_others(source: str, total: int) -> tuple[Reader, int] | None:
    """What a page shows to readers without scripts or frames, or None where that is little.

    total: how many words it shows to others
    """
    lowered = source.lower()
    if "<noscript" in lowered:
        found = shown(without_unread(mend(seen_without_scripts(source))))
        if found[1] >= MIN_SHOWN_WORDS:
            return found
    if "<frameset" in lowered:
        found = shown(without_unread(mend(seen_without_frames(source))))
        if found[1] > total:
            return found
    return None


def shown(readable: str) -> tuple[Reader, int]:
    """What a page shows, and how many visible words outside links."""
    reader = Reader()
    reader.read(readable)
    return reader, count_words(reader.blocks)


def count_words(blocks: list[Block]) -> int:
    """Count the page's visible words outside links, and those of each area."""
    total = 0
    for block in blocks:
        if block.state is None or block.state.hidden:
            continue
        unlinked = 1 - block.linked_chars / block.chars if block.linked_chars else 1.0
        words = round((block.text.count(" ") + 1) * unlinked) if block.chars else 0
        total += words
        for area in block.state.areas:
            area.words += words
    return total


def main_area(areas: list[Area], total: int) -> Area | None:
    """The part that the page marks as its main content, or None where no mark can be believed."""
    for kind, share in (("main", MIN_MAIN_SHARE), ("article", MIN_ARTICLE_SHARE)):
        marked = [area for area in areas if area.kind == kind]
        largest = max(marked, key=lambda area: area.words, default=None)
        if largest is not None and largest.words > total * share:
            return largest
    return None


def hidden_share(blocks: list[Block]) -> float:
    """How much of the text is hidden, 0-1, in characters."""
    hidden = sum(len(block.text) for block in blocks if block.state and block.state.hidden)
    return hidden / max(1, sum(len(block.text) for block in blocks))


def believed(areas: tuple[Area, ...], total: int) -> tuple[str, ...]:
    """The kinds of furniture among these areas that hold too little to be the page itself."""
    return tuple(
        area.kind
        for area in areas
        if area.kind not in ("main", "article") and area.words <= total * MAX_AREA_SHARE
    )


def markup_of(
    block: Block, state: State, areas: tuple[str, ...], in_main: bool | None, *, hiding: bool
) -> Markup:
    """The evidence for one line."""
    return Markup(
        block.facts.tag,
        block.facts.level,
        state.landmark,
        block.facts.class_name,
        block.linked_chars / block.chars if block.linked_chars else 0.0,
        state.hidden and hiding,
        areas,
        in_main,
        block.element,
    )
