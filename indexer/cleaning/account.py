"""A cleaned page line by line, in its own order, with what became of each and why."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge

from archive.document import RemovedLine
from indexer.cleaning.cleaned import Cleaned, KeptLine


@dataclass(frozen=True, slots=True)
class Account:
    """The sums of a cleaned page. Blank lines do not count.

    doubtful: kept lines of which the judge was not sure
    ordered:  lines that the archivist's orders keep
    by_rule:  (rule, lines), most lines first
    """

    lines_kept: int
    lines_removed: int
    words_kept: int
    words_removed: int
    doubtful: int
    ordered: int
    by_rule: tuple[tuple[str, int], ...]


def lines_of(cleaned: Cleaned) -> Iterator[KeptLine | RemovedLine]:
    """Kept and removed lines as the page had them."""
    return merge(cleaned.kept, cleaned.removed, key=lambda line: line.number)


def account_of(cleaned: Cleaned) -> Account:
    """The sums."""
    kept = [line for line in cleaned.kept if line.text.strip()]
    by_rule = Counter(line.rule for line in cleaned.removed)
    return Account(
        lines_kept=len(kept),
        lines_removed=len(cleaned.removed),
        words_kept=sum(len(line.text.split()) for line in kept),
        words_removed=sum(len(line.text.split()) for line in cleaned.removed),
        doubtful=sum(line.doubt is not None for line in kept),
        ordered=sum(line.why != "" for line in kept),
        by_rule=tuple(sorted(by_rule.items(), key=lambda one: (-one[1], one[0]))),
    )
