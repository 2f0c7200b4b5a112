"""A line of a page, as the rules see it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import count, repeat
from typing import NamedTuple

from indexer.cleaning.markup.evidence import Markup
from indexer.cleaning.repair import repaired

# No furniture phrase is longer than this; prose often is. It also bounds what a pattern may cost.
MAX_RULED_CHARS = 500

# A page has a few hundred lines; what has more than twice this is a dump, and time must be bounded.
MAX_RULED_LINES = 10_000

SENTENCE_ENDS = ".!?…\"”»'’)]"
DECORATION = " \t•·●▪◦»«›‹→←↑↓▲▼►◄▶◀|<>:;,.…!?*-–—_+=×✕✖^()[]{}#/\\\"“”'’‘~"

SPACES = re.compile(r"\s+")
ACCENTS = re.compile("[\u0300-\u036f]+")
STRAIGHT = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-"}


class Line(NamedTuple):
    """One line of a page; a tuple, as a page can have a million.

    number:   its place in the original, 1-based
    original: as it came
    text:     repaired: NFC, plain spaces, no invisible characters; "" for a blank line
    key:      what word rules compare: lower case, accents folded, bare of decoration at both ends;
              "" where it has no letter or is longer than MAX_RULED_CHARS
    words:    how many words it has (0 for a blank line)
    markup:   what the HTML says of it, or None for flattened text
    """

    number: int
    original: str
    text: str
    key: str
    words: int
    markup: Markup | None = None

    @property
    def ends_a_sentence(self) -> bool:
        """Whether it closes like a sentence does."""
        return self.text[-1:] in SENTENCE_ENDS if self.text else False

    @property
    def is_prose(self) -> bool:
        """Whether it reads as running text: long, or a whole sentence of some length."""
        return self.words >= 25 or (self.words >= 10 and self.ends_a_sentence)


def read_line(number: int, original: str, text: str, markup: Markup | None = None) -> Line:
    """The line with what the rules need to know of it."""
    words = len(text.split())
    return Line(number, original, text, key_of(text) if words else "", words, markup)


def read_lines(originals: Sequence[str], markups: Iterable[Markup | None]) -> list[Line]:
    """The lines of a page, read all at once: that is faster than one by one."""
    texts = repaired(originals)
    words = [len(text.split()) for text in texts]
    return lines_of(originals, texts, keys_of(texts), words, markups)


def lines_of(
    originals: Iterable[str],
    texts: Iterable[str],
    keys: Iterable[str],
    words: Iterable[int],
    markups: Iterable[Markup | None],
) -> list[Line]:
    """Lines from their parts. `Line._make` would do the same, but takes twice as long."""
    parts = zip(count(1), originals, texts, keys, words, markups)
    return [*map(partial(tuple.__new__, Line), parts)]


def read_bare_lines(originals: Sequence[str]) -> list[Line]:
    """Lines without markup. Far from both ends of a dump they have no key: no rule looks there."""
    edge = 2 * MAX_RULED_LINES
    if len(originals) <= 2 * edge:
        return read_lines(originals, repeat(None))
    texts = repaired(originals)
    keys, words = [""] * len(texts), [int(bool(text)) for text in texts]
    for near in (slice(0, edge), slice(len(texts) - edge, len(texts))):
        keys[near] = keys_of(texts[near])
        words[near] = [len(text.split()) for text in texts[near]]
    return lines_of(originals, texts, keys, words, repeat(None))


def key_of(text: str) -> str:
    """The form in which a line is compared with the rules' phrases.

    >>> key_of("  « Lire la suite… »")
    'lire la suite'
    """
    return keys_of([text])[0]


def keys_of(texts: Sequence[str]) -> list[str]:
    """The keys of lines."""
    short = [text if len(text) <= MAX_RULED_CHARS else "" for text in texts]
    low = [text.lower() for text in short]
    odd = [at for at, text in enumerate(short) if not text.isascii()]
    for at, text in zip(
        odd, folded("\n".join([short[at] for at in odd])).split("\n"), strict=False
    ):
        low[at] = text
    bare = [text.strip(DECORATION) for text in low]
    return [SPACES.sub(" ", key) if "  " in key or "\t" in key else key for key in bare]


def folded(text: str) -> str:
    """Lower case, without accents, with straight quotes."""
    if text.isascii():
        return text.lower()
    for curly, straight in STRAIGHT.items():
        text = text.replace(curly, straight)
    return ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))
