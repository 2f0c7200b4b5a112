"""Measuring with whole domains held out: each fold is judged by a model that never saw it."""

from collections.abc import Callable, Sequence
from statistics import mean, pstdev

import numpy as np

from indexer.cleaning.judge.judge import can_judge, kept_lines
from indexer.cleaning.judge.shape import Floats
from training.lines.pages import FOLDS, FORMS, Learned

Measure = Callable[[str, str], tuple[float, float, float]]


def kept_text(learned: Learned, judged: Floats) -> str:
    """What is kept of a page."""
    page = learned.page
    content = page.content
    if not can_judge(page, learned.certain):
        return ruled_text(learned)
    open_to_doubt = np.array([at not in learned.certain for at in range(len(content))], np.bool_)
    keep = kept_lines(page, judged, open_to_doubt)
    return "\n".join(content[at].text for at in np.flatnonzero(keep))


def ruled_text(learned: Learned) -> str:
    """What rules alone would keep."""
    gone = learned.certain | learned.suspects.keys()
    return "\n".join(line.text for at, line in enumerate(learned.page.content) if at not in gone)


def table(pages: Sequence[Learned], judged: Sequence[Floats], word_f1: Measure) -> str:
    """Word F1 by form and kind of page: rules alone, the judge, the spread over folds."""
    figures = [
        (word_f1(page.chosen, ruled_text(page))[2], word_f1(page.chosen, kept_text(page, known))[2])
        for page, known in zip(pages, judged, strict=True)
    ]
    kinds = ["all", *sorted({page.kind for page in pages})]
    lines = ["| form | pages | number | rules alone | judge | folds, lowest to highest | spread |"]
    lines.append("| --- | --- | --- | --- | --- | --- | --- |")
    for form in FORMS:
        for kind in kinds:
            at = [i for i, p in enumerate(pages) if p.form == form and kind in ("all", p.kind)]
            folds = [
                mean(figures[i][1] for i in at if pages[i].fold == fold)
                for fold in range(FOLDS)
                if any(pages[i].fold == fold for i in at)
            ]
            lines.append(
                f"| {form} | {kind} | {len(at)} | {mean(figures[i][0] for i in at):.3f} "
                f"| {mean(figures[i][1] for i in at):.3f} "
                f"| {min(folds):.3f} to {max(folds):.3f} | {pstdev(folds):.3f} |"
            )
    return "\n".join(lines)
