"""The words of a text in order, with their languages and where sentences and paragraphs begin.

All engines index from this one account; a word's place in the list is its position.

    "The plan passed. It stands.\\nLe plan a passé."     a page in English
      words       the plan passed it stands le plan a passe
      spoken      en from 0, fr from 5
      sentences   0 3 5        paragraphs  0 5
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from indexer import analysis
from indexer.languages import parts
from indexer.sentences import Sentence, sentences


class Run(NamedTuple):
    """Words in one language: positions, and an ISO 639-1 code or "und"."""

    start: int
    end: int
    language: str


@dataclass(frozen=True, slots=True)
class RunningWords:
    """What a text says, word for word.

    words:      folded terms, in order
    spoken:     runs of one language, together all the words (none where there are none)
    sentences:  positions of the words that begin a sentence, ascending
    paragraphs: those of them that begin a paragraph
    """

    words: list[str]
    spoken: tuple[Run, ...]
    sentences: list[int]
    paragraphs: list[int]

    def stems(self) -> list[str]:
        """The tagged stem of each word, in order."""
        found: list[str] = []
        for start, end, language in self.spoken:
            found += analysis.stems_in_order(self.words[start:end], language)
        return found


def running_words(text: str, language: str) -> RunningWords:
    """The words of a text of a page in that language."""
    begun = list(sentences(text))
    cuts = [sentence.start for sentence in begun]
    said = analysis.terms_between(text, cuts)
    spoken = parts(text, language, lambda: set(chain.from_iterable(said)))
    if len(spoken) > 1:  # a part begins with a line, and not every line begins a sentence
        cuts = sorted({*cuts, *(part.start for part in spoken)})
        said = analysis.terms_between(text, cuts)
    positions = list(accumulate(map(len, said)))  # of the first word after each cut; then of none
    words = list(chain.from_iterable(said))
    if len(spoken) == 1:
        one = (Run(0, len(words), spoken[0].language),)
        return RunningWords(words, one if words else (), *openings(begun, positions))
    after = dict(zip(cuts, positions, strict=False))
    ends = [*(after[part.start] for part in spoken[1:]), len(words)]
    runs = tuple(
        Run(after[part.start], end, part.language)
        for part, end in zip(spoken, ends, strict=True)
        if after[part.start] < end
    )
    places = [*(after[sentence.start] for sentence in begun), len(words)]
    return RunningWords(words, runs, *openings(begun, places))


def openings(begun: Sequence[Sentence], places: Sequence[int]) -> tuple[list[int], list[int]]:
    """Where sentences and paragraphs begin that have words; one without any opens none.

    places: the position of the first word after each sentence's start, and of the end
    """
    of_sentences: list[int] = []
    of_paragraphs: list[int] = []
    opening = True
    for (_, _, opens), (place, after) in zip(begun, pairwise(places), strict=True):
        opening = opening or opens
        if place < after:
            of_sentences.append(place)
            if opening:
                of_paragraphs.append(place)
            opening = False
    return of_sentences, of_paragraphs
