"""A sentence with holes, and whether a finished sentence is one of it.

    The quotation mark {mark} is never closed.
    It stands on {pages:number} of {texts:number} different texts.
    It follows “{line}”. {reason:phrase}

What fills a hole is of a kind (`indexer.phrasebook.kinds`); without one it is whatever was typed
or found, and is not looked at.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from string import Formatter

OPENING_QUOTES = '“"'

# So many ways to part one sentence are tried for all templates together: hostile ones have more.
MOST_TRIED = 2_000


class Tries:
    """How many more ways to part a sentence may be tried."""

    def __init__(self, left: int = MOST_TRIED) -> None:
        self.left = left

    def spend(self, cost: int = 1) -> bool:
        """Take some; False where none is left."""
        self.left -= cost
        return self.left >= 0


@dataclass(frozen=True, slots=True)
class Hole:
    """Where a template is filled in.

    quoted: whether quotation marks stand around it, so that it can be empty and ends at the last
            closing mark that fits
    """

    name: str
    kind: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Template:
    """Literal pieces with a hole between every two: one piece more than holes."""

    pieces: tuple[str, ...]
    holes: tuple[Hole, ...]

    @property
    def literal_length(self) -> int:
        """The characters that are not filled in."""
        return sum(map(len, self.pieces))

    @property
    def plain(self) -> str:
        """The template as code writes it: {names} without kinds."""
        named = [f"{{{hole.name}}}" for hole in self.holes]
        return "".join(
            text for pair in zip(self.pieces, [*named, ""], strict=True) for text in pair
        )

    def first_word(self) -> str | None:
        """The word that its sentences begin with, or None where that is filled in."""
        word, space, _ = self.pieces[0].partition(" ")
        return word if space else None

    def may_be(self, sentence: str) -> bool:
        """Whether a sentence begins and ends so, and has the other pieces somewhere."""
        return (
            sentence.startswith(self.pieces[0])
            and sentence.endswith(self.pieces[-1])
            and all(piece in sentence for piece in self.pieces[1:-1])
        )

    def partings(
        self, sentence: str, fits: Callable[[Hole, str], bool], tries: Tries
    ) -> Iterator[Mapping[str, str]]:
        """Every way in which holes of it can be filled to make a sentence, likeliest first.

        fits: whether a hole may hold this, told at a glance
        """
        end = len(sentence) - len(self.pieces[-1])
        if end < len(self.pieces[0]):
            return
        yield from self._filled(sentence, 0, len(self.pieces[0]), end, fits, tries)

    def _filled(
        self,
        sentence: str,
        number: int,
        start: int,
        end: int,
        fits: Callable[[Hole, str], bool],
        tries: Tries,
    ) -> Iterator[dict[str, str]]:
        """The ways to fill the holes from `number` on; the last of them ends at `end`."""
        hole, piece = self.holes[number], self.pieces[number + 1]
        is_last = number == len(self.holes) - 1
        for stop in (end,) if is_last else stops(sentence, piece, start, end, last=hole.quoted):
            if not tries.spend():
                return
            value = sentence[start:stop]
            if (not value and not hole.quoted) or not fits(hole, value):
                continue
            if is_last:
                yield {hole.name: value}
                continue
            for others in self._filled(sentence, number + 1, stop + len(piece), end, fits, tries):
                yield {hole.name: value, **others}


def stops(sentence: str, piece: str, start: int, end: int, *, last: bool) -> Iterator[int]:
    """Where a piece stands between two places: from the first on, or from the last back."""
    if last:
        at = sentence.rfind(piece, start, end)
        while at >= 0:
            yield at
            at = sentence.rfind(piece, start, at + len(piece) - 1)
    else:
        at = sentence.find(piece, start, end)
        while at >= 0:
            yield at
            at = sentence.find(piece, at + 1, end)


def template_of(written: str) -> Template:
    """Read a template. Raise ValueError where braces are not closed, or two holes touch."""
    pieces = [""]
    holes: list[Hole] = []
    for literal, name, kind, _ in Formatter().parse(written):
        pieces[-1] += literal
        if name is not None:
            if holes and not pieces[-1]:
                raise ValueError(f"Two holes touch in {written!r}.")
            holes.append(Hole(name, kind or "", pieces[-1][-1:] in tuple(OPENING_QUOTES)))
            pieces.append("")
    return Template(tuple(pieces), tuple(holes))
