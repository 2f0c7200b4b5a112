"""A page as the finder of places reads it: title and text, word by word."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from indexer.metadata.places.vocabulary import SHORT_TITLES
from indexer.metadata.places.words import Word, words

# Longer pages are read to here: the places of a page show themselves long before.
MOST_CHARACTERS = 400_000
# Longer "words" are encoded data.
LONGEST_WORD_CHARACTERS = 40
BETWEEN = "\n\n"

# A line is a headline when this share of its longer words has a capital.
HEADLINE_SHARE = 0.75
HEADLINE_WORDS = 3
LONGER_LETTERS = 4
# A page with fewer capitals than this does without them.
CAPITAL_SHARE = 0.005
JUDGED_WORDS = 8

LINE_END = re.compile(r"\n")
SENTENCE_POINTS = (".", "!", "?")
SENTENCE_ENDS = frozenset('.!?:;•|\n"“”«»(…*[\u2028')


@dataclass(slots=True)
class Page:
    """Title and text as one, with what the weighing of a name needs.

    text_starts: the offset in `whole` at which the page's text begins
    loud:        for each word, whether its line writes most words with a capital
    lower:       the folded words that the page writes without a capital
    small:       whether the page does without capitals altogether
    """

    whole: str
    text_starts: int
    tokens: list[Word]
    loud: bytearray
    lower: frozenset[str]
    small: bool

    def gap(self, left: int, right: int) -> str:
        """What stands between two words."""
        return self.whole[self.tokens[left].end : self.tokens[right].start]

    def opens_sentence(self, number: int) -> bool:
        """Whether a word begins a sentence, a line or a quotation."""
        if number == 0:
            return True
        gap = self.gap(number - 1, number)
        if gap in (" ", "-", "'", "’"):
            return False
        before = self.tokens[number - 1]
        abbreviated = before.folded in SHORT_TITLES or before.end - before.start == 1
        if gap.startswith(".") and abbreviated and "\n" not in gap:
            return False
        return not SENTENCE_ENDS.isdisjoint(gap)


def read_page(text: str, title: str) -> Page:
    """The page of a text and a title."""
    whole = (title + BETWEEN + text if title else text)[:MOST_CHARACTERS]
    tokens = words(whole)
    if max((t.end - t.start for t in tokens), default=0) > LONGEST_WORD_CHARACTERS:
        tokens = [t for t in tokens if t.end - t.start <= LONGEST_WORD_CHARACTERS]
    small_words = [token.folded for token in tokens if not token.capital]
    capitals = len(tokens) - len(small_words)
    return Page(
        whole=whole,
        text_starts=len(title) + len(BETWEEN) if title else 0,
        tokens=tokens,
        loud=loud_words(whole, tokens),
        lower=frozenset(small_words),
        small=len(tokens) >= JUDGED_WORDS and capitals < CAPITAL_SHARE * len(tokens),
    )


def loud_words(whole: str, tokens: list[Word]) -> bytearray:
    """For each word, 1 where it stands in a headline: capitals there tell nothing."""
    loud = bytearray(len(tokens))
    starts = [token.start for token in tokens]
    first = 0
    for line_end in (*(match.start() for match in LINE_END.finditer(whole)), len(whole)):
        after = bisect_left(starts, line_end, first)
        if after > first and is_headline(whole, tokens[first:after]):
            loud[first:after] = b"\x01" * (after - first)
        first = after
    return loud


def is_headline(whole: str, line: list[Word]) -> bool:
    """Whether a line writes most of its words with a capital, and is no sentence."""
    longer = [t.capital for t in line if t.end - t.start >= LONGER_LETTERS]
    if len(longer) < HEADLINE_WORDS or sum(longer) < HEADLINE_SHARE * len(longer):
        return False
    start, end = line[0].start, line[-1].end
    return whole[end : end + 1] not in SENTENCE_POINTS or whole[start:end].isupper()
