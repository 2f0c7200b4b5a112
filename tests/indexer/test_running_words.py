"""Words of a text in order, their languages and where sentences and paragraphs begin."""

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer import analysis
from indexer.languages import language_at, parts
from indexer.running_words import Run, running_words
from indexer.sentences import sentences

ENGLISH = "The council voted for the plan. It was the last of them.\n"
FRENCH = "Le conseil a voté pour le plan dans une salle. Les élus sont là.\n"
PIECES = st.sampled_from(
    [ENGLISH, FRENCH, "\n\n", "- ", "Dr. ", "Fin", " 12. ", "…\n", "漢字。", "\x1f"]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


def test_words_stand_in_order_with_the_language_of_their_paragraph() -> None:
    said = running_words(ENGLISH + FRENCH, "en")
    assert said.words[:3] == ["the", "council", "voted"]
    assert said.spoken == (Run(0, 12, "en"), Run(12, 26, "fr"))
    assert [*said.stems()][:3] == ["en:the", "en:council", "en:vote"]
    assert [*said.stems()][12:14] == ["fr:le", "fr:conseil"]


def test_sentences_and_paragraphs_are_told_by_their_first_word() -> None:
    said = running_words("A plan passed. It stands.\n\n***\n\nNobody came.", "en")
    assert said.sentences == [0, 3, 5]
    assert said.paragraphs == [0, 5]


def test_a_text_without_words_says_nothing() -> None:
    for text in ("", " \n", "***\n\n…"):
        said = running_words(text, "en")
        assert (said.words, said.sentences, said.paragraphs) == ([], [], [])
        assert [*said.stems()] == []


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["en", "fr", "und"]))
def test_one_pass_says_what_words_parts_and_sentences_say_apart(text: str, language: str) -> None:
    said = running_words(text, language)
    tokens = analysis.words(text)
    spoken = parts(text, language)
    assert said.words == [token.term for token in tokens]
    assert [*said.stems()] == [
        analysis.stem(token.term, language_at(spoken, token.start)) for token in tokens
    ]
    begins = {
        next(number for number, token in enumerate(tokens) if token.start >= sentence.start)
        for sentence in sentences(text)
        if analysis.terms(text[sentence.start : sentence.end])
    }
    assert said.sentences == sorted(begins)
    assert set(said.paragraphs) <= begins
