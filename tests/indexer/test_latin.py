"""The quick way from text to words says exactly what the careful way says."""

import sys
from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.analysis import terms, terms_between, words
from indexer.latin import QuickFold

# Signs that change what is around them, letters of other scripts, and any text at all.
MIXED = st.text(
    alphabet=" .’—aB_cé'\x1f\u0301\ufe0f\u00ad\u200dœŒßµæÞﬁŀŉİ½①Ⅳ漢ﾞカяﾠ€😀\n", max_size=40
)
TEXTS = MIXED | st.text(alphabet=st.characters(max_codepoint=0x250), max_size=40) | st.text()


def carefully(text: str) -> list[str]:
    return [token.term for token in words(text)]


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_the_quick_way_finds_the_words_that_the_careful_way_finds(text: str) -> None:
    assert terms(text) == carefully(text)


def test_no_character_changes_what_the_quick_way_makes_of_its_neighbours() -> None:
    # Beyond the scripts that parts of words are told by, one in thirty stands for its neighbours.
    for code in (*range(0x3000), *range(0x3000, sys.maxunicode + 1, 31)):
        one = chr(code)
        if code < 0x3000 or one.isalnum():
            text = f"x{one}y {one}y x{one} {one}.{one}{one} x{one}{one}y"
            assert terms(text) == carefully(text), hex(code)


def test_english_and_french_never_need_the_careful_way() -> None:
    quick = QuickFold(carefully)
    text = "“L’œuvre” — Ça coûte 5 €, naïf… Straße™ £10 … n’est-ce pas ?"
    folded = quick(text)
    assert folded is not None
    assert folded.split() == carefully(text)


def test_a_letter_that_only_the_careful_way_knows_is_left_to_it() -> None:
    assert QuickFold(carefully)("the 漢 sign") is None


@settings(max_examples=300, deadline=None)
@given(st.lists(MIXED, max_size=6))
def test_a_text_cut_between_words_keeps_its_words_in_their_pieces(lines: list[str]) -> None:
    lines = [f"{line}\n" for line in lines]
    text = "".join(lines)
    cuts = [sum(map(len, lines[:number])) for number in range(1, len(lines))]
    if lines:
        assert terms_between(text, cuts) == [carefully(line) for line in lines]
    assert [*chain(*terms_between(text, cuts))] == terms(text)
