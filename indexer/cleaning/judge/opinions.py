"""How likely each line is text: a first opinion of the line, a second one of where it stands."""

from functools import cache

import numpy as np

from indexer.cleaning.judge.features import names_of
from indexer.cleaning.judge.second import NAMES, second_features
from indexer.cleaning.judge.shape import Bools, Floats, Places
from indexer.cleaning.judge.weights import Weights

# Lines look alike when these features are the same: their tag and class, their length and ends.
CLASS_LOOK = ("same class, words",)
SHAPE_LOOK = ("units", "first kind", "last kind")


def likelihoods(weights: Weights, rows: Floats, words: Floats, asked: Bools) -> Floats:
    """How likely each line is text; 0 for lines that are not asked about.

    rows:  features × lines
    words: how many words each line has
    """
    first = weights.first.likelihoods(rows) * asked
    return weights.second.likelihoods(with_second(rows, first, words)) * asked


def with_second(rows: Floats, first: Floats, words: Floats) -> Floats:
    """The features with what the first opinion says of each line's surroundings below them."""
    return np.concatenate([rows, second_features(first, words, looks_of(rows))])


def looks_of(rows: Floats) -> Floats:
    """Two numbers a line: those whose first is the same have one class, the second one shape."""
    class_words, units, first, last = rows[looked_at()]
    return np.stack([class_words, np.round(units * 2) * 400 + first * 20 + last])


@cache
def looked_at() -> Places:
    """The rows of what lines' looks are told by."""
    return np.array([names_of().index(name) for name in (*CLASS_LOOK, *SHAPE_LOOK)])


def all_names() -> tuple[str, ...]:
    """The names of the features that the second trees know."""
    return (*names_of(), *NAMES)
