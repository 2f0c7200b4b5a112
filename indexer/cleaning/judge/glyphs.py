"""The kinds of characters, told for a whole page at once."""

import unicodedata
from functools import cache

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Codes = npt.NDArray[np.uint32]

KINDS = 16
(
    OTHER,
    LOWER,
    UPPER,
    LETTER,
    IDEOGRAPH,
    DIGIT,
    SPACE,
    STOP,
    COMMA,
    COLON,
    SEPARATOR,
    QUOTE,
    DASH,
    MONEY,
    MARK,
    SYMBOL,
) = range(KINDS)

WORD_KINDS = (LOWER, UPPER, LETTER, IDEOGRAPH, DIGIT, MARK)

SIGNS = {
    STOP: ".!?…。！？؟।",
    COMMA: ",;、，،",
    COLON: ":：",
    SEPARATOR: "|•·●▪◦›‹→←↑↓▲▼►◄▶◀>/\\_*+=#",
    QUOTE: "\"'“”‘’«»()[]{}「」『』",
    DASH: "-–—",
    MONEY: "$€£¥%",
}
LETTERS = {
    "Ll": LOWER,
    "Lu": UPPER,
    "Lt": UPPER,
    "Lo": LETTER,
    "Lm": LETTER,
    "Nd": DIGIT,
    "Mn": MARK,
    "Mc": MARK,
}
# Han and kana: written without spaces, so that each counts as a part of a word.
IDEOGRAPHS = ((0x3040, 0x3100), (0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))
TABLE_SIZE = 0x10000


@cache
def kinds_table() -> Bytes:
    """The kind of each character of the basic plane, by its code."""
    table = np.zeros(TABLE_SIZE, np.uint8)
    for code in range(TABLE_SIZE):
        table[code] = kind_of(chr(code))
    for first, end in IDEOGRAPHS:
        table[first:end] = IDEOGRAPH
    for kind, signs in SIGNS.items():
        for sign in signs:
            table[ord(sign)] = kind
    return table


def kind_of(char: str) -> int:
    """The kind of a character that is in none of the lists above."""
    category = unicodedata.category(char)
    if char.isspace():
        return SPACE
    if category in LETTERS:
        return LETTERS[category]
    return SYMBOL if category[0] == "S" else OTHER


@cache
def lower_table() -> Codes:
    """The small letter of each capital of Latin-1, Greek and Cyrillic; every other character."""
    table = np.arange(TABLE_SIZE, dtype=np.uint32)
    for code in range(0x430):
        moved = code < 0x100 or (0x391 <= code < 0x400 and code != 0x3A2) or code >= 0x410
        if moved and kinds_table()[code] == UPPER:
            table[code] += 32
    return table


def lowered(codes: Codes) -> Codes:
    """Capitals of Latin, Greek and Cyrillic as small letters; others stay."""
    low = lower_table().take(codes, mode="clip")
    if codes.size and int(codes.max()) >= TABLE_SIZE:
        return np.where(codes < TABLE_SIZE, low, codes)
    return low


def codes_of(text: str) -> Codes:
    """The text as codes of characters; a half surrogate stays what it is."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def kinds_of(codes: Codes) -> Bytes:
    """The kind of each character."""
    kinds: Bytes = kinds_table().take(codes, mode="clip")
    if codes.size and int(codes.max()) >= TABLE_SIZE:
        high = codes >= TABLE_SIZE
        kinds[high] = np.where(
            (codes[high] >> 16 == 2) | (codes[high] >> 16 == 3), IDEOGRAPH, SYMBOL
        )
    return kinds
