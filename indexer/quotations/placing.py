"""Where a page says what was quoted: the passage that comes nearest, word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import numpy as np
from rapidfuzz.distance import Indel, Levenshtein

from indexer.analysis import Token
from indexer.quotations.comparing import Compared, compare, similarity
from indexer.quotations.page_words import PageWords
from indexer.quotations.quoted import Segment

# Words that "[…]" may stand for: a page of a book and a half. Further apart, the parts are
# looked for each for itself.
MOST_LEFT_OUT = 400

# Places of a long page that are looked at closely, those with the most of the rare words first.
PLACES_TRIED = 3

# Ends what somebody said: words beyond it are no part of the passage.
STOP = re.compile(r"[.!?\n]")

Span = tuple[int, int]
# Where the same words stand in the quotation and on the page, and how many they are.
Block = tuple[int, int, int]


class Where(StrEnum):
    """The part of a page where a passage stands."""

    TEXT = "text"
    TITLE = "title"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage of a text.

    compared: each segment of the quotation with its words here; tokens: those words
    """

    compared: tuple[Compared, ...]
    tokens: tuple[tuple[Token, ...], ...]

    @property
    def similarity(self) -> float:
        """How much it agrees with the quotation, 0 to 1."""
        return similarity(self.compared)

    @property
    def exact(self) -> bool:
        """Whether it is word for word."""
        return all(run.same for each in self.compared for run in each.runs)

    @property
    def span(self) -> tuple[int, int]:
        """Where it starts and ends in the text, in characters."""
        every = [token for tokens in self.tokens for token in tokens]
        return every[0].start, every[-1].end


def place(page: PageWords, segments: Sequence[Segment]) -> Placed | None:
    """The passage that comes nearest to a quotation, or None where no word of it is there."""
    spans = in_sequence(page, segments) or near(page, segments)
    if not any(start < end for start, end in spans):
        return None
    compared = tuple(
        compare(segment.terms, page.terms[start:end])
        for segment, (start, end) in zip(segments, spans, strict=True)
    )
    return Placed(compared, tuple(tuple(page.tokens(*span)) for span in spans))


def in_sequence(page: PageWords, segments: Sequence[Segment]) -> list[Span] | None:
    """Where the segments stand word for word, one after the other; None where they do not."""
    spans: list[Span] = []
    after = 0
    for segment in segments:
        start = page.sequence(segment.terms, after)
        if start is None or (spans and start - after > MOST_LEFT_OUT):
            return None
        after = start + len(segment.tokens)
        spans.append((start, after))
    return spans


def near(page: PageWords, segments: Sequence[Segment]) -> list[Span]:
    """The nearest to each segment: the longest first, the others before and after it."""
    longest = max(range(len(segments)), key=lambda place: len(segments[place].tokens))
    found = nearest(page, segments[longest].terms, 0, len(page.terms))
    spans = [found]
    end = found[1]
    for segment in segments[longest + 1 :]:
        span = nearest(page, segment.terms, end, min(end + MOST_LEFT_OUT, len(page.terms)))
        end = max(end, span[1])
        spans.append(span)
    start = found[0]
    for segment in reversed(segments[:longest]):
        span = nearest(page, segment.terms, max(start - MOST_LEFT_OUT, 0), start)
        start = span[0] if span[0] < span[1] else start
        spans.insert(0, span)
    return spans


def nearest(page: PageWords, wanted: Sequence[str], first: int, last: int) -> Span:
    """The words between two places that come nearest; an empty span where none is among them."""
    length = len(wanted) + len(wanted) // 4 + 4
    best, most = (first, first), 0.0
    for begin in likely(page.terms[first:last], wanted, length):
        window = first + begin
        span = tight(page, wanted, window, min(window + length, last), (first, last))
        alike = Indel.normalized_similarity(wanted, page.terms[slice(*span)])
        if alike > most:
            best, most = span, alike
    return best


def likely(terms: Sequence[str], wanted: Sequence[str], length: int) -> list[int]:
    """Where stretches of so many words begin that have the most of the wanted ones, best first.

    A word counts the less the more often the page says it.
    """
    numbers = {term: number for number, term in enumerate(dict.fromkeys(wanted), 1)}
    said = np.fromiter((numbers.get(term, 0) for term in terms), np.int32, len(terms))
    worth = 1 / np.sqrt(np.maximum(np.bincount(said, minlength=len(numbers) + 1), 1))
    worth[0] = 0.0
    total = np.concatenate(([0.0], np.cumsum(worth[said])))
    length = min(length, len(terms))
    sums = total[length:] - total[: len(total) - length]
    found: list[int] = []
    for _ in range(PLACES_TRIED):
        best = int(np.argmax(sums)) if len(sums) else 0
        if not len(sums) or sums[best] <= 0:
            break
        found.append(best)
        sums[max(best - length, 0) : best + length] = 0.0
    return found


def tight(page: PageWords, wanted: Sequence[str], start: int, end: int, bounds: Span) -> Span:
    """The span of a passage inside a stretch of words, without what stands before and after it.

    Where its first or last words were changed, as many words of the page stand for them, but none
    of another sentence.
    """
    blocks = [
        (block.a, start + block.b, block.size)
        for block in Levenshtein.editops(wanted, page.terms[start:end]).as_matching_blocks()
        if block.size
    ]
    blocks = without_strays(without_strays(blocks)[::-1], last=True)[::-1]
    if not blocks:
        return start, start
    (before, first, _), (place, last, size) = blocks[0], blocks[-1]
    after = last + size
    low = max(first - before, bounds[0])
    high = min(after + len(wanted) - place - size, bounds[1])
    return max([low, *openings(page, low, first)]), min([high, *openings(page, after - 1, high)])


def openings(page: PageWords, start: int, end: int) -> list[int]:
    """The words between two places, the second included, that begin a sentence."""
    tokens = page.tokens(start, min(end + 1, len(page.terms)))
    return [
        start + number
        for number, (token, after) in enumerate(pairwise(tokens), 1)
        if STOP.search(page.text, token.end, after.start)
    ]


def without_strays(blocks: list[Block], *, last: bool = False) -> list[Block]:
    """The blocks of the same words without the first ones that stand far from the rest by chance.

    last: whether they come last first
    """
    while len(blocks) > 1:
        (here, there, size), (next_here, next_there, next_size) = blocks[:2]
        if last:
            apart = (there - next_there - next_size) - (here - next_here - next_size)
        else:
            apart = (next_there - there - size) - (next_here - here - size)
        if apart <= 2 * size + 2:
            break
        blocks = blocks[1:]
    return blocks
