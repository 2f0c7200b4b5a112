"""Measures of a ranking, on cases that can be reckoned by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.relevance_metrics import (
    average_precision,
    dcg,
    figures,
    ndcg,
    recall,
    reciprocal_rank,
)

MEASURES = (ndcg, average_precision, recall, reciprocal_rank)
NAMES = list("abcdefghijkl")
rankings = st.permutations(NAMES)
judgements = st.dictionaries(st.sampled_from(NAMES), st.integers(-1, 3))


def test_gain_is_the_grade_and_shrinks_with_the_rank() -> None:
    assert dcg([3, 0, 2]) == pytest.approx(3 / 1 + 0 + 2 / math.log2(4))


def test_a_grade_below_nought_is_no_loss() -> None:
    assert dcg([-1, 1]) == pytest.approx(1 / math.log2(3))


def test_ndcg_is_measured_against_the_best_order_there_could_be() -> None:
    grades = {"a": 1, "b": 2, "c": 0}
    gained = 1 / 1 + 2 / math.log2(3)
    assert ndcg(["a", "b", "c"], grades) == pytest.approx(gained / (2 / 1 + 1 / math.log2(3)))
    assert ndcg(["b", "a"], grades) == pytest.approx(1)


def test_ndcg_looks_no_deeper_than_ten() -> None:
    deep = [f"wrong {number}" for number in range(10)] + ["right"]
    assert ndcg(deep, {"right": 1}) == 0
    assert ndcg(deep[1:], {"right": 1}) == pytest.approx(1 / math.log2(11))


def test_the_best_of_many_right_ones_fits_into_ten() -> None:
    grades = {f"right {number}": 1 for number in range(30)}
    assert ndcg(list(grades), grades) == pytest.approx(1)


def test_average_precision_counts_what_was_not_found_as_nought() -> None:
    # Right at ranks 1 and 3, a third never found: (1/1 + 2/3 + 0) / 3
    found = average_precision(["a", "x", "b"], {"a": 1, "b": 2, "c": 1})
    assert found == pytest.approx((1 + 2 / 3) / 3)


def test_recall_is_the_share_of_right_ones_down_to_a_depth() -> None:
    assert recall(["x", "a", "b"], {"a": 1, "b": 1, "c": 1}, depth=2) == pytest.approx(1 / 3)


def test_reciprocal_rank_is_of_the_first_right_one() -> None:
    assert reciprocal_rank(["x", "y", "a", "b"], {"a": 1, "b": 1}) == pytest.approx(1 / 3)
    assert reciprocal_rank(["x"], {"a": 1}) == 0


def test_means_are_over_the_queries_that_have_a_right_answer() -> None:
    judged = {"1": {"a": 1}, "2": {"a": 0}, "3": {"b": 1}}
    made = figures({"1": ["a"], "2": ["a"]}, judged)
    assert (made.map, made.mrr, made.ndcg_10, made.recall_100) == (0.5, 0.5, 0.5, 0.5)


def test_without_a_right_answer_there_is_nothing_to_measure() -> None:
    with pytest.raises(ValueError, match="right document"):
        figures({}, {"1": {"a": 0}})


@given(rankings, judgements)
def test_every_measure_is_from_nought_to_one(ranking: list[str], grades: dict[str, int]) -> None:
    assert all(0 <= measure(ranking, grades) <= 1 for measure in MEASURES)


@given(rankings, judgements, st.integers(0, len(NAMES) - 2))
def test_a_better_one_moved_up_by_one_rank_never_lowers_a_measure(
    ranking: list[str], grades: dict[str, int], place: int
) -> None:
    first, second = (max(0, grades.get(name, 0)) for name in ranking[place : place + 2])
    swapped = [*ranking]
    swapped[place : place + 2] = reversed(ranking[place : place + 2])
    before, after = (ranking, swapped) if first <= second else (swapped, ranking)
    for measure in MEASURES:
        assert measure(after, grades) >= measure(before, grades) - 1e-12
