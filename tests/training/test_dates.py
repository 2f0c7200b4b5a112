from datetime import date

import pytest

from archive.document import PublicationDate

pytest.importorskip("catboost", reason="only training needs it: requirements/train.txt")

from training.dates.fit import trees_of
from training.dates.folds import judged


@pytest.mark.parametrize(
    ("first", "last", "verdict"),
    [
        (date(2017, 2, 3), date(2017, 2, 3), "right"),
        (date(2017, 2, 4), date(2017, 2, 4), "wrong"),
        (date(2017, 2, 1), date(2017, 2, 28), "covered"),
        (None, date(2017, 2, 28), "covered"),
        (date(2017, 2, 4), None, "wrong"),
    ],
)
def test_a_range_covers_what_it_holds_and_a_wrong_day_is_wrong(first, last, verdict):
    assert judged(PublicationDate(first, last, "date line"), "2017-02-03") == verdict


def test_no_date_is_no_verdict():
    assert judged(None, "2017-02-03") == "none"


def test_a_tree_that_asks_less_answers_alike_whatever_the_last_question_says():
    split = {"float_feature_index": 0, "border": 0.5}
    model = {
        "oblivious_trees": [{"splits": [split], "leaf_values": [-1.0, 1.0]}],
        "scale_and_bias": [1.0, [0.0]],
    }
    low, high = trees_of(model, 3).likelihoods([[0.0], [1.0]])
    assert low == pytest.approx(0.269, abs=0.001)
    assert high == pytest.approx(0.731, abs=0.001)
