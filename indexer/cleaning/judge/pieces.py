"""Pieces of a long page, each with what stands around it, to be judged one by one.

The judge learned on pages of sites, nearly all of them short. On a long page the likelihoods of
all lines fall together, as what it knows of the page (how many lines it has, how far they are from
the best run) leaves the range that it has seen: a statute is text line by line, and furniture as a
whole. A piece has the size of the pages that it learned on.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from indexer.cleaning.judge import second
from indexer.cleaning.line import Line
from indexer.cleaning.markup.evidence import Elements
from indexer.cleaning.page import Page

# About as long as the middle page of those that the judge learned on. Of sixteen long acts it took
# 54 % whole, and 2.5 % in pieces of this length.
PIECE_CHARACTERS = 8_000

# Fewer lines show too little to be judged by. With this the work is bounded as well: a line is
# in its own piece and in the surroundings of at most one before and one after it.
MIN_PIECE_LINES = 30

# A piece is judged with so many lines above and below, which then count for nothing: as far as the
# judge averages likelihoods. Without them the lines at a piece's ends would stand at a page's ends,
# where sites put their furniture.
LINES_AROUND = max(second.REACHES)


class Piece(NamedTuple):
    """Lines of `page.content` by index, `end` not among them, and those that are judged with them.

    `above` is the first line of the surroundings, `below` the one after their last.
    """

    start: int
    end: int
    above: int
    below: int


def pieces_of(lines: Sequence[Line]) -> list[Piece]:
    """The pieces of some lines in order, together all of them, equally long as far as lines go."""
    ends = [*accumulate(len(line.text) for line in lines)]
    count = max(1, round(ends[-1] / PIECE_CHARACTERS)) if ends else 0
    cuts = [0]
    for at, end in enumerate(ends[:-1], 1):
        is_full = end * count >= ends[-1] * len(cuts)
        if is_full and at - cuts[-1] >= MIN_PIECE_LINES and len(lines) - at >= MIN_PIECE_LINES:
            cuts.append(at)
    return [
        Piece(start, end, max(0, start - LINES_AROUND), min(len(lines), end + LINES_AROUND))
        for start, end in pairwise([*cuts, len(lines)])
        if start < end
    ]


def part_of(page: Page, first: int, end: int) -> Page:
    """Some lines of a page's content as a page of its own, with the elements that hold them."""
    lines = page.content[first:end]
    if page.elements is None:
        return Page(lines, page.title)
    held = sorted({0, *around(lines, page.elements)})
    number = {element: at for at, element in enumerate(held)}
    elements = Elements(
        [number[page.elements.parents[element]] for element in held],
        [page.elements.tags[element] for element in held],
        [page.elements.names[element] for element in held],
    )
    return Page([renumbered(line, number) for line in lines], page.title, elements=elements)


def around(lines: Sequence[Line], elements: Elements) -> Iterator[int]:
    """Each element in which some of the lines lie, once."""
    met = {0}
    for line in lines:
        element = line.markup.element if line.markup else 0
        while element not in met:
            met.add(element)
            yield element
            element = elements.parents[element]


def renumbered(line: Line, number: dict[int, int]) -> Line:
    """The line, with the number that its element has among others."""
    if line.markup is None:
        return line
    return line._replace(markup=line.markup._replace(element=number[line.markup.element]))
