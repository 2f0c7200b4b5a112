"""What is the same for long, left out of a difference, with its count."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from indexer.differences.comparison import Fold, Kind, Piece, Row

# Rows that are shown on either side of a change.
CONTEXT_ROWS = 1
# Words that are shown of the same text on either side of a change.
CONTEXT_WORDS = 30
# A fold that leaves out less costs more attention than it saves.
LEAST_FOLDED_WORDS = 20
# Rows that are shown of one difference, and their characters: what a browser shows at once.
MOST_ROWS, MOST_CHARACTERS = 2_000, 400_000

WORD = re.compile(r"\w+")


def folded(rows: Sequence[Row]) -> tuple[tuple[Row | Fold, ...], int]:
    """Rows with what is the same for long folded, and how many changed rows did not fit."""
    shown: list[Row | Fold] = []
    left_out = characters = 0
    for each in with_folds(rows):
        if isinstance(each, Row):
            each = shortened(each)
            characters += sum(len(piece.text) for piece in each.pieces)
        if len(shown) < MOST_ROWS and characters <= MOST_CHARACTERS:
            shown.append(each)
        elif isinstance(each, Row) and each.kind is not Kind.SAME:
            left_out += 1
    return tuple(shown), left_out


def with_folds(rows: Sequence[Row]) -> Iterator[Row | Fold]:
    """Changed rows with a row around them; the rest as folds."""
    near = set[int]()
    for i, row in enumerate(rows):
        if row.kind is not Kind.SAME:
            near.update(range(i - CONTEXT_ROWS, i + CONTEXT_ROWS + 1))
    for is_near, group in groupby(enumerate(rows), key=lambda at: at[0] in near):
        part = [row for _, row in group]
        words = sum(map(words_of, part))
        if is_near or words < LEAST_FOLDED_WORDS:
            yield from part
        else:
            yield Fold(len(part), words)


def words_of(row: Row) -> int:
    """The words of a row."""
    return sum(len(WORD.findall(piece.text)) for piece in row.pieces)


def shortened(row: Row) -> Row:
    """A row whose long same pieces are cut down to the words beside the changes."""
    if all(len(piece.text) <= CONTEXT_WORDS for piece in row.pieces):
        return row
    last = len(row.pieces) - 1
    return Row(
        tuple(
            part
            for i, piece in enumerate(row.pieces)
            for part in cut(piece, before=i > 0 or last == 0, after=i < last)
        )
    )


def cut(piece: Piece, *, before: bool, after: bool) -> Iterator[Piece]:
    """A piece's words beside the change before it and after it, with a fold for the rest."""
    words = list(WORD.finditer(piece.text)) if piece.kind is Kind.SAME else []
    head = CONTEXT_WORDS if before else 0
    tail = CONTEXT_WORDS if after else 0
    if len(words) < head + tail + LEAST_FOLDED_WORDS:
        yield piece
        return
    first = words[head - 1].end() if head else 0
    second = words[len(words) - tail].start() if tail else len(piece.text)
    if first:
        yield replace(piece, text=piece.text[:first])
    yield Piece(Kind.SAME, "", folded=len(words) - head - tail)
    if second < len(piece.text):
        yield replace(piece, text=piece.text[second:])
