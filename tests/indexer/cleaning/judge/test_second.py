import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.cleaning.judge.second import NAMES, second_features


def told(likely: list[float], words: list[int] | None = None) -> dict[str, list[float]]:
    """The second trees' features by name; all lines look different."""
    count = len(likely)
    made = second_features(
        np.array(likely, np.float32),
        np.array(words or [10] * count, np.float32),
        np.arange(count, dtype=np.float32)[None].repeat(2, 0),
    )
    return dict(zip(NAMES, made.tolist(), strict=True))


def test_a_line_knows_what_the_first_trees_made_of_those_next_to_it():
    features = told([0.9, 0.5, 0.1])
    assert features["log-odds"][1] == pytest.approx(0)
    assert features["log-odds -1"][1] == pytest.approx(np.log(9), rel=1e-3)
    assert features["log-odds +1"][1] == pytest.approx(-np.log(9), rel=1e-3)
    assert features["log-odds -1"][0] == features["log-odds +1"][2] == -8


def test_a_line_knows_how_far_the_best_run_of_lines_is():
    features = told([0.0, 0.0, 0.95, 0.95, 0.95, 0.0, 0.0])
    assert features["before the run"] == [2, 1, 0, 0, 0, 0, 0]
    assert features["after the run"] == [0, 0, 0, 0, 0, 1, 2]
    assert features["page run"][0] == pytest.approx(3 / 7)


def test_a_line_knows_how_far_the_nearest_sure_text_is_and_how_much_text_is_above():
    features = told([0.0, 0.9, 0.1, 0.1, 0.9])
    assert features["sure above"] == [200, 200, 1, 2, 3]
    assert features["sure below"] == [1, 3, 2, 1, 200]
    assert features["text above, share"][0] == 0
    assert features["text below, share"][-1] == pytest.approx(0, abs=1e-6)


def test_lines_that_look_alike_share_how_likely_they_are():
    likely = np.array([0.8, 0.2, 0.5], np.float32)
    words = np.full(3, 10, np.float32)
    looks = np.array([[1, 1, 2], [0, 0, 0]], np.float32)
    rows = second_features(likely, words, looks)
    assert rows[NAMES.index("group likely")] == pytest.approx([0.5, 0.5, 0.5])
    assert rows[NAMES.index("same look likely")] == pytest.approx([0.5] * 3)


@given(
    st.lists(st.tuples(st.floats(0, 1, width=32), st.integers(0, 5000)), min_size=1, max_size=60)
)
def test_every_feature_is_a_number_whatever_the_likelihoods(lines):
    rows = second_features(
        np.array([likely for likely, _ in lines], np.float32),
        np.array([words for _, words in lines], np.float32),
        np.zeros((2, len(lines)), np.float32),
    )
    assert rows.shape == (len(NAMES), len(lines))
    assert np.isfinite(rows).all()
