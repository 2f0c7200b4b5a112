"""Whatever is said: nothing raises, nothing typed is lost, hostile sentences take no time."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.phrasebook import said, told
from indexer.phrasebook.book import phrases_of
from indexer.phrasebook.template import Tries, template_of
from indexer.why.wording import MESSAGES

TEMPLATES = [template_of(english) for english, _, apart in phrases_of("fr") if not apart]
# Text that is full of what templates are made of.
PIECES = st.sampled_from(
    sorted({piece for template in TEMPLATES for piece in template.pieces if piece})
)
TYPED = st.lists(PIECES | st.text(max_size=12) | st.sampled_from('“”"«»{}%;,. ')).map("".join)

# A machine that is busy with other work takes longer, a hang for ever.
HANG_S = 20.0


@given(TYPED)
def test_anything_can_be_asked(sentence: str) -> None:
    found = said(sentence, "fr")
    assert found.language in ("en", "fr")
    assert found.language == "fr" or found.text == sentence


@given(st.sampled_from(TEMPLATES), st.data())
def test_no_value_of_a_sentence_is_lost(template, data) -> None:
    """Whatever fills a hole that is not looked at stands in the French sentence as it was."""
    plain = [hole for hole in template.holes if not hole.kind]
    if len(plain) < len(template.holes):
        return
    values = [data.draw(TYPED.filter(bool)) for _ in plain]
    sentence = "".join(
        piece + value for piece, value in zip(template.pieces, [*values, ""], strict=True)
    )
    found = said(sentence, "fr")
    for value in values:
        if not any(mark in value for mark in '“”"'):
            assert value in found.text or found.language == "fr"
    assert found.language == "fr"


@given(st.sampled_from(sorted(MESSAGES.values())), TYPED)
def test_a_word_typed_stands_in_the_reason_as_it_was(message: str, typed: str) -> None:
    if "{word}" not in message:
        return
    values = {"word": f"“{typed}”", "found": "“x”"}
    found = told(message, [(n, v) for n, v in values.items() if f"{{{n}}}" in message], "fr")
    assert found.language == "fr"
    assert typed in found.text


@settings(max_examples=10, deadline=None)
@given(PIECES, st.integers(50, 400))
def test_hostile_sentences_end_soon(piece: str, times: int) -> None:
    begun = time.perf_counter()
    said(piece * times, "fr")
    said("It follows “" + f"{piece}”. " * times, "fr")
    said("; ".join([piece] * times), "fr")
    assert time.perf_counter() - begun < HANG_S


def test_a_sentence_can_be_as_long_as_a_page() -> None:
    line = "“It follows ”. " * 100_000
    found = said(f"It follows “{line}”. It asks to share the page.", "fr")
    assert found.language == "fr"
    assert line in found.text
    assert said("a”; “" * 200_000, "fr").language == "en"


def test_partings_are_bounded() -> None:
    template = template_of("{a} {b} {c} {d}.")
    tries = Tries(100)
    assert len(list(template.partings("x " * 500 + ".", lambda hole, value: True, tries))) < 100
