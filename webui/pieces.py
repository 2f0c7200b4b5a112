"""Text cut at the spans that are marked in it, so that templates alone make markup."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from indexer.engine import Snippet

Span = tuple[int, int]
PARAGRAPH_END = re.compile(r"\n(?:[ \t]*\n)+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is wholly marked or wholly not.

    start: where it stands in the whole text, in characters
    near:  whether it is, or lies between, words that were found near each other
    """

    text: str
    marked: bool
    start: int
    near: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's lines, each a row of pieces.

    start: where it stands in the whole text, in characters
    level: of a heading of the page, 2-6 (1 is the page's title); None for what is no heading
    """

    start: int
    lines: tuple[tuple[Piece, ...], ...]
    level: int | None = None

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join("".join(piece.text for piece in line) for line in self.lines)


def pieces(text: str, marks: Iterable[Span], start: int = 0) -> tuple[Piece, ...]:
    """Cut a text at its marks; spans count from the text's beginning, `start` is added to each."""
    return tuple(cut(text, tidy(marks, len(text)), start))


def passage_pieces(snippet: Snippet) -> tuple[Piece, ...]:
    """A passage cut at its marks and at the ends of what stands near each other."""
    marked = tidy(snippet.marks, len(snippet.text))
    if not snippet.together:
        return tuple(cut(snippet.text, marked, 0))
    apart = sorted({place for span in snippet.together for place in span})
    return tuple(
        replace(part, near=any(a <= part.start < b for a, b in snippet.together))
        for piece in cut(snippet.text, marked, 0)
        for part in parted(piece, apart)
    )


def parted(piece: Piece, places: Iterable[int]) -> Iterator[Piece]:
    """A piece parted at places of the whole text."""
    start, end = piece.start, piece.start + len(piece.text)
    for place in (*(each for each in places if start < each < end), end):
        yield replace(
            piece, text=piece.text[start - piece.start : place - piece.start], start=start
        )
        start = place


def cut(text: str, marks: Iterable[Span], start: int) -> Iterator[Piece]:
    """Pieces in order, for marks that are in order and apart."""
    reached = 0
    for first, end in marks:
        if reached < first:
            yield Piece(text[reached:first], False, start + reached)
        yield Piece(text[first:end], True, start + first)
        reached = end
    if reached < len(text):
        yield Piece(text[reached:], False, start + reached)


def tidy(marks: Iterable[Span], length: int) -> tuple[Span, ...]:
    """Spans in order, inside the text, those that touch or overlap made one."""
    whole: list[Span] = []
    for first, end in sorted(marks):
        first, end = max(first, 0), min(end, length)
        if first >= end:
            continue
        if whole and first < whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((first, end))
    return tuple(whole)


def paragraphs(text: str, marks: Iterable[Span], offset: int = 0) -> tuple[Paragraph, ...]:
    """A text's paragraphs, with the marks that fall in each; blank ones are left out.

    offset: where the text stands in a whole one; it is added to every start
    """
    left = list(reversed(tidy(marks, len(text))))
    return tuple(
        Paragraph(offset + start, tuple(lines_of(text, start, end, left, offset)))
        for start, end in paragraph_spans(text)
        if text[start:end].strip()
    )


def paragraph_spans(text: str) -> Iterator[Span]:
    """Where each paragraph stands."""
    start = 0
    for gap in PARAGRAPH_END.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def lines_of(
    text: str, start: int, end: int, left: list[Span], offset: int
) -> Iterator[tuple[Piece, ...]]:
    """The lines of one paragraph. `left` holds the marks not yet used, the nearest last."""
    for line in text[start:end].split("\n"):
        stop = start + len(line)
        inside: list[Span] = []
        while left and left[-1][0] < stop:
            first, last = left[-1]
            if last > start:
                inside.append((first - start, last - start))
            if last > stop:
                break
            left.pop()
        yield pieces(line, inside, offset + start)
        start = stop + 1
