"""What a page's lines have in common: words that its running text uses, lines that are alike."""

from functools import cache

import numpy as np
import numpy.typing as npt

from indexer.cleaning.judge.same import counts_of_same, groups_of
from indexer.cleaning.judge.shape import Floats, Shapes, line_hashes
from indexer.cleaning.judge.vocabulary import Hashes

# More alike lines than this are only many.
MANY = 50
FAR_LINES = 200
# A line with at least this share of the title's words, and so many, is a headline.
HEADLINE_SHARE = 0.6
MIN_HEADLINE_WORDS = 3
# How much a line of no running text takes from a stretch, in words.
COST = 6.0
DENSE_LINES = 20


def echo_features(shapes: Shapes, own: dict[str, Floats], title: Floats) -> dict[str, Floats]:
    """One value a line for each.

    title: for each line, how many of its words stand in the page's title
    """
    return (
        vocabulary_rows(shapes, own["prose"])
        | alike_rows(shapes, own)
        | stretch_rows(shapes, own, title)
    )


def vocabulary_rows(shapes: Shapes, prose: Floats) -> dict[str, Floats]:
    """How many of a line's words the page's running text uses, and how many its short lines."""
    telling = ~shapes.is_small
    line_of = shapes.line_of[telling]
    words = groups_of(shapes.hashes[telling])
    in_prose = prose[line_of]
    said = np.bincount(words, in_prose)
    short = np.bincount(words, 1 - in_prose)
    lines = shapes.lines
    count = np.maximum(np.bincount(line_of, minlength=lines), 1)
    echoed = said[words] > in_prose
    furniture = short[words] > 1 - in_prose
    topic = np.log1p(said[words] - in_prose)
    rows = {
        "echoed in prose": np.bincount(line_of, echoed, lines) / count,
        "echoed in short lines": np.bincount(line_of, furniture, lines) / count,
        "echoed in short lines only": np.bincount(line_of, furniture & ~echoed, lines) / count,
        "topic": np.bincount(line_of, topic, lines) / count,
    }
    return {name: row.astype(np.float32) for name, row in rows.items()}


def counted(values: Hashes) -> Floats:
    """For each value, how many are the same."""
    return log_counts()[np.minimum(counts_of_same(values), MANY)]


@cache
def log_counts() -> Floats:
    """What each number up to MANY adds: less and less."""
    return np.log1p(np.arange(MANY + 1)).astype(np.float32)


def alike_rows(shapes: Shapes, own: dict[str, Floats]) -> dict[str, Floats]:
    """How many lines are alike: but for their numbers, at their ends, in their looks."""
    words = shapes.words.astype(np.intp)
    ends = np.cumsum(words)
    some = words > 0
    first = np.zeros(shapes.lines, np.uint32)
    last = np.zeros(shapes.lines, np.uint32)
    first[some] = shapes.hashes[(ends - words)[some]]
    last[some] = shapes.hashes[(ends - 1)[some]]
    looks = (
        np.minimum(np.round(np.log1p(shapes.units) * 2), 12) * 4096
        + shapes.firsts.astype(np.float32) * 256
        + shapes.lasts.astype(np.float32) * 16
        + np.round(own["capitals"] * 3)
    )
    return {
        "same but numbers": counted(
            line_hashes(shapes, np.where(shapes.is_number, np.uint32(0), shapes.hashes))
        ),
        "same first word": counted(first),
        "same last word": counted(last),
        "same looks": counted(looks.astype(np.uint32)),
    }


def stretch_rows(shapes: Shapes, own: dict[str, Floats], title: Floats) -> dict[str, Floats]:
    """Where a line stands beside the page's best stretches of text, and within its own run."""
    lines = shapes.lines
    at = np.arange(lines)
    prose = own["prose"]
    units = np.minimum(shapes.units, 60)
    plain = np.where(prose > 0, units, -COST)
    leaning = np.minimum(shapes.small, 20) - 1.5 + np.clip(own["said"], -2, 2)
    run = np.zeros(lines, np.intp)
    np.cumsum(prose[1:] != prose[:-1], out=run[1:])
    size = np.bincount(run)
    starts = np.cumsum(size) - size
    words = np.bincount(run, shapes.units)
    said = np.bincount(run, own["said"]) / size
    total = np.concatenate([[0], np.cumsum(units * prose)])
    dense = (
        total[np.minimum(at + DENSE_LINES // 2 + 1, lines)]
        - total[np.maximum(at - DENSE_LINES // 2, 0)]
    )
    headline = headline_at(shapes, title)
    rows = {
        "beside best stretch": beside(plain),
        "beside leaning stretch": beside(leaning),
        "run, lines": np.log1p(size)[run],
        "run, words a line": np.log1p(words / size)[run],
        "run, said": said[run],
        "run, place": (at - starts[run]) / size[run],
        "run, last": (run == run[-1]).astype(np.float32) - (run == 0),
        "density": dense / max(1.0, float(dense.max())),
        "below headline": np.clip(at - headline, -FAR_LINES, FAR_LINES),
    }
    return {name: row.astype(np.float32) for name, row in rows.items()}


def beside(gains: npt.NDArray[np.floating]) -> Floats:
    """How many lines it is to the stretch with the greatest sum: below 0 above it, 0 within."""
    total = np.concatenate([[0.0], np.cumsum(gains, dtype=np.float64)])
    lowest = np.minimum.accumulate(total)
    end = int(np.argmax((total - lowest)[1:])) + 1
    start = int(np.argmin(total[:end]))
    at = np.arange(len(gains))
    away = np.where(at < start, at - start, np.where(at >= end, at - end + 1, 0))
    return np.clip(away, -FAR_LINES, FAR_LINES).astype(np.float32)


def headline_at(shapes: Shapes, title: Floats) -> int:
    """Where the title stands again below the page's first line, or 0."""
    share = title / np.maximum(shapes.words, 1)
    able = (title >= MIN_HEADLINE_WORDS) & (share >= HEADLINE_SHARE)
    able[0] = False
    return int(np.argmax(able * title)) if able.any() else 0
