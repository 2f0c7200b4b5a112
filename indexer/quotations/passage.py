"""A passage of a page beside what was quoted, ready to be told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from archive.document import Document, PublicationDate, RemovedLine
from indexer.query.nodes import Scope
from indexer.quotations.comparing import Kind, Part, parts_of
from indexer.quotations.page_words import PageWords
from indexer.quotations.placing import Placed, Where, place
from indexer.quotations.quoted import Segment

# From here on a passage is told as nearly the quotation (docs/quotations.md).
NEARLY = 0.6
# What is not word for word is never told as the whole.
MOST_NEARLY = 0.99

# Characters of the page that are told before and after a passage.
AROUND = 120
SPACES = re.compile(r"\s+")
# What "[…]" stands for is told up to so many characters at each end.
MOST_OMITTED = 80


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a page says it, or comes near it.

    start, end: characters of the text, of the title, or of the removed lines one under another
    lines:      the removed lines that it stands in, each with its rule; none elsewhere
    similarity: how much both agree, 0 to 1;  exact: word for word
    before, after: what the page says around it, on one line, cut at spaces
    """

    id: str
    title: str
    url: str | None
    source: str | None
    language: str
    published: PublicationDate | None
    where: Where
    start: int
    end: int
    lines: tuple[RemovedLine, ...]
    similarity: float
    exact: bool
    parts: tuple[Part, ...]
    before: str
    after: str

    @property
    def share(self) -> float:
        """The similarity as it is told, in whole hundredths: what is told decides what is near."""
        return 1.0 if self.exact else min(round(self.similarity * 100) / 100, MOST_NEARLY)

    @property
    def near(self) -> bool:
        """Whether it is nearly the quotation, at least."""
        return self.share >= NEARLY


def rank(passage: Passage) -> tuple[bool, float, bool, date]:
    """The order of passages: word for word first, then the nearest; the oldest of equal ones."""
    day = passage.published.earliest if passage.published else None
    removed = passage.where is Where.REMOVED
    return not passage.exact, -passage.similarity, removed, day or date.max


def passages_in(
    document: Document, scope: Scope, quotation: str, segments: tuple[Segment, ...]
) -> Iterator[Passage]:
    """The nearest passages of a document: of its text or its title, or of its removed lines."""
    if scope is Scope.REMOVED:
        text = "\n".join(line.text for line in document.removed)
        placed = place(PageWords(text), segments)
        if placed is not None:
            yield passage(document, Where.REMOVED, text, placed, quotation, segments)
        return
    in_text = place(PageWords(document.text), segments)
    in_title = place(PageWords(document.title), segments)
    if in_title and (in_text is None or in_title.similarity > in_text.similarity):
        yield passage(document, Where.TITLE, document.title, in_title, quotation, segments)
    elif in_text:
        yield passage(document, Where.TEXT, document.text, in_text, quotation, segments)


def passage(
    document: Document,
    where: Where,
    text: str,
    placed: Placed,
    quotation: str,
    segments: tuple[Segment, ...],
) -> Passage:
    """A passage of one of a document's texts."""
    start, end = placed.span
    return Passage(
        id=document.id,
        title=document.title,
        url=document.url,
        source=document.source,
        language=document.language,
        published=document.published,
        where=where,
        start=start,
        end=end,
        lines=tuple(lines_at(document, start, end)) if where is Where.REMOVED else (),
        similarity=placed.similarity,
        exact=placed.exact,
        parts=tuple(whole_parts(placed, quotation, segments, text)),
        before=before(text, start),
        after=after(text, end),
    )


def lines_at(document: Document, start: int, end: int) -> Iterator[RemovedLine]:
    """The removed lines that a passage stands in; they stand one under another."""
    begins = 0
    for line in document.removed:
        ends = begins + len(line.text)
        if begins < end and start <= ends:
            yield line
        begins = ends + 1


def whole_parts(
    placed: Placed, quotation: str, segments: tuple[Segment, ...], text: str
) -> Iterator[Part]:
    """The parts of all segments, and what lies between them on both sides."""
    reached = 0  # of the page: where the segment before ended
    for number, (segment, tokens) in enumerate(zip(segments, placed.tokens, strict=True)):
        if number:
            gap = quotation[segments[number - 1].tokens[-1].end : segment.tokens[0].start]
            omitted = text[reached : tokens[0].start] if reached and tokens else ""
            yield Part(Kind.LEFT_OUT, gap, shortened(omitted))
        yield from parts_of(placed.compared[number], quotation, segment.tokens, text, tokens)
        reached = tokens[-1].end if tokens else reached


def shortened(text: str) -> str:
    """Its beginning and end, where it is long."""
    if len(text) <= 2 * MOST_OMITTED + 10:
        return text
    return f"{text[:MOST_OMITTED].rsplit(None, 1)[0]} … {text[-MOST_OMITTED:].split(None, 1)[-1]}"


def before(text: str, start: int) -> str:
    """What stands before a place, on one line, from a space on."""
    around = text[max(start - AROUND, 0) : start]
    if start > AROUND:
        around = f"…{around.partition(' ')[2] or around}"
    return SPACES.sub(" ", around)


def after(text: str, end: int) -> str:
    """What stands after a place, on one line, up to a space."""
    around = text[end : end + AROUND]
    if end + AROUND < len(text):
        around = f"{around.rpartition(' ')[0] or around}…"
    return SPACES.sub(" ", around)
