"""From verdicts to what cleaning gives back."""

from collections.abc import Mapping
from types import MappingProxyType

from archive.document import RemovedLine
from indexer.cleaning.cleaned import Cleaned, KeptLine
from indexer.cleaning.page import Page
from indexer.cleaning.rule import Removal

NO_DOUBTS: Mapping[int, float] = MappingProxyType({})
NO_ORDERS: Mapping[int, str] = MappingProxyType({})


def assemble(
    page: Page,
    removals: Mapping[int, Removal],
    flags: tuple[str, ...] = (),
    doubts: Mapping[int, float] = NO_DOUBTS,
    ordered: Mapping[int, str] = NO_ORDERS,
) -> Cleaned:
    """The page's kept and removed lines, and the kept ones as text.

    removals: by index in `page.content`
    doubts:   likelihoods of kept lines that the judge was not sure of, by the same index
    ordered:  the archivist's orders that keep a line, in words, by the same index
    """
    kept: list[KeptLine] = []
    removed: list[RemovedLine] = []
    paragraphs: list[list[str]] = [[]]
    at = -1
    for number, original, repaired, _, words, _ in page.lines:
        at += words > 0
        if words and (removal := removals.get(at)) is None:
            why = ordered.get(at, "")
            kept.append(KeptLine(number, original, None if why else doubts.get(at), why))
            paragraphs[-1].append(repaired)
            continue
        if words and removal is not None:
            removed.append(
                RemovedLine(number, original, removal.rule, removal.reason, removal.score)
            )
        else:
            kept.append(KeptLine(number, original))
        if paragraphs[-1]:
            paragraphs.append([])
    text = "\n\n".join("\n".join(lines) for lines in paragraphs if lines)
    return Cleaned(text, tuple(kept), tuple(removed), flags)
