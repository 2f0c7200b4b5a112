"""The plain BM25 that rankings are measured beside."""

import math

import pytest

from benchmarks.relevance_data import typed
from benchmarks.relevance_peer import K1, B, PlainBM25
from indexer.query import any_of, echo, parse
from indexer.query.limits import MOST_CLAUSES

PAGES = (
    ("bridge", "The new bridge over the river opened; bridges are rare here."),
    ("river", "The river rose, and the old ferry stayed at its pier all that long night."),
    ("bread", "A baker sells bread."),
)


def test_a_page_is_found_by_any_word_in_any_form() -> None:
    plain = PlainBM25(PAGES, "en")
    assert plain.rank("bridges breads", 10) == ["bridge", "bread"]
    assert plain.rank("walrus", 10) == []


def test_a_score_is_what_the_formula_says() -> None:
    plain = PlainBM25((("a", "ferry ferry pier"), ("b", "pier")), "en")
    rarity = math.log1p((2 - 1 + 0.5) / (1 + 0.5))
    expected = rarity * 2 / (2 + K1 * (1 - B + B * 3 / 2))
    assert plain.scores("ferry")["a"] == pytest.approx(expected)


def test_a_word_typed_twice_counts_twice() -> None:
    plain = PlainBM25(PAGES, "en")
    assert plain.scores("bread bread")["bread"] == pytest.approx(2 * plain.scores("bread")["bread"])


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the council decide?", "What OR did OR the OR council OR decide"),
        ("Ferries: yes or NOT (2016/17)", "Ferries OR yes OR or OR not OR 2016 OR 17"),
        ('"Bread" -salt , * ~2 …', "Bread OR salt OR 2"),
        ("Qu'est-ce que l'asile ?", "Qu'est-ce OR que OR l'asile"),
    ],
)
def test_a_question_is_typed_as_its_words(question: str, words: str) -> None:
    text = typed(question)
    assert echo(any_of(parse(text), text)) == echo(parse(words))


def test_a_long_question_is_typed_as_far_as_a_query_may_go() -> None:
    text = typed("word " * 100)
    assert len(text.split()) == MOST_CLAUSES
    assert parse(text) is not None
