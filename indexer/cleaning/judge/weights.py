"""The judge's weights: one small file, made by `python -m training.lines fit`."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import IO

import numpy as np

from indexer.cleaning.judge.trees import Trees
from indexer.cleaning.judge.vocabulary import Scores

FILE = "weights.npz"

# Scores of words are kept as whole numbers of this fraction.
SCORE_STEP = 1 / 32


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned.

    trees:  from a line's features to its likelihood
    scores: what words speak for
    names:  the features, in the order in which the trees know them
    """

    trees: Trees
    scores: Scores
    names: tuple[str, ...]


@cache
def shipped() -> Weights:
    """The weights that Fonds ships; read once."""
    with files("indexer.cleaning.judge").joinpath(FILE).open("rb") as file:
        return read(file)


def read(file: IO[bytes]) -> Weights:
    """Weights as `write` wrote them."""
    with np.load(file, allow_pickle=False) as held:
        trees = Trees(
            features=held["features"].astype(np.intp),
            thresholds=held["thresholds"],
            questions=held["questions"].astype(np.intp),
            leaves=held["leaves"],
            bias=float(held["bias"]),
        )
        scores = Scores(
            held["words"].astype(np.float32) * np.float32(SCORE_STEP),
            held["classes"].astype(np.float32) * np.float32(SCORE_STEP),
            held["around"].astype(np.float32) * np.float32(SCORE_STEP),
            held["pairs"].astype(np.float32) * np.float32(SCORE_STEP),
        )
        return Weights(trees, scores, tuple(str(name) for name in held["names"]))


def write(weights: Weights, file: IO[bytes]) -> None:
    """Write weights; the same ones give the same bytes."""
    trees, scores = weights.trees, weights.scores
    np.savez_compressed(
        file,
        features=trees.features.astype(np.uint16),
        thresholds=trees.thresholds,
        questions=trees.questions.astype(np.uint16),
        leaves=trees.leaves,
        bias=np.float64(trees.bias),
        words=np.round(scores.words / SCORE_STEP).astype(np.int8),
        classes=np.round(scores.classes / SCORE_STEP).astype(np.int8),
        around=np.round(scores.around / SCORE_STEP).astype(np.int8),
        pairs=np.round(scores.pairs / SCORE_STEP).astype(np.int8),
        names=np.array(weights.names),
    )
