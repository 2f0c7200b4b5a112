"""From learned pages to what a model is fitted on."""

from collections.abc import Sequence, Set
from concurrent.futures import ProcessPoolExecutor

import numpy as np
import numpy.typing as npt

from indexer.cleaning.judge.features import features_of, names_of
from indexer.cleaning.judge.shape import Bools, Floats
from indexer.cleaning.judge.vocabulary import Scores
from training.lines.pages import FOLDS, FORMS, Learned
from training.lines.scores import Tally, around, count, no_tally, scores_of

# Of long pages, so many lines are drawn; the weightier a line, the likelier.
MAX_DRAWN_LINES = 40
# On every fifth page the words are not told, as on pages in a language never seen.
MUTE_EVERY = 5
SEED = 2017
MAX_LINE_WORDS = 200
# A line's own weight besides its words, so that short ones count for something.
LINE_WEIGHT_WORDS = 2
# No line weighs more than this share of its page.
MAX_WEIGHT = 0.2
# A page with little text weighs its lines as if so much of it were text.
MIN_TEXT_SHARE = 0.3
MIN_TEXT_WORDS = 20


def tallies(pages: Sequence[Learned], jobs: int) -> list[Tally]:
    """What words speak for, counted for each fold."""
    totals = [no_tally() for _ in range(FOLDS)]
    with ProcessPoolExecutor(jobs) as pool:
        for page, counted in zip(pages, pool.map(tally_of, pages, chunksize=64), strict=True):
            if counted is None:
                continue
            (words, classes, pairs), nested = counted
            for row in (0, 1):
                totals[page.fold].words[row][words[row]] += 1
                totals[page.fold].classes[row][classes[row]] += 1
                totals[page.fold].pairs[row][pairs[row]] += 1
            totals[page.fold].around[:] += nested
    return totals


def tally_of(learned: Learned) -> tuple[tuple[list[npt.NDArray[np.intp]], ...], Floats] | None:
    """The places to count up for a page and what stands around, or None for an empty one."""
    if not learned.page.content:
        return None
    return count(learned.page, learned.shares), around(learned.page, learned.shares)


def scores_without(totals: Sequence[Tally], fold: int | None) -> Scores:
    """Scores that know nothing of one fold."""
    whole = no_tally()
    for at, tally in enumerate(totals):
        if at != fold:
            whole = whole + tally
    return scores_of(whole)


def all_features(pages: Sequence[Learned], totals: Sequence[Tally], jobs: int) -> list[Floats]:
    """Each page's features; its words are scored by what other folds say."""
    scores = [scores_without(totals, fold) for fold in range(FOLDS)]
    with ProcessPoolExecutor(jobs, initializer=keep, initargs=(scores,)) as pool:
        return list(pool.map(features_in_fold, pages, chunksize=64))


KEPT: list[Scores] = []


def keep(scores: Sequence[Scores]) -> None:
    """Remember the folds' scores in a worker."""
    KEPT[:] = scores


def features_in_fold(learned: Learned) -> Floats:
    """A page's features, by scores that know nothing of its fold."""
    scores = KEPT[learned.fold]
    if not learned.page.content:
        return np.zeros((0, 0), np.float32)
    return features_of(learned.page, learned.certain, learned.suspects, scores)


def open_lines(learned: Learned) -> Bools:
    """Which lines rules did not take for certain."""
    lines = np.ones(len(learned.page.content), np.bool_)
    lines[list(learned.certain)] = False
    return lines


def words_of(learned: Learned) -> Floats:
    """How many words each line has."""
    return np.array([line.words for line in learned.page.content], np.float32)


def drawn(learned: Learned, features: Floats, number: int) -> tuple[Floats, Floats, Floats] | None:
    """Lines × features to learn from, with shares of text and weights; None where rules took all.

    number: the page's place, which seeds the drawing
    """
    asked = np.flatnonzero(open_lines(learned))
    if not len(asked):
        return None
    shares = np.array(learned.shares, np.float32)
    words = np.minimum(words_of(learned), MAX_LINE_WORDS)
    text = max(float((words * shares).sum()), MIN_TEXT_SHARE * float(words.sum()), MIN_TEXT_WORDS)
    weights = np.minimum((words[asked] + LINE_WEIGHT_WORDS) / text, MAX_WEIGHT)
    if len(asked) > MAX_DRAWN_LINES:
        chance = np.sqrt(weights)
        chance = np.minimum(1, chance / chance.sum() * MAX_DRAWN_LINES)
        lucky = np.random.RandomState(SEED + number).random_sample(len(asked)) < chance
        asked, weights = asked[lucky], (weights / chance)[lucky]
    rows = features[:, asked].T
    if (number // len(FORMS)) % MUTE_EVERY == 0:
        rows = rows.copy()
        rows[:, [at for at, name in enumerate(names_of()) if "said" in name]] = 0
    return rows, shares[asked], weights


def training_rows(
    pages: Sequence[Learned], features: Sequence[Floats | None], without: Set[int]
) -> tuple[Floats, Floats, Floats]:
    """What to fit on: lines × features, shares of text, weights.

    features: None for a page that is not to be learned from
    without:  the folds whose pages are left out
    """
    parts = [
        part
        for number, (page, known) in enumerate(zip(pages, features, strict=True))
        if known is not None
        and page.fold not in without
        and (part := drawn(page, known, number)) is not None
    ]
    rows, shares, weights = (np.concatenate(column) for column in zip(*parts, strict=True))
    return rows, shares, weights * (len(weights) / weights.sum())
