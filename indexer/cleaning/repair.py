"""Repairing a line: NFC, plain spaces, nothing invisible."""

import re
import unicodedata
from collections.abc import Sequence

# Spaces of any width, and the characters that break a line without being a line's end.
ODD_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2028\u2029\x0b\x0c\x1c-\x1f\x85"
ODD_SPACES = re.compile(f" *[{ODD_SPACE}][ {ODD_SPACE}]*")

# Soft hyphens, zero-width spaces, byte-order marks, marks of direction, other control characters.
INVISIBLES = (
    "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ufff9-\ufffb\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
)
INVISIBLE = re.compile(f"[{INVISIBLES}]")

# Joiners are spelling in Persian, Indic scripts and emoji (all from U+0590 on), and junk elsewhere.
JUNK_JOINERS = re.compile(
    "[\u200c\u200d]{2,}|(?<![\u0590-\U0010ffff])[\u200c\u200d]|[\u200c\u200d](?![\u0590-\U0010ffff])"
)
SURROGATE = re.compile("[\ud800-\udfff]")
SUSPECT = re.compile(f"[{ODD_SPACE}{INVISIBLES}\u200c\u200d\ud800-\udfff]")

# A letter has no more marks than this (Unicode, UAX #15, Stream-Safe Text Format). To put a row of
# marks in order takes time that grows with its square; in lines below this length that is nothing.
MAX_MARKS = 30
LONG_LINE_CHARS = 1_000
ROW_OF_MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{MAX_MARKS + 1},}}")


def repair(line: str) -> str:
    """The line as people should read it; leading spaces stay, trailing ones go.

    A half surrogate, which no encoding can write, becomes U+FFFD.
    """
    return repaired([line])[0]


def repaired(lines: Sequence[str]) -> list[str]:
    """Lines as people should read them; none holds a line feed."""
    text = "\n".join(lines)
    if not text.isascii():
        if any(len(line) > LONG_LINE_CHARS for line in lines):
            text = ROW_OF_MARKS.sub(first_marks, text)
        text = unicodedata.normalize("NFC", text)
    if SUSPECT.search(text):
        return [made_plain(line).rstrip() for line in text.split("\n")]
    return [line.rstrip() for line in text.split("\n")]


def first_marks(row: re.Match[str]) -> str:
    """The signs of a row, but no more than MAX_MARKS marks on one letter."""
    kept, marks = [], 0
    for sign in row[0]:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= MAX_MARKS:
            kept.append(sign)
    return "".join(kept)


def made_plain(line: str) -> str:
    """The line with plain spaces, and nothing invisible in it."""
    if (line.isascii() and line.isprintable()) or not SUSPECT.search(line):
        return line
    line = INVISIBLE.sub("", line)
    line = JUNK_JOINERS.sub("", line)
    line = SURROGATE.sub("\ufffd", ODD_SPACES.sub(" ", line))
    return unicodedata.normalize("NFC", line)
