"""The chooser's weights: one small file, made by `python -m training.dates fit`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import IO

import numpy as np
import numpy.typing as npt

FILE = "weights.npz"

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Trees:
    """Oblivious trees: each asks the same few questions of every row, level by level.

    features:   trees × depth, which feature each question looks at
    thresholds: trees × depth: is the feature greater?
    leaves:     trees × 2**depth, what each bundle of answers adds to the log-odds
    bias:       the log-odds to begin with
    """

    features: npt.NDArray[np.intp]
    thresholds: Floats
    leaves: Floats
    bias: float

    def likelihoods(self, rows: list[list[float]]) -> list[float]:
        """One likelihood a row, 0-1."""
        if not rows:
            return []
        table = np.array(rows, np.float32)
        answers = table[:, self.features] > self.thresholds
        trees, depth = self.features.shape
        places = (answers << np.arange(depth)).sum(2) + (np.arange(trees) << depth)
        total = self.leaves.ravel()[places].sum(1, dtype=np.float64) + self.bias
        likely: list[float] = (1 / (1 + np.exp(-total))).tolist()
        return likely


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned.

    lines: how likely a day is the page's own, by the line that names it
    days:  the same by all that markup, address and lines say of it
    """

    lines: Trees
    days: Trees


@cache
def shipped() -> Weights:
    """The weights that Fonds ships; read once."""
    with files("indexer.metadata.published").joinpath(FILE).open("rb") as file:
        return read(file)


def read(file: IO[bytes]) -> Weights:
    """Weights as `write` wrote them."""
    with np.load(file, allow_pickle=False) as held:
        return Weights(_trees(held, "lines"), _trees(held, "days"))


def _trees(held: Mapping[str, npt.NDArray[np.float32]], name: str) -> Trees:
    return Trees(
        features=held[f"{name}_features"].astype(np.intp),
        thresholds=held[f"{name}_thresholds"],
        leaves=held[f"{name}_leaves"],
        bias=float(held[f"{name}_bias"]),
    )


def write(weights: Weights, file: IO[bytes]) -> None:
    """Write weights; the same ones give the same bytes."""
    arrays: dict[str, npt.NDArray[np.generic]] = {}
    for name, trees in (("lines", weights.lines), ("days", weights.days)):
        arrays[f"{name}_features"] = trees.features.astype(np.uint8)
        arrays[f"{name}_thresholds"] = trees.thresholds
        arrays[f"{name}_leaves"] = trees.leaves
        arrays[f"{name}_bias"] = np.array(trees.bias)
    np.savez_compressed(file, allow_pickle=False, **arrays)
