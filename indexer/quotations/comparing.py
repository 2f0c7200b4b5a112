"""Two passages word by word: what both say, and what only one of them says.

The words are aligned so that the fewest are changed, left out or put in (Levenshtein, "Binary
codes capable of correcting deletions, insertions and reversals", 1966).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz.distance import Indel, Levenshtein

from indexer.analysis import Token
from indexer.quotations.quoted import letters

# What an editor puts into a text; the quotation's own are passed over where it is read.
REMARK = "sic"

# Words that share fewer of their letters are other words, not the same one written otherwise.
ALIKE = 0.6


class Kind(StrEnum):
    """What a part of a quotation is beside the page."""

    SAME = "same"
    OTHER = "other"  # the page says something else here, more or nothing
    LEFT_OUT = "left_out"  # the quotation says that words are left out here


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the quotation beside the part of the page that it stands for; either may be empty.

    Together the parts are the quotation, and the passage of the page, with all their signs.
    """

    kind: Kind
    quoted: str
    page: str


class Run(NamedTuple):
    """Words of the quotation, and of the page, that are the same or not: places in the lists."""

    same: bool
    start: int
    end: int
    page_start: int
    page_end: int


@dataclass(frozen=True, slots=True)
class Compared:
    """An alignment, and how much it agrees.

    agreed: letters of the quotation that the page has too, other words by how alike they are
    quoted, page: letters of both sides
    """

    runs: tuple[Run, ...]
    agreed: float
    quoted: int
    page: int


def compare(quoted: Sequence[str], page: Sequence[str]) -> Compared:
    """Align folded words. Spaces and hyphens inside words make no difference."""
    runs = tuple(_runs(quoted, page))
    return Compared(
        runs,
        sum(_agreed(run, quoted, page) for run in runs),
        len(letters(quoted)),
        len(letters(page)),
    )


def similarity(compared: Sequence[Compared]) -> float:
    """How much two sides agree, 0 to 1; 1 where they are the same."""
    both = sum(each.quoted + each.page for each in compared)
    return 2 * sum(each.agreed for each in compared) / both if both else 0.0


def _runs(quoted: Sequence[str], page: Sequence[str]) -> Iterator[Run]:
    """Runs in order, those that differ as long as can be."""
    held: Run | None = None
    for each in Levenshtein.opcodes(quoted, page):
        run = Run(each.tag == "equal", each.src_start, each.src_end, each.dest_start, each.dest_end)
        if held is None or held.same == run.same:
            held = held._replace(end=run.end, page_end=run.page_end) if held else run
            continue
        yield _settled(held, quoted, page)
        held = run
    if held is not None:
        yield _settled(held, quoted, page)


def _settled(run: Run, quoted: Sequence[str], page: Sequence[str]) -> Run:
    """The run; the same where it differs in spaces alone, or in a remark that nobody said."""
    ours, theirs = (
        letters(quoted[run.start : run.end]),
        letters(page[run.page_start : run.page_end]),
    )
    return run._replace(same=run.same or ours == theirs or (not ours and theirs == REMARK))


def _agreed(run: Run, quoted: Sequence[str], page: Sequence[str]) -> float:
    """The letters of a run that both sides have, the mean of both sides' counts."""
    ours = letters(quoted[run.start : run.end])
    theirs = letters(page[run.page_start : run.page_end])
    mean = (len(ours) + len(theirs)) / 2
    if run.same:
        return mean
    alike = Indel.normalized_similarity(ours, theirs)
    return mean * alike if alike >= ALIKE else 0.0


def parts_of(
    compared: Compared,
    quotation: str,
    tokens: Sequence[Token],
    text: str,
    page: Sequence[Token],
) -> Iterator[Part]:
    """The parts of one segment, from its first word to its last, on both sides."""
    for place, run in enumerate(compared.runs):
        last = place == len(compared.runs) - 1
        yield Part(
            Kind.SAME if run.same else Kind.OTHER,
            _slice(quotation, tokens, run.start, run.end, last=last),
            _slice(text, page, run.page_start, run.page_end, last=last),
        )


def _slice(text: str, tokens: Sequence[Token], start: int, end: int, *, last: bool) -> str:
    """The words with the signs after them, up to the next word; of the last run, without."""
    if start == end:
        return ""
    after = tokens[end - 1].end if last or end >= len(tokens) else tokens[end].start
    return text[tokens[start].start : after]
