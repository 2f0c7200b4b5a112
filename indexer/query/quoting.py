"""What was typed, as messages and the echo repeat it."""

from indexer.pieces import INVISIBLE

# Long enough to know it again, short enough for one line.
MOST_QUOTED_CHARACTERS = 60

# For what cannot be shown: control characters, halves of pairs, marks that turn a line round.
NOT_SHOWN = "\ufffd"


def quotable(text: str) -> str:
    """The text on one line, without what cannot be shown, shortened where it is very long."""
    seen = (letter for letter in " ".join(text.split()) if letter not in INVISIBLE)
    shown = "".join(letter if letter.isprintable() else NOT_SHOWN for letter in seen)
    if len(shown) <= MOST_QUOTED_CHARACTERS:
        return shown
    return shown[: MOST_QUOTED_CHARACTERS - 1] + "…"
