import io

import numpy as np
import pytest

from indexer.cleaning.judge import weights
from indexer.cleaning.judge.features import names_of
from indexer.cleaning.judge.opinions import all_names
from indexer.cleaning.judge.vocabulary import Scores

pytest.importorskip("catboost", reason="catboost fits the trees: `make quality` installs it")

from training.lines import nested
from training.lines.fit import fit_first, fit_second
from training.lines.pages import FOLDS


def lines(features: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Two thousand lines that are text where their third feature is high."""
    chance = np.random.RandomState(7)
    rows = chance.random_sample((2000, features)).astype(np.float32)
    return rows, (rows[:, 2] > 0.6).astype(np.float32), np.ones(2000, np.float32)


def written() -> bytes:
    scores = Scores(*(np.zeros(2, np.float32) for _ in range(4)))
    first, second = fit_first(*lines(len(names_of()))), fit_second(*lines(len(all_names())))
    file = io.BytesIO()
    weights.write(weights.Weights(first, second, scores, all_names()), file)
    return file.getvalue()


def test_the_same_lines_give_the_same_weights_to_the_byte():
    assert written() == written()


def test_trees_find_out_what_tells_text_from_furniture():
    rows, shares, _ = known = lines(len(names_of()))
    likely = fit_first(*known).likelihoods(rows.T)
    assert ((likely > 0.5) == (shares > 0.5)).mean() > 0.95


def test_first_trees_are_fitted_without_each_fold_and_without_each_two():
    assert len(nested.singles()) == FOLDS
    assert len({*nested.pairs()}) == FOLDS * (FOLDS - 1) / 2
    assert all(len(pair) == 2 for pair in nested.pairs())
