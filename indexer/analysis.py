"""Text to terms: the only place where text is folded, split and stemmed.

Index, query and highlighting all come through here, so that they always agree.

    "L’immigration à Montréal"
      words()  l, immigration, a, montreal     folded, with where each stands in the text
      stem()   fr:l, fr:immigr, fr:a, fr:montreal

A stem is a function of the folded word and a language, so an accent typed or not never matters.

A word is a run of letters, digits and their combining marks. Apostrophes, hyphens, underscores
and all else part words. Each Han and kana character is a word of its own, since nothing parts
words there. Thai, Lao and Khmer, which also write no spaces, are not split.
"""

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple, TypeVar

import Stemmer

from indexer.french.stemming import Snowball, french_stem
from indexer.latin import CUT, QuickFold
from indexer.pieces import INVISIBLE, is_mark, piece_pattern

# An index made with another version is rebuilt. Raise it with every change to terms or stems.
ANALYSIS_VERSION = 3

# The languages with a stemmer, and what Snowball calls them.
SNOWBALL = {"en": "english", "fr": "french"}
STEMMED = tuple(SNOWBALL)
UNSTEMMED = "und"

# Languages whose folded words Snowball cannot take as they are, since it goes by accents.
STEM_WITH = {"fr": french_stem}

# Entries a cache may hold before it is emptied: some 20 MB each, enough for the words of a
# large archive. Longer pieces are no words that come again.
CACHED_TERMS = 100_000
CACHED_LENGTH = 40

ASCII_WORDS = re.compile("[A-Za-z0-9]+")

# Letters to Unicode, but apostrophes and primes to whoever writes them ("Hawaiʻi").
APOSTROPHE_LETTERS = "\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf\u02ee"

# Numbers to Unicode, but two numbers and a stroke once folded.
FRACTIONS = "\u00bc-\u00be\u2150-\u215f\u2189"

# Half-width voicing marks: letters to Unicode, but they belong to the kana before them.
HALF_WIDTH_MARKS = "\uff9e\uff9f"

HAN_AND_KANA = (
    "\u3005\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\uff66-\uff9d\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
ONE_BY_ONE = re.compile(f"[{HAN_AND_KANA}]")
# Each begins a word, whatever stands before it: there a long piece is cut, into few different ones.
UNSPACED = re.compile(f"[^{HAN_AND_KANA}]+|[{HAN_AND_KANA}][^{HAN_AND_KANA}]*")
PARTS_WORDS = re.compile(f"[_{APOSTROPHE_LETTERS}{FRACTIONS}]")
UNUSUAL = re.compile(f"[_{APOSTROPHE_LETTERS}{FRACTIONS}{HALF_WIDTH_MARKS}{HAN_AND_KANA}]")

# Letters that Unicode does not take apart, as people without the key type them.
TYPED_AS = {
    "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
    "ħ": "h", "ŧ": "t", "ı": "i",
}  # fmt: skip

# Marks that people leave out: accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic,
# variation selectors. Marks of other scripts are vowels and stay.
LEFT_OUT = (
    range(0x0300, 0x0370),
    range(0x0483, 0x048A),
    range(0x0591, 0x05C8),
    range(0x064B, 0x0660),
    range(0x0670, 0x0671),
    range(0x1AB0, 0x1B00),
    range(0x1DC0, 0x1E00),
    range(0x20D0, 0x2100),
    range(0xFE00, 0xFE10),
    range(0xFE20, 0xFE30),
    range(0xE0100, 0xE01F0),
)


Value = TypeVar("Value")


class Token(NamedTuple):
    """A word of a text: its folded term, and where it stands in the text as given."""

    term: str
    start: int
    end: int


def fold(text: str) -> str:
    """The text without differences of case, accent, width and ligature; folding twice is once.

    >>> fold("Œuvre à MONTRÉAL")
    'oeuvre a montreal'
    """
    if text.isascii():
        return text.lower()
    folds = _folds()
    bare = unicodedata.normalize("NFKD", text).translate(folds)
    lower = unicodedata.normalize("NFKD", bare.casefold()).translate(folds)
    return unicodedata.normalize("NFC", lower)


def words(text: str) -> list[Token]:
    """The words of a text in order; a word's place in the list is its position for phrases."""
    make = tuple.__new__  # half the time of calling Token
    if text.isascii():
        found = ASCII_WORDS.finditer(text)
        return [make(Token, (m.group().lower(), m.start(), m.end())) for m in found]
    tokens: list[Token] = []
    for match in piece_pattern().finditer(text):
        offset = match.start()
        for term, start, end in _split(match.group()):
            tokens.append(make(Token, (term, offset + start, offset + end)))
    return tokens


def terms(text: str) -> list[str]:
    """The terms of `words(text)` alone: five times as fast, for indexing."""
    folded = _quick_fold(text)
    return _careful_terms(text) if folded is None else folded.split()


def terms_between(text: str, cuts: Sequence[int]) -> list[list[str]]:
    """The terms of a text, cut at these offsets (ascending): one more list than cuts.

    No cut may stand inside a word.
    """
    pieces = [text[start:end] for start, end in pairwise((0, *cuts, len(text)))]
    folded = None if CUT in text else _quick_fold(CUT.join(pieces))
    if folded is None:
        return [terms(piece) for piece in pieces]
    return [piece.split() for piece in folded.split(CUT)]


def stem(term: str, language: str) -> str:
    """The tagged stem of a folded term in a document of that language.

    >>> stem("immigration", "fr"), stem("immigration", "de")
    ('fr:immigr', 'und:immigration')
    """
    known = _STEMS.get(language)
    return f"{UNSTEMMED}:{term}" if known is None else known[term]


def stems_in_order(terms: Iterable[str], language: str) -> list[str]:
    """The tagged stem of each of many folded terms: several times as fast as one by one."""
    known = _STEMS.get(language)
    if known is None:
        return [f"{UNSTEMMED}:{term}" for term in terms]
    return list(map(known.__getitem__, terms))


def stems(term: str) -> frozenset[str]:
    """Every tagged stem of a folded query word: one a language with a stemmer, and unstemmed.

    A document holds the word in any form if and only if one of its stems is in here.
    """
    return frozenset(stem(term, language) for language in (*STEMMED, UNSTEMMED))


# ------------------------------------------------------------------ how it is done


def _careful_terms(text: str) -> list[str]:
    """The terms of any text, looking closely at each piece that was not met before."""
    return list(chain.from_iterable(map(_TERMS.__getitem__, piece_pattern().findall(text))))


def _stemmer(language: str) -> Stemmer.Stemmer:
    """This thread's stemmer: PyStemmer's objects may not be shared between threads."""
    stemmer = getattr(_OF_THREAD, language, None)
    if stemmer is None:
        stemmer = Stemmer.Stemmer(SNOWBALL[language], 0)
        setattr(_OF_THREAD, language, stemmer)
    return stemmer


def _keep(kept: dict[str, Value], key: str, value: Value) -> None:
    """Remember, emptying a full cache first: dict operations are atomic, so threads may share."""
    if len(kept) >= CACHED_TERMS:
        kept.clear()
    kept[key] = value


class _TermsOfPieces(dict[str, tuple[str, ...]]):
    """The terms of pieces, looked up without leaving C for those that were met before."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        if len(piece) > CACHED_LENGTH and len(parts := UNSPACED.findall(piece)) > 1:
            return tuple(chain.from_iterable(map(self.__getitem__, parts)))
        terms = tuple(token.term for token in _split(piece))
        if len(piece) <= CACHED_LENGTH:
            _keep(self, piece, terms)
        return terms


class _StemsOf(dict[str, str]):
    """The tagged stems of one language, looked up without leaving C for words met before."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __missing__(self, term: str) -> str:
        snowball: Snowball = _stemmer(self._language).stemWord
        special = STEM_WITH.get(self._language)
        found = f"{self._language}:{special(term, snowball) if special else snowball(term)}"
        if len(term) <= CACHED_LENGTH:
            _keep(self, term, found)
        return found


@cache
def _folds() -> dict[int, str | None]:
    """What `str.translate` makes of each character that folding changes or leaves out."""
    folds: dict[int, str | None] = {ord(letter): typed for letter, typed in TYPED_AS.items()}
    for code in (*map(ord, INVISIBLE), *(code for codes in LEFT_OUT for code in codes)):
        folds[code] = None
    return folds


def _split(piece: str) -> tuple[Token, ...]:
    """The words of a piece, which is a run of word characters, marks and invisible ones."""
    found = _SPLITS.get(piece)
    if found is None:
        found = tuple(_words_of(piece))
        if len(piece) <= CACHED_LENGTH:
            _keep(_SPLITS, piece, found)
    return found


def _words_of(piece: str) -> Iterator[Token]:
    if UNUSUAL.search(piece) is None and piece.isalnum():
        spans: Iterator[tuple[int, int]] = iter(((0, len(piece)),))
    else:
        spans = _spans_of(piece)
    for start, end in spans:
        term = fold(piece[start:end])
        if not term.isalnum():
            term = "".join(letter for letter in term if letter.isalnum() or is_mark(ord(letter)))
        if term:
            yield Token(term, start, end)


def _spans_of(piece: str) -> Iterator[tuple[int, int]]:
    """Walk a piece that holds more than letters and digits; `start` is None between words."""
    start: int | None = None
    end = 0
    alone = False  # the word is one Han or kana character, which only marks may follow
    for place, letter in enumerate(piece):
        belongs = letter in HALF_WIDTH_MARKS or not letter.isalnum()
        if PARTS_WORDS.match(letter):
            if start is not None:
                yield start, end
            start = None
        elif belongs:
            if start is not None and letter not in INVISIBLE:
                end = place + 1
        else:
            one = ONE_BY_ONE.match(letter) is not None
            if start is not None and (one or alone):
                yield start, end
                start = None
            start = place if start is None else start
            end, alone = place + 1, one
    if start is not None:
        yield start, end


_STEMS = {language: _StemsOf(language) for language in STEMMED}
_SPLITS: dict[str, tuple[Token, ...]] = {}
_TERMS = _TermsOfPieces()
_quick_fold = QuickFold(_careful_terms)
_OF_THREAD = threading.local()
