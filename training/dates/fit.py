"""Fitting the chooser's trees: first on lines, then on whole pages by what lines said held out."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import catboost
import numpy as np
import numpy.typing as npt

from indexer.metadata.published import agreement, features
from indexer.metadata.published.agreement import Told, candidate_days
from indexer.metadata.published.mention import mentions
from indexer.metadata.published.sources import stated_days
from indexer.metadata.published.weights import Floats, Trees, Weights
from training.dates.pages import Dated
from training.lines.pages import FOLDS

# Shallow, slow and regularised: other sites than these decide.
LINES = {"iterations": 150, "depth": 5}
DAYS = {"iterations": 120, "depth": 4}
SETTINGS = {
    "loss_function": "Logloss",
    "learning_rate": 0.06,
    "l2_leaf_reg": 8.0,
    "border_count": 48,
    "bootstrap_type": "Bernoulli",
    "subsample": 0.7,
    "rsm": 0.4,
    "random_seed": 2017,
    # More threads would sum in another order: the weights would not be the same to the byte.
    "thread_count": 1,
    "allow_writing_files": False,
    "verbose": False,
}

Numbers = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Rows:
    """Candidates as rows of features: which page each is of, and whether its day is right."""

    rows: Floats
    right: Floats
    pages: Numbers

    def of(self, wanted: Sequence[bool]) -> "Rows":
        """The rows of the wanted pages."""
        here = np.array(wanted)[self.pages]
        return Rows(self.rows[here], self.right[here], self.pages[here])


def line_rows(pages: Sequence[Dated]) -> Rows:
    """A row for each day that a line names."""
    return _rows(
        pages,
        [
            (features.features_of(p.page, found), [m.day for m in found if m.is_candidate])
            for p in pages
            for found in (mentions(p.page),)
        ],
    )


def day_rows(pages: Sequence[Dated], likely: Sequence[Told]) -> Rows:
    """A row for each day of the pages of markup."""
    made = []
    for p, told in zip(pages, likely, strict=True):
        stated = stated_days(p.page)
        days = candidate_days(stated, told) if p.form == "html" else ()
        made.append((agreement.features_of(stated, told) if days else [], list(days)))
    return _rows(pages, made)


def _rows(pages: Sequence[Dated], made: Sequence[tuple[list[list[float]], list[Any]]]) -> Rows:
    rows = [row for part, _ in made for row in part]
    right = [float(day == p.day) for p, (_, days) in zip(pages, made, strict=True) for day in days]
    numbers = [at for at, (part, _) in enumerate(made) for _ in part]
    return Rows(np.array(rows, np.float32), np.array(right, np.float32), np.array(numbers, np.intp))


def fit(given: Rows, settings: dict[str, int]) -> Trees:
    """Trees that tell how likely a row's day is right; a page of many days weighs little more."""
    days = np.bincount(given.pages)
    weight = 1 / np.sqrt(days[given.pages])
    model = catboost.CatBoost({**SETTINGS, **settings})
    model.fit(catboost.Pool(given.rows, given.right, weight=weight))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        return trees_of(json.loads(path.read_text("utf-8")), settings["depth"])


def trees_of(model: dict[str, Any], depth: int) -> Trees:
    """The chooser's form of a model that was saved as JSON."""
    trees = model["oblivious_trees"]
    asked = [[(s["float_feature_index"], s["border"]) for s in tree["splits"]] for tree in trees]
    padded = [splits + [(0, np.inf)] * (depth - len(splits)) for splits in asked]
    leaves = np.zeros((len(trees), 1 << depth), np.float32)
    for at, tree in enumerate(trees):
        values = np.array(tree["leaf_values"], np.float32)
        # A tree that asks less has the same leaves whatever the last questions would say.
        leaves[at] = np.tile(values, (1 << depth) // len(values))
    scale, bias = model["scale_and_bias"]
    return Trees(
        features=np.array([[f for f, _ in splits] for splits in padded], np.intp),
        thresholds=np.array([[t for _, t in splits] for splits in padded], np.float32),
        leaves=leaves * np.float32(scale),
        bias=float(bias[0]),
    )


def told_of(pages: Sequence[Dated], lines: Sequence[Trees]) -> list[Told]:
    """What the lines of each page tell, by the trees of its fold."""
    told = []
    for p in pages:
        found = mentions(p.page)
        likely: dict[Any, float] = {}
        rows = features.features_of(p.page, found)
        candidates = [m for m in found if m.is_candidate]
        for m, known in zip(candidates, lines[p.fold].likelihoods(rows), strict=True):
            likely[m.day] = max(known, likely.get(m.day, 0.0))
        told.append(Told(likely, found))
    return told


def fit_without(pages: Sequence[Dated], lines: Rows, without: int | None) -> Weights:
    """Weights from all folds but one.

    The trees over whole pages learn from what lines say on pages that the lines' trees of that
    round never saw; otherwise they would trust lines too much.
    """
    learned = [p.fold != without for p in pages]
    inner = [
        fit(lines.of([p.fold not in (without, fold) for p in pages]), LINES)
        if fold != without
        else None
        for fold in range(FOLDS)
    ]
    whole = fit(lines.of(learned), LINES)
    days = day_rows(pages, told_of(pages, [trees or whole for trees in inner]))
    return Weights(whole, fit(days.of(learned), DAYS))
