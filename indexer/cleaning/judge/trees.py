"""Likelihoods from boosted trees, for all lines of a page at once."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from indexer.cleaning.judge.shape import Floats


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees that ask one question on each level, so that the answers are the leaf's number.

    features:   for each question, the row of the feature it asks about
    thresholds: a line answers yes where its value is greater
    questions:  for each tree, its questions (trees × depth); the first is the lowest bit
    leaves:     what each leaf adds, trees × 2^depth, in log-odds
    bias:       where the sum begins
    """

    features: npt.NDArray[np.intp]
    thresholds: Floats
    questions: npt.NDArray[np.intp]
    leaves: Floats
    bias: float

    def likelihoods(self, rows: Floats) -> Floats:
        """From features × lines to one likelihood a line, 0-1."""
        answers = (rows[self.features] > self.thresholds[:, None]).astype(np.uint8)
        trees, depth = self.questions.shape
        leaf = answers[self.questions[:, 0]]
        for level in range(1, depth):
            leaf |= answers[self.questions[:, level]] << np.uint8(level)
        places = leaf + (np.arange(trees, dtype=np.int32) << depth)[:, None]
        total = self.leaves.ravel()[places].sum(0, dtype=np.float64) + self.bias
        likely: Floats = (1 / (1 + np.exp(-total))).astype(np.float32)
        return likely
