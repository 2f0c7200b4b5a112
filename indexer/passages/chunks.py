"""Which chunks of a text hold the words that are looked for, told without reading its words.

A chunk is what stands between spaces: "(Police," or "l’immigration". No word crosses a space, so
the words of a text are those of its chunks. Texts share most of their chunks: each is read once,
and remembered under the stems of its words.
"""

from collections.abc import Iterable, Iterator

from indexer.analysis import STEMMED, UNSTEMMED, stem, terms

# Chunks remembered for a language before all are forgotten: some 25 MB.
MOST_CHUNKS = 100_000

# Longer chunks (addresses, sentences of Han) hardly come again: they are read each time.
MOST_CHARACTERS = 40

Chunks = dict[str, list[str]]


class Vocabulary:
    """The chunks met so far in the texts of one language.

    Threads share it. A chunk is in `known` only after it is under all its stems; one that two
    threads read at the same time may be there twice.
    """

    def __init__(self, language: str) -> None:
        self.known: set[str] = set()
        self._language = language
        self._chunks_of: Chunks = {}

    def holding(self, chunks: set[str], stems: Iterable[str]) -> dict[str, set[str]]:
        """For each tagged stem, those of the chunks that hold a word with it."""
        long: Chunks = {}
        fresh = chunks - self.known
        for chunk in fresh:
            into = self._chunks_of if len(chunk) <= MOST_CHARACTERS else long
            for each in {stem(term, self._language) for term in terms(chunk)}:
                into.setdefault(each, []).append(chunk)
        self.known.update(chunk for chunk in fresh if len(chunk) <= MOST_CHARACTERS)
        return {
            each: chunks.intersection(self._chunks_of.get(each, ())).union(long.get(each, ()))
            for each in stems
        }


def vocabulary(language: str) -> Vocabulary:
    """The one of a language; those without a stemmer share one. A full one is begun anew."""
    name = language if language in STEMMED else UNSTEMMED
    found = _VOCABULARIES[name]
    if len(found.known) > MOST_CHUNKS:
        found = _VOCABULARIES[name] = Vocabulary(name)
    return found


def places_of_chunk(text: str, chunk: str) -> Iterator[int]:
    """Where a chunk stands in a text, between spaces or the ends of the text."""
    length, last = len(chunk), len(text)
    place = text.find(chunk)
    while place >= 0:
        end = place + length
        if (end == last or text[end].isspace()) and (place == 0 or text[place - 1].isspace()):
            yield place
        # Nothing in here is a space, so no chunk begins before its end.
        place = text.find(chunk, end)


_VOCABULARIES = {language: Vocabulary(language) for language in (*STEMMED, UNSTEMMED)}
