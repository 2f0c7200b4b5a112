"""What lines look like by themselves: letters, digits, signs, words; for a whole page at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from indexer.cleaning.judge import glyphs
from indexer.cleaning.judge.vocabulary import (
    SMALL_WORD_BITS,
    Hashes,
    hash_words,
    mixed,
    small_words,
)

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]

# A line's shape is told from its beginning and end: nothing more is learned from the middle.
MAX_SHAPED_CHARS = 320

# A Han or kana character counts as half a word.
IDEOGRAPHS_A_WORD = 2

# Only short lines are told by their words; in long ones every word stands.
MAX_PAIRED_WORDS = 15
# What stands before a line's first word and after its last.
LINE_EDGE = np.uint32(0x5BD1E995)
PAIR_FACTOR = np.uint32(0x9E3779B1)

CLOSING_QUOTES = "\"'”’»)]"
MAX_CLOSING_QUOTES = 4


@dataclass(frozen=True, slots=True)
class Shapes:
    """The lines of a page as numbers; arrays have one value a line unless said otherwise.

    counts:     characters of each kind, KINDS × lines
    units:      words of the whole line; ideographs count by halves
    words:      words of the part that was looked at; so are all those below
    small:      words that are small words of running text
    capitals:   words that begin with a capital
    firsts:     the kind of the first character
    lasts:      the kind of the last one, closing quotes left aside
    line_of:    for each word, its line
    hashes:     for each word, its hash in lower case
    is_small:   for each word, whether it is a small word
    is_number:  for each word, whether it begins with a digit
    """

    counts: Floats
    units: Floats
    words: Floats
    small: Floats
    capitals: Floats
    firsts: npt.NDArray[np.uint8]
    lasts: npt.NDArray[np.uint8]
    line_of: Places
    hashes: Hashes
    is_small: Bools
    is_number: Bools

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self.units)

    def per_line(self, values: npt.NDArray[np.generic]) -> Floats:
        """The sum of a value of each word over the words of each line."""
        return np.bincount(self.line_of, weights=values, minlength=self.lines).astype(np.float32)


def shapes_of(texts: Sequence[str], units: Sequence[int]) -> Shapes:
    """The shapes of a page's lines, none of them blank, given how many words each has."""
    shaped = [text.strip() if len(text) <= MAX_SHAPED_CHARS else shortened(text) for text in texts]
    lines = len(shaped)
    lengths = np.fromiter(map(len, shaped), np.intp, lines)
    codes = glyphs.codes_of("\n".join(shaped) + "\n")
    kinds = glyphs.kinds_of(codes)
    begins = np.cumsum(lengths + 1) - lengths - 1
    line_of = np.repeat(np.arange(lines), lengths + 1)
    counts = counts_of(kinds, line_of, lines)
    starts, ends = word_bounds(kinds)
    hashes = hash_words(glyphs.lowered(codes), starts, ends)
    words_line, initials = line_of[starts], kinds[starts]
    small = small_words()[hashes >> np.uint32(32 - SMALL_WORD_BITS)]
    return Shapes(
        counts=counts,
        units=np.array(units, np.float32)
        + counts[glyphs.IDEOGRAPH] / np.float32(IDEOGRAPHS_A_WORD),
        words=np.bincount(words_line, minlength=lines).astype(np.float32),
        small=np.bincount(words_line[small], minlength=lines).astype(np.float32),
        capitals=np.bincount(words_line[initials == glyphs.UPPER], minlength=lines).astype(
            np.float32
        ),
        firsts=kinds[begins],
        lasts=last_kinds(kinds, codes, begins, begins + lengths),
        line_of=words_line,
        hashes=hashes,
        is_small=small,
        is_number=initials == glyphs.DIGIT,
    )


def counts_of(kinds: glyphs.Bytes, line_of: Places, lines: int) -> Floats:
    """How many characters of each kind each line has, KINDS × lines."""
    keys = kinds.astype(np.intp)
    keys *= lines
    keys += line_of
    counts = np.bincount(keys, minlength=glyphs.KINDS * lines)
    counted: Floats = counts.reshape(glyphs.KINDS, lines).astype(np.float32)
    return counted


def word_bounds(kinds: glyphs.Bytes) -> tuple[Places, Places]:
    """Where words start and end in a text that ends with no word."""
    inside = word_table().take(kinds)
    bounds = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    if inside[0]:
        bounds = np.concatenate([[0], bounds])
    return bounds[::2], bounds[1::2]


def shortened(text: str) -> str:
    """A line without what lies far from both its ends."""
    half = MAX_SHAPED_CHARS // 2
    return f"{text[:half]} {text[-half:]}".strip()


@cache
def word_table() -> Bools:
    """Which kinds of characters belong to words."""
    table = np.zeros(glyphs.KINDS, np.bool_)
    table[list(glyphs.WORD_KINDS)] = True
    table[glyphs.IDEOGRAPH] = False
    return table


def last_kinds(
    kinds: glyphs.Bytes, codes: glyphs.Codes, begins: Places, ends: Places
) -> glyphs.Bytes:
    """The kind of each line's last character that is no closing quote, or of its very last."""
    last = np.maximum(ends - 1, begins)
    lasts = kinds[last]
    # Few lines end in one: the others need no second look.
    closed = np.flatnonzero(is_closing(codes[last]))
    at = last[closed]
    for _ in range(MAX_CLOSING_QUOTES):
        at = np.maximum(at - is_closing(codes[at]), begins[closed])
    bare = ~is_closing(codes[at])
    lasts[closed[bare]] = kinds[at[bare]]
    return lasts


def is_closing(codes: glyphs.Codes) -> Bools:
    """Which characters are closing quotes and brackets."""
    closing: Bools = closing_table().take(codes, mode="clip")
    return closing


@cache
def closing_table() -> Bools:
    """For each character of the basic plane, whether it is a closing quote or bracket."""
    table = np.zeros(glyphs.TABLE_SIZE, np.bool_)
    table[[ord(sign) for sign in CLOSING_QUOTES]] = True
    return table


def pair_hashes(shapes: Shapes) -> tuple[Hashes, Places]:
    """Hashes of words side by side in short lines, ends of lines too; and the line of each."""
    short = (shapes.units <= MAX_PAIRED_WORDS)[shapes.line_of]
    words, line_of = shapes.hashes[short], shapes.line_of[short]
    if not words.size:
        return words, line_of
    begins = np.flatnonzero(np.diff(line_of, prepend=-1))
    before = np.empty_like(words)
    before[1:] = words[:-1]
    before[begins] = LINE_EDGE
    ends = np.append(begins[1:], words.size) - 1
    lefts = np.concatenate([before, words[ends]])
    rights = np.concatenate([words, np.full(ends.size, LINE_EDGE, np.uint32)])
    return mixed(lefts * PAIR_FACTOR + rights), np.concatenate([line_of, line_of[ends]])


def line_hashes(shapes: Shapes, words: Hashes) -> Hashes:
    """A hash of each line's words, so that lines that say the same can be told."""
    counts = shapes.words.astype(np.intp)
    ends = np.cumsum(counts)
    place = np.arange(len(words), dtype=np.uint32)
    place -= np.repeat((ends - counts).astype(np.uint32), counts)
    turned = mixed(words) * (place * np.uint32(2) + np.uint32(1))
    sums = np.zeros(len(words) + 1, np.uint32)
    np.cumsum(turned, dtype=np.uint32, out=sums[1:])
    whole: Hashes = sums[ends] - sums[ends - counts]
    return whole
