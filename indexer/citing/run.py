"""A citation as runs of text, so that a page can set titles in italics and plain text need not."""

from collections.abc import Iterable
from dataclasses import dataclass

# What a sentence may end with; nothing is put after it.
ENDS = (".", "?", "!", "…", "。", "？", "！", "؟")
CLOSING = "”’»\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a citation.

    italic: whether it is set in italics
    own:    whether it is the page's own words (its title), which may be in another language
    """

    text: str
    italic: bool = False
    own: bool = False


Runs = tuple[Run, ...]


def as_text(runs: Iterable[Run]) -> str:
    """The citation without its italics."""
    return "".join(run.text for run in runs)


def ended(runs: Iterable[Run]) -> Runs:
    """A sentence with its full stop, unless it ends with a mark of its own."""
    whole = tuple(runs)
    if not as_text(whole) or as_text(whole).rstrip(CLOSING).endswith(ENDS):
        return whole
    return (*whole, Run("."))


def sentence(text: str) -> str:
    """With a capital at its beginning, but for an address."""
    return text if "://" in text.partition(" ")[0] else text[:1].upper() + text[1:]


def spaced(parts: Iterable[Iterable[Run]]) -> Runs:
    """Parts with a space between them; those that are empty left out."""
    row: list[Run] = []
    for part in parts:
        runs = tuple(part)
        if as_text(runs):
            row += [Run(" "), *runs] if row else runs
    return tuple(row)
