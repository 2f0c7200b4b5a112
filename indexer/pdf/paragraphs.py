"""The lines of a page, as they lie on it, become paragraphs.

A PDF knows no paragraphs, only where letters stand. A new one begins where the gap between two
lines is larger than it is within paragraphs, the letters change their size, a line is indented or
has a bullet, or the text goes on in another column. Within a paragraph a line that fills its column
runs on in the next; after a shorter one the line break stays, as in a table or an address.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

# All in heights of a line, measured on pages set by TeX, Word, LibreOffice and browsers.
WIDER_GAP = 0.35
OTHER_SIZE = 0.15
SMALL_GAPS = 4  # a quarter of the gaps of a page is smaller, where paragraphs are short
INDENT = 0.6
# A line that ends so far from the right edge of its column did not break for want of room.
SHORT_OF_EDGE = 4.0
BULLETS = tuple("•◦▪‣●○■□–—*·")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it lies on the page, in points from its lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """Of its letters, never 0."""
        return max(self.top - self.bottom, 0.1)


def paragraphs_of(lines: Sequence[Line]) -> Iterator[str]:
    """The paragraphs of a page, in its order."""
    usual = usual_gap(lines)
    held: list[Line] = []
    for line in lines:
        if held and begins_paragraph(held, line, usual):
            yield joined(held, lines)
            held = []
        held.append(line)
    if held:
        yield joined(held, lines)


def usual_gap(lines: Sequence[Line]) -> float:
    """The gap between two lines of one paragraph, in their height: one of the smaller gaps."""
    pairs = pairwise(lines)
    gaps = sorted(
        (one.bottom - below.top) / one.height for one, below in pairs if below.top < one.top
    )
    return gaps[len(gaps) // SMALL_GAPS] if gaps else 0.0


def begins_paragraph(held: Sequence[Line], line: Line, usual: float) -> bool:
    """Whether a line begins another paragraph than those before it."""
    last = held[-1]
    height = last.height
    gap = (last.bottom - line.top) / height
    indented = line.left - last.left > INDENT * height and len(held) > 1
    return (
        gap > usual + WIDER_GAP
        or line.bottom > last.top
        or abs(line.height - height) > OTHER_SIZE * height
        or line.text.startswith(BULLETS)
        or (indented and not last.text.startswith(BULLETS))
    )


def joined(held: Sequence[Line], lines: Sequence[Line]) -> str:
    """The lines of a paragraph: those that fill their column run on."""
    text = held[0].text
    for last, line in pairwise(held):
        edge = max(one.right for one in lines if overlaps(one, last))
        runs_on = last.right > edge - SHORT_OF_EDGE * last.height
        text += (" " if runs_on else "\n") + line.text
    return text


def overlaps(one: Line, other: Line) -> bool:
    """Whether two lines stand one above the other."""
    return one.left < other.right and other.left < one.right
