"""Short lines of laws, minutes and price lists: what looks like a button there, and is text.

The judge learned on pages of sites, where lines of few words are mostly furniture. "(a) keep the
books;", "Carried." and "Dog licence | $20" are few words too. What tells them apart is the page:
its own lines have a structure and return, and furniture stands in blocks, beside other furniture.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import groupby

import numpy as np

from indexer.cleaning.judge.shape import Bools
from indexer.cleaning.line import Line
from indexer.cleaning.numbering import DIGITS, form_of, item_number
from indexer.cleaning.page import Page

LABEL = re.compile(r"([^\W\d_][\w.'’ -]{1,30}?) ?: ?\S")
# "Dog licence | $20", "Licence ..... 20,00 $": a gap or a rule, then an amount that ends the line.
ROW = re.compile(r"(?:\t|\s\|\s|\.{3,}|\s{2,}|: ?)\s{0,4}[$€£]? ?\d[\d ,.]{0,12}\s?[$€£%]?$")
LOOKED_AT = 60
CLOSING = " \"'”’»)]"
STOPS = ".!?…;"
LINK_SHARE = 0.5

# A page is structured if at least so many of its lines are items, rows, labels and sentences, and
# rules took no more than so many of them.
SHARE_OF_LINES = 0.5
MOST_RULED = 0.02
# Other lines stay there in rows of so many: a title page. More of them are a menu.
MOST_PLAIN = 8

# Lines of one form stay together where at least so many do, of at least so many.
SHARE_OF_FORM = 0.6
MIN_FORM = 3

# On a page of which so much stays, so few lines between two that stay do as well.
SHARE_KEPT = 0.5
MOST_BETWEEN = 2

# A page of which the judge would take so few lines, and rules at most so many, has no furniture.
MOST_TAKEN = 3
MOST_TAKEN_SHARE = 0.1
MOST_RULED_LINES = 1


def structured_lines(page: Page, certain: Set[int], suspects: Set[int], keep: Bools) -> Bools:
    """Which lines stay for the page's structure, besides those that the judge keeps.

    certain, suspects: what rules took by words, and by tags; neither stays for its structure
    """
    content = page.content
    grown = keep.copy()
    able = np.array([is_able(line) for line in content], np.bool_)
    able[[*certain, *suspects]] = False
    if not (able & ~keep).any():
        return grown
    forms = [form(line) for line in content]
    keep_formal(content, forms, certain, able, grown)
    keep_alike(forms, certain, able, grown)
    keep_between(able, grown)
    taken = len(content) - len(certain) - int(grown.sum())
    if len(certain) <= MOST_RULED_LINES and taken <= max(
        MOST_TAKEN, MOST_TAKEN_SHARE * len(content)
    ):
        grown |= able
    return grown


def is_able(line: Line) -> bool:
    """Whether a line can stay for its structure: no link, and in no area of furniture."""
    markup = line.markup
    return markup is None or not (markup.link_share >= LINK_SHARE or markup.areas or markup.hidden)


def form(line: Line) -> tuple[str, ...]:
    """What lines of one kind have in common; the kind stands first, "" for a plain line."""
    text = line.text.strip()
    number = item_number(text)
    if number:
        return ("item", form_of(number))
    if ROW.search(text[-LOOKED_AT:]):
        return ("row",)
    label = LABEL.match(text[:LOOKED_AT])
    if label is not None:
        return ("label", label[1])
    last = text.rstrip(CLOSING)[-1:]
    if last == ":":
        return ("head",)
    kind = "sentence" if last in STOPS else ""
    return (kind, DIGITS.sub("0", text.split()[0]), "" if text[-1].isalnum() else text[-1])


def keep_formal(
    content: Sequence[Line],
    forms: Sequence[tuple[str, ...]],
    certain: Set[int],
    able: Bools,
    keep: Bools,
) -> None:
    """Keep what a structured page has: its lines of structure, and a few others in a row."""
    lines = len(forms)
    own = [
        (kind != "" or (bool(stays) and line.is_prose)) and at not in certain
        for at, ((kind, *_), stays, line) in enumerate(zip(forms, keep, content, strict=True))
    ]
    if sum(own) < SHARE_OF_LINES * lines or len(certain) > MOST_RULED * lines:
        return
    for row in [*rows(lambda at: not own[at] and not keep[at], lines)]:
        beside_ruled = row.start - 1 in certain or row.stop in certain
        if len(row) <= MOST_PLAIN and not beside_ruled and able[row.start : row.stop].all():
            keep[row.start : row.stop] = True
    keep |= np.array(own, np.bool_) & able


def keep_alike(
    forms: Sequence[tuple[str, ...]], certain: Set[int], able: Bools, keep: Bools
) -> None:
    """Keep lines of a form of which most stay: "Carried." here as there."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(forms):
        if at not in certain:
            places[one].append(at)
    for same in places.values():
        if len(same) >= MIN_FORM and keep[same].mean() >= SHARE_OF_FORM:
            keep[same] |= able[same]


def keep_between(able: Bools, keep: Bools) -> None:
    """Keep a line or two between those that stay, on a page of which most stays."""
    if keep.mean() < SHARE_KEPT:
        return
    for row in [*rows(lambda at: not keep[at], len(keep))]:
        inside = row.start > 0 and row.stop < len(keep)
        if inside and len(row) <= MOST_BETWEEN and able[row.start : row.stop].all():
            keep[row.start : row.stop] = True


def rows(holds: Callable[[int], bool], lines: int) -> Iterator[range]:
    """The runs of places, from 0 on, of which something holds; each as long as it goes."""
    at = 0
    for held, row in groupby(range(lines), lambda place: bool(holds(place))):
        size = len(tuple(row))
        if held:
            yield range(at, at + size)
        at += size
