"""Two texts compared: by lines first, then by words where lines differ."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from indexer.differences.aligning import Effort, aligned
from indexer.differences.comparison import Difference, Kind, Piece, Row
from indexer.differences.folding import folded

# A word; a character of a script that puts no spaces; a line end; spaces; any other sign.
TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
    r"|\n|[^\S\n]+|[^\w\s]"
)
WORD = re.compile(r"\w+")
# A shared run this short between two changes is chance ("of the"): both sides read better whole.
MOST_SWALLOWED = 24


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of both texts: the same text, or what is gone and what is new in its place."""

    same: str = ""
    gone: str = ""
    new: str = ""


def difference(before: str, after: str, *, fold: bool = True) -> Difference:
    """Lay two texts over each other; blank lines do not count.

    fold: whether what is the same for long is left out
    """
    effort = Effort()
    rows = tuple(rows_of(lines_of(before), lines_of(after), effort))
    gone, new, same = (words_in(rows, kind) for kind in (Kind.GONE, Kind.NEW, Kind.SAME))
    shown, left_out = folded(rows) if fold else (rows, 0)
    return Difference(shown, new, gone, same, not effort.spent, left_out)


def lines_of(text: str) -> list[str]:
    """The lines that have something on them."""
    return [line for line in text.split("\n") if line.strip()]


def words_in(rows: Iterable[Row], kind: Kind) -> int:
    """The words of one kind."""
    return sum(
        len(WORD.findall(piece.text)) for row in rows for piece in row.pieces if piece.kind is kind
    )


def rows_of(before: Sequence[str], after: Sequence[str], effort: Effort) -> Iterator[Row]:
    """Lines in order: those that are the same, and between them those that differ, by words."""
    a = b = 0
    numbers_a, numbers_b = numbered(before, after)
    for run in aligned(numbers_a, numbers_b, effort):
        yield from changed_rows(before[a : run.before], after[b : run.after], effort)
        for line in before[run.before : run.before + run.length]:
            yield Row((Piece(Kind.SAME, line),))
        a, b = run.before + run.length, run.after + run.length
    yield from changed_rows(before[a:], after[b:], effort)


def numbered(*sequences: Sequence[str]) -> list[list[int]]:
    """The same number for the same string."""
    known: dict[str, int] = {}
    return [[known.setdefault(each, len(known)) for each in sequence] for sequence in sequences]


def changed_rows(gone: Sequence[str], new: Sequence[str], effort: Effort) -> Iterator[Row]:
    """Lines that differ, compared word by word."""
    if not gone or not new:
        for line in gone or new:
            yield Row((Piece(Kind.GONE if gone else Kind.NEW, line),))
        return
    yield from parted(without_chance(slid(changes("\n".join(gone), "\n".join(new), effort))))


def changes(before: str, after: str, effort: Effort) -> Iterator[Change]:
    """Two texts as stretches: the same ones and changes in turn."""
    tokens_a, tokens_b = TOKEN.findall(before), TOKEN.findall(after)
    numbers_a, numbers_b = numbered(tokens_a, tokens_b)
    a = b = 0
    for run in aligned(numbers_a, numbers_b, effort):
        if a < run.before or b < run.after:
            gone, new = tokens_a[a : run.before], tokens_b[b : run.after]
            yield Change(gone="".join(gone), new="".join(new))
        a, b = run.before + run.length, run.after + run.length
        yield Change(same="".join(tokens_a[run.before : a]))
    if a < len(tokens_a) or b < len(tokens_b):
        yield Change(gone="".join(tokens_a[a:]), new="".join(tokens_b[b:]))


def slid(stretches: Iterable[Change]) -> Iterator[Change]:
    """What was only put in or taken out begins at a line's end where it can as well stand there.

    "hall" + ".\\nA new line" + "." reads better as "hall." + "\\nA new line." + "".
    """
    row = [Change(), *stretches, Change()]
    for i, (first, change, last) in enumerate(zip(row, row[1:], row[2:], strict=False), 1):
        text = change.gone or change.new
        if change.same or (change.gone and change.new) or text.startswith("\n"):
            continue
        step = text.find("\n")
        if step > 0 and last.same.startswith(text[:step]):
            row[i - 1] = Change(same=first.same + text[:step])
            row[i + 1] = Change(same=last.same[step:])
            text = text[step:] + text[:step]
            row[i] = Change(gone=text) if change.gone else Change(new=text)
    yield from (change for change in row if change != Change())


def without_chance(stretches: Iterable[Change]) -> list[Change]:
    """Short shared runs between longer changes are taken into them."""
    kept: list[Change] = []
    for stretch in stretches:
        kept.append(stretch)
        while len(kept) > 2 and is_chance(*kept[-3:]):
            first, same, last = kept[-3:]
            gone = first.gone + same.same + last.gone
            kept[-3:] = [Change(gone=gone, new=first.new + same.same + last.new)]
    return kept


def is_chance(first: Change, between: Change, last: Change) -> bool:
    """Whether a shared run is no longer than the changes on both its sides, and short."""
    if not between.same or first.same or last.same:
        return False
    least = min(max(len(one.gone), len(one.new)) for one in (first, last))
    return len(between.same) <= min(least, MOST_SWALLOWED)


def parted(stretches: Iterable[Change]) -> Iterator[Row]:
    """Stretches cut into rows at their line ends; what is gone stands before what is new."""
    row: list[Piece] = []
    for kind, text in in_turn(stretches):
        first, *rest = text.split("\n")
        row += [Piece(kind, first)] if first else []
        for line in rest:
            if row:
                yield Row(tuple(row))
            row = [Piece(kind, line)] if line else []
    if row:
        yield Row(tuple(row))


def in_turn(stretches: Iterable[Change]) -> Iterator[tuple[Kind, str]]:
    """Kinds and texts in the order in which they are read; whole lines do not share a row."""
    for stretch in stretches:
        if stretch.same:
            yield Kind.SAME, stretch.same
            continue
        apart = "\n" if stretch.gone and stretch.new and "\n" in stretch.gone + stretch.new else ""
        yield Kind.GONE, stretch.gone + apart
        yield Kind.NEW, stretch.new
