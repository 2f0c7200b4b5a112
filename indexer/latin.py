"""The quick way to the words of a text in Latin letters: a table of bytes, not a look at each word.

What a character becomes is asked of the careful way once, alone and between two letters, and
remembered. A character that depends on those around it makes the text go the careful way.

    "L’œuvre, à Montréal"  ──►  "l oeuvre  a montreal"
"""

import codecs
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

# Terms of a text, the careful way.
Careful = Callable[[str], Sequence[str]]

# Stays as it is, and parts words: where a text is cut before it is folded whole.
CUT = "\x1f"

HANDLER = "fonds.latin"  # our names among Python's ways to encode what does not fit
CHARACTERS_KEPT = 20_000  # how many characters beyond Latin-1 are remembered: a few megabytes


class Table(NamedTuple):
    """What Latin-1 becomes, byte for byte.

    letters:  the folded letter or digit of each, a space, or a mark of those that become several
    left_out: bytes that only stand inside words
    several:  each such mark with the letters it stands for
    hard:     the mark of what only the careful way can tell
    """

    letters: bytes
    left_out: bytes
    several: tuple[tuple[bytes, bytes], ...]
    hard: bytes


class QuickFold:
    """Folds whole texts; one object serves all threads."""

    def __init__(self, careful: Careful) -> None:
        """`careful` may not be called yet: its own tables may not be ready."""
        self._careful = careful
        self._beyond: dict[str, bytes | None] = {}
        self._handler = f"{HANDLER}.{id(self)}"
        codecs.register_error(self._handler, self._encoded)

    def __call__(self, text: str) -> str | None:
        """The terms of a text between spaces, or None where only the careful way can tell."""
        table = self._table
        try:
            encoded = text.encode("latin-1", self._handler)
        except UnicodeEncodeError:
            return None
        folded = encoded.translate(table.letters, table.left_out)
        if not text.isascii():
            if table.hard in folded:
                return None
            for mark, letters in table.several:
                folded = folded.replace(mark, letters)
        return folded.decode("ascii")

    def _encoded(self, error: UnicodeError) -> tuple[bytes, int]:
        """Called for each run of characters beyond Latin-1."""
        if not isinstance(error, UnicodeEncodeError):
            raise error
        made = []
        for character in error.object[error.start : error.end]:
            becomes = self._becomes(character)
            if becomes is None:
                raise error
            made.append(becomes)
        return b"".join(made), error.end

    def _becomes(self, character: str) -> bytes | None:
        """What stands for a character, or None where that depends on those around it."""
        try:
            return self._beyond[character]
        except KeyError:
            becomes = self._asked(character)
        if len(self._beyond) >= CHARACTERS_KEPT:
            self._beyond.clear()
        self._beyond[character] = becomes
        return becomes

    def _asked(self, character: str) -> bytes | None:
        alone, between = self._careful(character), self._careful(f"a{character}b")
        inside = "".join(alone)
        if len(alone) <= 1 and inside.isascii() and list(between) == [f"a{inside}b"]:
            return inside.encode()
        return b" " if not alone and list(between) == ["a", "b"] else None

    @cached_property
    def _table(self) -> Table:
        made = {chr(code): self._asked(chr(code)) for code in range(256)}
        made[CUT] = CUT.encode()
        marks = {letters: 0x80 for letters in made.values() if letters and len(letters) > 1}
        marks = {letters: 0x80 + number for number, letters in enumerate(sorted(marks))}
        hard = 0x80 + len(marks)
        becomes = bytes(
            hard if b is None else marks.get(b, b[0] if b else 0x20) for b in made.values()
        )
        return Table(
            becomes,
            bytes(code for code in range(256) if made[chr(code)] == b""),
            tuple((bytes([mark]), letters) for letters, mark in marks.items()),
            bytes([hard]),
        )
