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
        trees, depth = self.questions.shape
        leaf = np.zeros((trees, rows.shape[1]), np.uint8)
        # Level by level, though trees share questions: to ask all at once takes more memory, and
        # to fetch that from the system takes longer than the questions.
        for level in range(depth - 1, -1, -1):
            asked = self.questions[:, level]
            values, thresholds = rows.take(self.features[asked], axis=0), self.thresholds[asked]
            leaf += leaf
            leaf |= (values > thresholds[:, None]).view(np.uint8)
        places = leaf.astype(np.intp)
        places += (np.arange(trees) << depth)[:, None]
        total = self.leaves.astype(np.float64).ravel().take(places).sum(0) + self.bias
        likely: Floats = (1 / (1 + np.exp(-total))).astype(np.float32)
        return likely
