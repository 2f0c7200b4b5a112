"""Chunks: what stands between spaces, and the words in it."""

import threading

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.analysis import stem, words
from indexer.passages import chunks
from indexer.passages.chunks import Vocabulary, places_of_chunk

TEXTS = st.text(alphabet="abs éÉ東_-\u0301\u00ad’ \u00a0\u2028\n\x1c", max_size=40)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_the_words_of_a_text_are_those_of_its_chunks(text: str) -> None:
    found = [
        (token.term, place + token.start, place + token.end)
        for chunk in set(text.split())
        for place in places_of_chunk(text, chunk)
        for token in words(chunk)
    ]
    assert sorted(found, key=lambda word: word[1]) == words(text)


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXTS, max_size=4), st.integers(1, 40))
def test_a_chunk_is_told_by_the_stems_of_its_words(texts: list[str], most: int) -> None:
    vocabulary = Vocabulary("en")
    longest, chunks.MOST_CHARACTERS = chunks.MOST_CHARACTERS, most
    try:
        for text in (*texts, *texts):
            there = set(text.split())
            stems = {stem(word.term, "en") for word in words(text)} | {"en:absent"}
            assert vocabulary.holding(there, stems) == {
                each: {c for c in there if each in {stem(w.term, "en") for w in words(c)}}
                for each in stems
            }
    finally:
        chunks.MOST_CHARACTERS = longest


def test_a_full_vocabulary_is_begun_anew() -> None:
    first = chunks.vocabulary("de")
    assert first is chunks.vocabulary("und") is not chunks.vocabulary("fr")
    first.known.update(map(str, range(chunks.MOST_CHUNKS + 1)))
    assert chunks.vocabulary("de") is not first


def test_threads_learn_together() -> None:
    vocabulary = Vocabulary("en")
    wrong: list[object] = []

    def ask() -> None:
        for number in range(0, 2_000, 50):
            there = {f"harbour{n}," for n in range(number, number + 100)}
            found = vocabulary.holding(there, {f"en:harbour{number + 60}"})
            if found != {f"en:harbour{number + 60}": {f"harbour{number + 60},"}}:
                wrong.append(found)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
