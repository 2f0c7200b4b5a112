"""A long text in parts that a browser shows at once; whole for paper, or where it is short."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from webui.parameters import BadParameter
from webui.words import t

# A text up to this length is shown whole: some 40,000 words, a book of 130 pages.
MOST_WHOLE_CHARACTERS = 250_000
PART_CHARACTERS = 150_000
WHOLE = "all"

# Where a text is cut, the best first: between paragraphs, lines, words.
CUTS = (re.compile(r"\n[ \t]*\n\s*"), re.compile(r"\n"), re.compile(r"\s"))
# How far back from a part's full length a better cut is looked for, in characters.
LOOKED_BACK = 20_000


@dataclass(frozen=True, slots=True)
class Part:
    """The stretch of a text that a page shows.

    number: 1-based; 0 where the whole text is shown
    count:  how many parts the text has; 1 where it needs none
    """

    start: int
    end: int
    number: int
    count: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the text stands elsewhere."""
        return self.number == 0 or self.count == 1


def part_of(text: str, asked: str | None, at: int | None) -> Part:
    """The part that an address names, else the one with the place `at`, else the first.

    Raise BadParameter.
    """
    starts = list(starts_of(text))
    count = len(starts)
    if asked == WHOLE:
        return Part(0, len(text), 0 if count > 1 else 1, count)
    if asked is not None:
        number = number_of(asked, count)
    else:
        number = max(bisect_right(starts, at), 1) if at is not None else 1
    return Part(starts[number - 1], [*starts, len(text)][number], number, count)


def number_of(asked: str, count: int) -> int:
    """The number of a part. Raise BadParameter."""
    if asked.isascii() and asked.isdigit() and 1 <= int(asked[:6]) <= count:
        return int(asked)
    raise BadParameter(
        "part",
        t("“{typed}” is no part of this text.", typed=asked[:40]),
        t("Its parts are 1 to {count}; “all” is the whole text.", count=count),
    )


def starts_of(text: str) -> Iterator[int]:
    """Where each part begins; parts follow each other without a gap."""
    start = 0
    yield start
    if len(text) <= MOST_WHOLE_CHARACTERS:
        return
    while len(text) - start > PART_CHARACTERS:
        start = cut_before(text, start + PART_CHARACTERS)
        yield start


def cut_before(text: str, end: int) -> int:
    """The best place to cut at, a little before `end`."""
    begin = end - LOOKED_BACK
    for pattern in CUTS:
        places = [found.end() for found in pattern.finditer(text, begin, end)]
        if places:
            return places[-1]
    return end
