"""Where sentences and paragraphs begin."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.analysis import terms
from indexer.sentences import sentences

CASES = {
    "Dr. No came. He sat.": ["Dr. No came.", "He sat."],
    "He came at 5 p.m. The council sat.": ["He came at 5 p.m.", "The council sat."],
    "J. K. Quill of the U.S. Senate spoke. No one did.": [
        "J. K. Quill of the U.S. Senate spoke.",
        "No one did.",
    ],
    "On Feb. 3 it grew by 3.5 %. Why? Nobody knows!": [
        "On Feb. 3 it grew by 3.5 %.",
        "Why?",
        "Nobody knows!",
    ],
    "It was late… and then it rained.": ["It was late… and then it rained."],
    "“Why?” he asked. “No.” She left.": ["“Why?” he asked.", "“No.”", "She left."],
    "M. Roy et Mme Côté sont là. « Oui. » Puis rien.": [
        "M. Roy et Mme Côté sont là.",
        "« Oui. »",
        "Puis rien.",
    ],
    "See No. 5 and p. 12. No. 6 is gone. No. It is not.": [
        "See No. 5 and p. 12.",
        "No. 6 is gone.",
        "No.",
        "It is not.",
    ],
    "1. Parks are open.": ["1. Parks are open."],
    "北京。上海！東京": ["北京。", "上海！", "東京"],
    "A heading\n\nA paragraph.": ["A heading", "A paragraph."],
    "A menu\nA heading\nA line": ["A menu", "A heading", "A line"],
    "": [],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=range(len(CASES)))
def test_a_text_parts_into_its_sentences(text: str, expected: list[str]) -> None:
    assert [text[each.start : each.end].strip() for each in sentences(text)] == expected


def test_a_wrapped_paragraph_is_one() -> None:
    text = (
        "The council of Riverton met on Monday to speak of the new\n"
        "bridge, and of nothing else. It was a long evening for all\n"
        "who came.\n\nNext week it meets again."
    )
    assert [each.opens for each in sentences(text)] == [True, False, True]


def test_lines_of_other_lengths_are_paragraphs() -> None:
    text = (
        "Council meets\nThe council of Riverton met on Monday to speak of the new bridge.\nBridge"
    )
    assert [each.opens for each in sentences(text)] == [True, True, True]


WRITTEN = st.text("aB. \n!?…»\"'。é1", max_size=60)


@settings(max_examples=200, deadline=None)
@given(WRITTEN | st.text(max_size=60))
def test_sentences_hold_every_word_once(text: str) -> None:
    found = list(sentences(text))
    assert [term for s in found for term in terms(text[s.start : s.end])] == terms(text)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_text_of_stops_takes_time_in_line_with_its_length():
    # From each stop to the end of them, 300,000 stops would take hours.
    for stops in ("." * 300_000, "!?" * 150_000, "؟." * 150_000):
        assert len(list(sentences(f"{stops}a word. Then more."))) == 2
