"""The judge's weights: one small file, made by `python -m training.lines fit`."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import IO

import numpy as np
import numpy.typing as npt

from indexer.cleaning.judge.trees import Trees
from indexer.cleaning.judge.vocabulary import Scores

FILE = "weights.npz"

# Scores of words are kept as whole numbers of this fraction.
SCORE_STEP = 1 / 32


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned.

    first:  from a line's features to its likelihood, by itself
    second: from its features and what the first trees say of its surroundings to its likelihood
    scores: what words speak for
    names:  the features, in the order in which the second trees know them; the first ones know
            those that come before `second.NAMES`
    """

    first: Trees
    second: Trees
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
        first, second = (
            Trees(
                features=held[f"{which} features"].astype(np.intp),
                thresholds=held[f"{which} thresholds"],
                questions=held[f"{which} questions"].astype(np.intp),
                leaves=held[f"{which} leaves"],
                bias=float(held[f"{which} bias"]),
            )
            for which in ("first", "second")
        )
        scores = Scores(
            held["words"].astype(np.float32) * np.float32(SCORE_STEP),
            held["classes"].astype(np.float32) * np.float32(SCORE_STEP),
            held["around"].astype(np.float32) * np.float32(SCORE_STEP),
            held["pairs"].astype(np.float32) * np.float32(SCORE_STEP),
        )
        return Weights(first, second, scores, tuple(str(name) for name in held["names"]))


def write(weights: Weights, file: IO[bytes]) -> None:
    """Write weights; the same ones give the same bytes."""
    scores = weights.scores
    np.savez_compressed(
        file,
        allow_pickle=False,
        **arrays("first", weights.first),
        **arrays("second", weights.second),
        words=np.round(scores.words / SCORE_STEP).astype(np.int8),
        classes=np.round(scores.classes / SCORE_STEP).astype(np.int8),
        around=np.round(scores.around / SCORE_STEP).astype(np.int8),
        pairs=np.round(scores.pairs / SCORE_STEP).astype(np.int8),
        names=np.array(weights.names),
    )


def arrays(which: str, trees: Trees) -> dict[str, npt.NDArray[np.generic]]:
    """Trees as arrays with names."""
    return {
        f"{which} features": trees.features.astype(np.uint16),
        f"{which} thresholds": trees.thresholds,
        f"{which} questions": trees.questions.astype(np.uint16),
        f"{which} leaves": trees.leaves,
        f"{which} bias": np.array(trees.bias),
    }
