"""Opinions of pages by models that never saw them: the first, and the second fitted on those.

The second trees must learn from first opinions as they will meet them: of pages that the first
trees were not fitted on. So for each two folds there are first trees that saw neither (they tell
what the second trees learn from, where one of the two is held out), and for each fold ones that
did not see it (they tell what it is judged by; and what the shipped second trees learn from).
"""

from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import combinations

import numpy as np

from indexer.cleaning.judge.opinions import with_second
from indexer.cleaning.judge.shape import Floats
from training.lines.fit import fit_first, fit_second
from training.lines.pages import FOLDS, Learned
from training.lines.rows import open_lines, training_rows, words_of

# Folds that trees have not seen.
Unseen = frozenset[int]
# For each page, by its place, how likely its lines are text.
Opinions = dict[int, Floats]

# What workers need; it comes to them with the process's memory.
GIVEN: list[tuple[Sequence[Learned], Sequence[Floats], dict[Unseen, Opinions]]] = []


def first_opinions(
    pages: Sequence[Learned], features: Sequence[Floats], without: Iterable[Unseen], jobs: int
) -> dict[Unseen, Opinions]:
    """For each group of folds, the opinions of its pages by first trees that saw none of them."""
    GIVEN[:] = [(pages, features, {})]
    groups = list(without)
    with ProcessPoolExecutor(jobs) as pool:
        return dict(zip(groups, pool.map(first_opinion, groups), strict=True))


def first_opinion(unseen: Unseen) -> Opinions:
    """Fit on the other folds, and judge these."""
    ((pages, features, _),) = GIVEN
    trees = fit_first(*training_rows(pages, features, unseen))
    return {
        at: trees.likelihoods(features[at]) * open_lines(page)
        for at, page in enumerate(pages)
        if page.fold in unseen and page.page.content
    }


def singles() -> list[Unseen]:
    """Each fold by itself."""
    return [frozenset({fold}) for fold in range(FOLDS)]


def pairs() -> list[Unseen]:
    """Each two folds."""
    return [frozenset(pair) for pair in combinations(range(FOLDS), 2)]


def held_out(pages: Sequence[Learned], features: Sequence[Floats], jobs: int) -> list[Floats]:
    """For each page, its lines' likelihoods by first and second trees that never saw its fold."""
    return second_opinions(
        pages, features, first_opinions(pages, features, [*pairs(), *singles()], jobs), jobs
    )


def second_opinions(
    pages: Sequence[Learned],
    features: Sequence[Floats],
    opinions: dict[Unseen, Opinions],
    jobs: int,
) -> list[Floats]:
    """For each page, its lines' likelihoods by second trees that never saw its fold."""
    GIVEN[:] = [(pages, features, opinions)]
    with ProcessPoolExecutor(jobs) as pool:
        judged = [fold for folds in pool.map(second_opinion, range(FOLDS)) for fold in folds]
    likely = dict(judged)
    return [likely.get(at, np.zeros(0, np.float32)) for at in range(len(pages))]


def second_opinion(fold: int) -> list[tuple[int, Floats]]:
    """Fit second trees without a fold, and judge its pages."""
    ((pages, features, opinions),) = GIVEN
    seen: Opinions = {}
    for other in range(FOLDS):
        if other != fold:
            told = opinions[frozenset({fold, other})]
            seen |= {at: told[at] for at in told if pages[at].fold == other}
    trees = fit_second(*second_rows(pages, features, seen))
    return [
        (at, trees.likelihoods(with_second(features[at], first, words_of(pages[at]))))
        for at, first in opinions[frozenset({fold})].items()
    ]


def second_rows(
    pages: Sequence[Learned], features: Sequence[Floats], first: Opinions
) -> tuple[Floats, Floats, Floats]:
    """What second trees are fitted on: the pages that have a first opinion."""
    known = [
        with_second(features[at], first[at], words_of(page)) if at in first else None
        for at, page in enumerate(pages)
    ]
    return training_rows(pages, known, frozenset())
