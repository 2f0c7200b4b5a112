"""The best passages of a text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.engine import MarkKind, Snippet
from indexer.passages import marks, snippets
from indexer.passages.cutting import one_line
from indexer.query import parse

FILLER = "Nothing of note happened in the harbour that day, and nobody was there to see it. "
LONG = (
    FILLER * 10
    + "The police said no. "
    + FILLER * 10
    + "Then the police asked about status and immigration.\nMore was said later on. "
    + FILLER * 10
    + "A rally was held. "
    + FILLER * 10
)


def shown(query: str, text: str = LONG, most: int = 3) -> tuple[Snippet, ...]:
    return snippets(parse(query), text, "en", most)


def test_the_passage_with_most_of_the_words_comes_first_into_the_choice() -> None:
    (best,) = shown("police status immigration", most=1)
    assert [best.text[slice(*mark)] for mark in best.marks] == ["police", "status", "immigration"]


def test_a_word_not_shown_yet_beats_more_of_the_same() -> None:
    texts = [snippet.text for snippet in shown("police status OR rally", most=2)]
    assert "police asked about status" in texts[0]
    assert "A rally was held." in texts[1]


def test_passages_come_in_the_order_of_the_text() -> None:
    found = shown("rally police")
    assert len(found) == 3
    assert [snippet.offset for snippet in found] == sorted(snippet.offset for snippet in found)


def test_a_passage_begins_with_a_sentence_where_one_is_near() -> None:
    (only,) = shown("immigration")
    assert only.text.startswith(("Nothing of note", "Then the police"))


def test_a_new_line_shows_as_a_space_and_offsets_stay_right() -> None:
    (only,) = shown("immigration")
    assert "\n" not in only.text
    assert "immigration. More was said" in only.text
    assert one_line(LONG[only.offset : only.offset + len(only.text)]) == only.text


@pytest.mark.parametrize("query", ["", "absent", "NOT police", "year:2017", "title:police"])
def test_without_a_match_the_beginning_is_shown(query: str) -> None:
    (only,) = shown(query)
    assert only.offset == 0
    assert only.marks == ()
    assert LONG.startswith(only.text)
    assert 150 <= len(only.text) <= 200


def test_an_empty_text_has_no_passage() -> None:
    assert shown("police", "") == ()
    assert shown("police", " \n ") == ()


def test_a_short_text_is_shown_whole() -> None:
    word = (MarkKind.WORD,)
    assert shown("police", " Hello, police! ") == (
        Snippet("Hello, police!", ((7, 13),), 1, word, ends=True),
    )


def test_a_line_without_spaces_does_not_fill_the_page() -> None:
    (only,) = shown("police", "x" * 5_000 + "-police-" + "y" * 5_000)
    assert [only.text[slice(*mark)] for mark in only.marks] == ["police"]
    assert len(only.text) <= 400


def test_a_phrase_spread_over_pages_is_cut() -> None:
    (only,) = shown('"police status"', "The police" + " -" * 5_000 + " status here")
    assert len(only.text) <= 600
    assert only.marks == ((0, len(only.text)),)


WORDS = st.sampled_from(["police", "status", "the", "a.", "end!\n", "x" * 70, "é", "Montréal", "—"])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(WORDS, max_size=120).map(" ".join),
    st.sampled_from(["police", "police status", '"police status"', "montreal", "status OR the"]),
    st.integers(1, 4),
)
def test_passages_are_pieces_of_the_text_that_do_not_overlap(
    text: str, query: str, most: int
) -> None:
    node = parse(query)
    found = snippets(node, text, "en", most)
    everything = marks(node, text, "en")
    assert len(found) <= most
    assert bool(found) == bool(text.strip())
    end = 0
    for snippet in found:
        assert snippet.offset >= end
        end = snippet.offset + len(snippet.text)
        assert one_line(text[snippet.offset : end]) == snippet.text == snippet.text.strip()
        assert len(snippet.text) <= 400
        assert bool(snippet.marks) == bool(everything)
        for first, last in snippet.marks:
            assert 0 <= first < last <= len(snippet.text)
            assert any(
                start <= snippet.offset + first and snippet.offset + last <= stop
                for start, stop in everything
            )


def test_a_mark_tells_what_it_shows() -> None:
    text = "The police chief spoke. A fire, then the council of police. Status: none."
    (only,) = shown('fire "police chief" council w/3 police OR co-operation', text)
    said = [only.text[slice(*mark)] for mark in only.marks]
    assert said == ["police chief", "fire", "council", "police"]
    assert only.kinds == ("phrase", "word", "near", "near")
    assert [only.text[slice(*span)] for span in only.together] == ["council of police"]


def test_words_near_each_other_are_shown_in_one_passage() -> None:
    text = FILLER * 10 + "The council that day" + " and" * 18 + " asked the police. " + FILLER * 10
    for query in ("council w/40 police", '"police council"~40', "council /s police"):
        (only,) = shown(query, "The police came. " + text)
        assert [only.text[slice(*mark)] for mark in only.marks] == ["council", "police"], query
        assert only.kinds == ("near", "near")


def test_words_that_no_passage_can_hold_together_are_shown_one_by_one() -> None:
    text = "The council met." + " Nothing." * 60 + " The police came." + " Nothing." * 60
    first, second = shown("council /p police", text)
    assert "council" in first.text
    assert "police" in second.text
    assert first.together == second.together == ()


FAMILY = "👩‍👩‍👧‍👦"


@pytest.mark.parametrize("sign", [FAMILY, "e\u0301", "🇨🇦", "👍🏽", "\u1112\u1161\u11ab"])
def test_no_sign_of_several_characters_is_parted(sign: str) -> None:
    for shift in range(6):
        line = "a" * shift + sign * 300
        (only,) = shown("police", f"{line}-police-{line}")
        for side in only.text.split("police"):
            assert side.replace(sign, "").strip("a-") == ""


def test_text_without_spaces_is_cut_between_its_words() -> None:
    text = (
        "市議会は港の予算を可決した。" * 40
        + "警察は黙っていた。"
        + "市議会は港の予算を可決した。" * 40
    )
    (only,) = shown("警察", text)
    assert 100 <= len(only.text) <= 220
    assert only.text.startswith("市議会は")
    (address,) = shown("police", "https://pages.example/" + "abc/" * 90 + "police/" + "def/" * 90)
    assert address.text.startswith("abc/")
    assert address.text.endswith("def")


def test_an_abbreviation_begins_no_sentence() -> None:
    text = "Nothing. " * 40 + "There Mr. Roe and Dr. Fern of the " + "very " * 5 + "old police met."
    (only,) = shown("police", text)
    assert only.text.startswith("Nothing.")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(WORDS, max_size=80).map(" ".join),
    st.sampled_from(
        ["police w/3 status", "police /s the", '"status police"~4', 'the w/9 "police status"']
    ),
)
def test_the_marks_of_a_passage_are_marks_of_the_document(text: str, query: str) -> None:
    node = parse(query)
    everything = set(marks(node, text, "en"))
    for snippet in snippets(node, text, "en"):
        last = len(snippet.text)
        for start, end in snippet.marks:
            placed = snippet.offset + start, snippet.offset + end
            assert placed in everything or start == 0 or end == last
        assert len(snippet.kinds) == len(snippet.marks)
        for start, end in snippet.together:
            assert any(first == start for first, _ in snippet.marks)
            assert any(stop == end for _, stop in snippet.marks)


def test_a_book_of_words_near_each_other_is_cut_at_once() -> None:
    said = (f"word{n % 5_000} of the city. Police and" for n in range(50_000))
    text = " ".join(said) + " police status"
    began = time.process_time()
    for query in ("police w/5 city", "police /s word42", '"the police status"~4', "of the city"):
        assert shown(query, text)[0].marks
    assert time.process_time() - began < 10  # 0.8 s on an idle machine


def test_a_passage_tells_whether_the_text_ends_with_it() -> None:
    assert [snippet.ends for snippet in shown("rally")] == [False]
    assert [snippet.ends for snippet in shown("rally", FILLER * 10 + "A rally was held.\n")] == [
        True
    ]
    assert [snippet.ends for snippet in shown("absent", "A short text.")] == [True]
    assert [snippet.ends for snippet in shown("absent")] == [False]
    first, last = shown("rally police", "A rally. " + FILLER * 10 + "The police came.")
    assert (first.ends, last.ends) == (False, True)
