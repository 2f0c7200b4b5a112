"""A text as its phrases: runs of four words, each as 64 bits."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from zlib import crc32

import numpy as np
import numpy.typing as npt

from indexer.analysis import terms
from indexer.metadata.published.months import MONTHS

# Words in a phrase. Broder and others (1997) took ten for whole files; four still have an order
# of their own, and let a story whose every fourth line was edited keep half of its phrases.
PHRASE_WORDS = 4

Hashes = npt.NDArray[np.uint64]
Bools = npt.NDArray[np.bool_]

# Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014): SplitMix64.
GOLDEN = np.uint64(0x9E3779B97F4A7C15)
FIRST = np.uint64(0xBF58476D1CE4E5B9)
SECOND = np.uint64(0x94D049BB133111EB)

# The first so many terms of a text are compared; the longest law of our corpora has a million.
MOST_TERMS = 1_500_000
# What has more words is read in pieces of about so many characters.
PIECE_CHARACTERS = 200_000

DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Phrases:
    """A text as it is compared.

    words:   a number for each word, in order; the same for the same folded term
    figures: by word, whether it is a number or the name of a month
    phrases: a number for each phrase, by its first word; none where the text is shorter than one
    """

    words: Hashes
    figures: Bools
    phrases: Hashes


def phrases_of(text: str) -> Phrases:
    """The phrases of a text: the same for texts of the same terms."""
    said = said_in(text)
    words = numbered(said)
    figures = np.fromiter(map(is_figure, said), np.bool_, len(said))
    return Phrases(words, figures, hashed_phrases(words))


@lru_cache(maxsize=1)
def said_in(text: str) -> tuple[str, ...]:
    """The terms of a text; those of the last one are at hand, as several ask for them in turn."""
    if len(text) <= MOST_TERMS:
        return tuple(terms(text))
    found = chain.from_iterable(map(terms, pieces_of(text)))
    return tuple(islice(found, MOST_TERMS))


def pieces_of(text: str) -> Iterator[str]:
    """A long text in pieces that end at a space, where one stands in them."""
    start = 0
    while start < len(text):
        end = start + PIECE_CHARACTERS
        if end < len(text):
            space = max(text.rfind(sign, start, end) for sign in " \n")
            end = end if space <= start else space
        yield text[start:end]
        start = end


def numbered(said: Sequence[str]) -> Hashes:
    """A number for each term: the same in every process and on every machine."""
    coded = " ".join(said).encode("utf-8").split(b" ") if said else []
    return np.fromiter(map(crc32, coded), np.uint64, len(coded))


def is_figure(term: str) -> bool:
    """Whether a term is what differs between two notices of one form: a number, a month."""
    return DIGIT.search(term) is not None or term in MONTHS


def hashed_phrases(words: Hashes) -> Hashes:
    """One number for each run of PHRASE_WORDS words."""
    count = max(0, len(words) - PHRASE_WORDS + 1)
    found = words[:count].copy()
    for place in range(1, PHRASE_WORDS):
        found = mixed(found + GOLDEN) + words[place : place + count]
    return mixed(found)


def mixed(numbers: Hashes) -> Hashes:
    """Numbers spread over 64 bits, one to one."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * FIRST
    numbers = (numbers ^ (numbers >> np.uint64(27))) * SECOND
    return numbers ^ (numbers >> np.uint64(31))
