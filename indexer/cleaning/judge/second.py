"""What the first trees' likelihoods say of a line's surroundings: what the second trees ask about.

Text stands together, and furniture too: a short line between two that are surely text is a heading,
between two that surely are not it is a button. The first trees see only what lines look like; the
second see what the first made of them, near and far (stacked sequential learning: Cohen and
Carvalho 2005).
"""

import numpy as np
import numpy.typing as npt

from indexer.cleaning.judge.same import groups_of
from indexer.cleaning.judge.shape import Floats

Numbers = npt.NDArray[np.float64]

STEPS = (-4, -3, -2, -1, 1, 2, 3, 4)
# How far up and down the page likelihoods are averaged, in lines.
REACHES = (2, 5, 12, 30)
# What stands beyond the page, in log-odds: surely no text.
BEYOND = -8.0
MAX_LINE_WORDS = 200
# Likelihoods nearer to 0 or 1 than this say nothing more.
CERTAIN = 0.002
SURE = 0.7
FAR_LINES = 200

NAMES = (
    "log-odds",
    *(f"log-odds {step:+d}" for step in STEPS),
    *(f"likely in {reach} {side}" for reach in REACHES for side in ("above", "below", "about")),
    *("text above, share", "text below, share", "text above", "text below"),
    *("rank", "over the cut", "group likely", "same look likely"),
    *("before the run", "after the run", "best stretch above", "best stretch below"),
    *("sure above", "sure below"),
    *("page promise", "page likely", "page likely lines", "page text", "page sure", "page surest"),
    "page run",
)


def second_features(likely: Floats, words: Floats, looks: Floats) -> Floats:
    """A matrix, features × lines; see `NAMES`.

    likely: how likely each line is text, by the first trees; 0 for lines that rules took
    words:  how many words each line has
    looks:  features × lines: lines that have all of them the same look alike
    """
    weight = np.minimum(words, MAX_LINE_WORDS).astype(np.float64) + 1
    chance = likely.astype(np.float64)
    bounded = np.clip(chance, CERTAIN, 1 - CERTAIN)
    odds = np.log(bounded / (1 - bounded))
    text = weight * chance
    promise, rank = ranked(chance, weight)
    excess = np.concatenate([[0.0], np.cumsum(weight * (chance - promise / 2))])
    rows = [
        odds,
        *moved(odds),
        *averaged(chance, weight),
        *amounts(text),
        rank,
        chance - promise / 2,
        *alike(text, weight, looks),
        *run_rows(excess, float(weight.sum())),
        *distances(chance),
    ]
    matrix = np.empty((len(NAMES), len(likely)), np.float32)
    for at, row in enumerate(rows):
        matrix[at] = row
    for at, number in enumerate(page_numbers(chance, weight, promise, excess), len(rows)):
        matrix[at] = number
    return matrix


def ranked(chance: Numbers, weight: Numbers) -> tuple[float, Numbers]:
    """The best F1 that the page promises; for each line, which share of the words are likelier."""
    order = np.argsort(-chance, kind="stable")
    kept = np.cumsum(weight[order])
    text = np.cumsum((weight * chance)[order])
    rank = np.empty(len(chance))
    rank[order] = kept / kept[-1]
    return float((2 * text / (kept + text[-1])).max()), rank


def moved(odds: Numbers) -> list[Numbers]:
    """The log-odds of the lines above and below."""
    far, lines = max(STEPS), len(odds)
    padded = np.full(lines + 2 * far, BEYOND)
    padded[far : far + lines] = odds
    return [padded[far + step : far + step + lines] for step in STEPS]


def averaged(chance: Numbers, weight: Numbers) -> list[Numbers]:
    """How likely text the words in reach above are, those below, and all lines in reach."""
    far, lines = max(REACHES), len(chance)
    # Running sums, which stay what they are beyond the page's first and last line.
    total = np.zeros((3, lines + 1 + 2 * far))
    for at, row in enumerate((weight * chance, weight, chance)):
        np.cumsum(row, out=total[at, far + 1 : far + 1 + lines])
    total[:, far + 1 + lines :] = total[:, far + lines, None]
    before, until = total[:2, far : far + lines], total[:2, far + 1 : far + 1 + lines]
    rows: list[Numbers] = []
    for reach in REACHES:
        first, end = total[:, far - reach :][:, :lines], total[:, far + 1 + reach :][:, :lines]
        above, below = before - first[:2], end[:2] - until
        rows += [
            above[0] / (above[1] + 1),
            below[0] / (below[1] + 1),
            (end[2] - first[2]) / (2 * reach + 1),
        ]
    return rows


def amounts(text: Numbers) -> list[Numbers]:
    """How much of the page's text stands above and below each line: as shares, in words."""
    until = np.cumsum(text)
    above, below = until - text, until[-1] - until
    total = until[-1] + 1e-6
    return [above / total, below / total, np.log1p(above), np.log1p(np.maximum(below, 0))]


def alike(text: Numbers, weight: Numbers, looks: Floats) -> list[Numbers]:
    """How likely text the lines are that look alike; by each row of looks."""
    rows = []
    for look in looks:
        group = groups_of(look)
        rows.append((np.bincount(group, text) / np.bincount(group, weight))[group])
    return rows


def run_rows(excess: Numbers, total: float) -> list[Numbers]:
    """How far each line is from the best run of lines, and the best stretches that end at it.

    excess: summed from the page's top: words, each by how far its line is over the cut
    """
    at = np.arange(len(excess) - 1)
    first, end = best_run(excess)
    lowest = np.minimum.accumulate(excess)
    highest = np.maximum.accumulate(excess[::-1])[::-1]
    return [
        np.maximum(first - at, 0),
        np.maximum(at - end + 1, 0),
        (excess[1:] - lowest[1:]) / total,
        (highest[:-1] - excess[:-1]) / total,
    ]


def best_run(excess: Numbers) -> tuple[int, int]:
    """Where the run of lines with the greatest sum begins and ends (Kadane)."""
    end = int(np.argmax(excess - np.minimum.accumulate(excess)))
    return int(np.argmin(excess[: end + 1])), end


def distances(chance: Numbers) -> list[Numbers]:
    """How many lines it is to one that is surely text, above and below."""
    sure = np.flatnonzero(chance > SURE)
    at = np.arange(len(chance))
    if not len(sure):
        return [np.full(len(at), FAR_LINES, np.float64)] * 2
    before = np.searchsorted(sure, at, side="left") - 1
    after = np.searchsorted(sure, at, side="right")
    above = np.where(before >= 0, at - sure[before], FAR_LINES)
    below = np.where(after < len(sure), sure[np.minimum(after, len(sure) - 1)] - at, FAR_LINES)
    return [above.astype(np.float64), below.astype(np.float64)]


def page_numbers(
    chance: Numbers, weight: Numbers, promise: float, excess: Numbers
) -> tuple[float, ...]:
    """What is the same for all lines."""
    total = float(weight.sum())
    text = float((weight * chance).sum())
    first, end = best_run(excess)
    return (
        promise,
        text / total,
        float(chance.mean()),
        float(np.log1p(text)),
        float(weight[chance > 0.5].sum()) / total,
        float(chance.max()),
        (end - first) / len(chance),
    )
