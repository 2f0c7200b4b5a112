"""Measuring with whole domains held out: each fold is dated by a chooser that never saw it."""

from collections import Counter
from collections.abc import Sequence
from statistics import mean, pstdev

from archive.document import PublicationDate
from indexer.metadata.published import find
from indexer.metadata.published.weights import Weights
from training.dates.fit import fit_without, line_rows
from training.dates.pages import FORMS, Dated
from training.lines.pages import FOLDS

VERDICTS = ("right", "wrong", "covered", "none")


def verdicts(pages: Sequence[Dated]) -> list[str]:
    """The verdict on each page, by weights of the other folds."""
    lines = line_rows(pages)
    held_out = [fit_without(pages, lines, fold) for fold in range(FOLDS)]
    return [verdict(p, held_out[p.fold]) for p in pages]


def verdict(dated: Dated, weights: Weights) -> str:
    """How the benchmark judges what is found."""
    found = find.find_published(dated.page, weights=weights)
    return judged(found, dated.gold)


def judged(found: PublicationDate | None, gold: str) -> str:
    """Right: the very day. Covered: a range that holds it. Wrong: another day or range."""
    if found is None:
        return "none"
    first, last = str(found.earliest or ""), str(found.latest or "9999")
    if (first, last) == (gold, gold):
        return "right"
    return "covered" if first != last and first <= gold <= last else "wrong"


def table(pages: Sequence[Dated], judgements: Sequence[str]) -> str:
    """Shares of the verdicts by form, with the folds' spread."""
    lines = ["| form | pages | " + " | ".join(VERDICTS) + " | right by fold | wrong by fold |"]
    lines.append("| --- " * (len(VERDICTS) + 4) + "|")
    for form in FORMS:
        here = [(p.fold, v) for p, v in zip(pages, judgements, strict=True) if p.form == form]
        counts = Counter(v for _, v in here)
        shares = " | ".join(f"{counts[v] / len(here):.3f}" for v in VERDICTS)
        spread = " | ".join(_folds(here, verdict) for verdict in ("right", "wrong"))
        lines.append(f"| {form} | {len(here)} | {shares} | {spread} |")
    return "\n".join(lines)


def _folds(here: Sequence[tuple[int, str]], wanted: str) -> str:
    """ "0.61 ± 0.02 (0.58 to 0.64)": the folds' mean, standard deviation and ends."""
    shares = [
        mean(verdict == wanted for at, verdict in here if at == fold) for fold in range(FOLDS)
    ]
    return f"{mean(shares):.3f} ± {pstdev(shares):.3f} ({min(shares):.3f} to {max(shares):.3f})"
