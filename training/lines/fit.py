"""Fitting the trees, and writing them in the judge's own form."""

import json
import tempfile
from pathlib import Path
from typing import Any

import catboost
import numpy as np

from indexer.cleaning.judge.features import names_of
from indexer.cleaning.judge.shape import Floats
from indexer.cleaning.judge.trees import Trees

# Chosen on one fold. Shallow, slow and regularised: other sites than these decide.
SETTINGS: dict[str, Any] = {
    "loss_function": "CrossEntropy",
    "iterations": 120,
    "depth": 6,
    "learning_rate": 0.17,
    "l2_leaf_reg": 8.0,
    "border_count": 48,
    "bootstrap_type": "Bernoulli",
    "subsample": 0.7,
    "rsm": 0.3,
    "random_seed": 2017,
    # More threads would sum in another order: the weights would not be the same to the byte.
    "thread_count": 1,
    "boost_from_average": True,
    "allow_writing_files": False,
    "verbose": False,
}

# The second trees have less to find out: they are fewer and smaller.
SECOND = SETTINGS | {"iterations": 90, "depth": 5, "learning_rate": 0.13}

# By these a page can be told from any other; leaving them out costs nothing on sites never seen.
LEFT_OUT = ("page longest", "page words", "page money", "page gone")


def fit_first(rows: Floats, shares: Floats, weights: Floats) -> Trees:
    """Trees that tell from a line's features how likely it is text."""
    return fit(SETTINGS, rows, shares, weights)


def fit_second(rows: Floats, shares: Floats, weights: Floats) -> Trees:
    """Trees that tell it from the features and what the first ones made of the lines around."""
    return fit(SECOND, rows, shares, weights)


def fit(settings: dict[str, Any], rows: Floats, shares: Floats, weights: Floats) -> Trees:
    """Fit trees; the same rows give the same trees to the last bit."""
    unasked = [at for at, name in enumerate(names_of()) if name in LEFT_OUT]
    model = catboost.CatBoost(settings | {"ignored_features": unasked})
    model.fit(catboost.Pool(rows, shares, weight=weights))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        return trees_of(json.loads(path.read_text("utf-8")))


def trees_of(model: dict[str, Any]) -> Trees:
    """The judge's form of a model that was saved as JSON."""
    trees = model["oblivious_trees"]
    asked = [
        [(split["float_feature_index"], split["border"]) for split in tree["splits"]]
        for tree in trees
    ]
    questions = sorted({question for tree in asked for question in tree})
    number = {question: at for at, question in enumerate(questions)}
    depth = max(len(tree) for tree in asked)
    leaves = np.zeros((len(trees), 1 << depth), np.float32)
    for at, tree in enumerate(trees):
        values = np.array(tree["leaf_values"], np.float32)
        # A tree that asks less has the same leaves whatever the last questions would say.
        leaves[at] = np.tile(values, (1 << depth) // len(values))
    scale, bias = model["scale_and_bias"]
    return Trees(
        features=np.array([feature for feature, _ in questions], np.int32),
        thresholds=np.array([border for _, border in questions], np.float32),
        questions=np.array(
            [[number[q] for q in tree] + [0] * (depth - len(tree)) for tree in asked], np.int32
        ),
        leaves=leaves * np.float32(scale),
        bias=float(bias[0]),
    )
