"""How alike two texts are, and whether they are one text in two printings.

A copy adds, drops and cuts: a headline, a line on the author, the last five paragraphs. It hardly
says something else in the same place. Two notices, bills or invitations of one form do, in few
words: another day, another amount, another street. So two texts are near-copies where

- nearly all words of the shorter stand on the other in phrases (CONTAINED), and it is a good part
  of that (ALIKE); a brief text, which may be a mere frame, must be nearly all of it (BRIEF_ALIKE);
- hardly any words stand in the place of others (MOST_REPLACED);
- no figure or month stands in the place of another, but one in a thousand words (WORDS_A_FIGURE);
  one day in the head or the end of a text that is not brief is that of its printing.

All of it hangs on the terms of the two texts alone, and is the same either way.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from indexer.copies.phrases import PHRASE_WORDS, Bools, Phrases
from indexer.copies.sketch import MIN_WORDS

# Below this many words a text must be nearly the whole of the other.
BRIEF_WORDS = 200
BRIEF_ALIKE = 0.9
CONTAINED = 0.94
ALIKE = 0.6
MOST_REPLACED = 0.03
WORDS_A_FIGURE = 1_000
# What stands in the place of something else is a slot of a form while it is short.
SLOT_WORDS = 12
# A headline, a byline and a dateline; a credit and a note at the end. In a brief notice they may be
# what matters.
DRESS_WORDS = 30
# The day of printing.
DRESS_FIGURES = 1

Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two texts are.

    share:     of all words of both, those in phrases that both have, 0-1
    contained: the same of the one that has more of its own words on the other, 0-1
    replaced:  of the shorter text's words, how many stand where the other has others, 0-1
    figures:   places where one has a number or month and the other another one
    are_near:  whether they are near-copies
    """

    share: float
    contained: float
    replaced: float
    figures: int
    are_near: bool


def likeness(one: Phrases, other: Phrases) -> Likeness:
    """Compare two texts; the same whichever comes first."""
    here, there = said_in(one, other), said_in(other, one)
    sizes = len(one.words), len(other.words)
    same = int(here.sum()), int(there.sum())
    share = sum(same) / max(1, sum(sizes))
    contained = max(count / max(1, size) for count, size in zip(same, sizes, strict=True))
    slots = set(replacements(one, other, here, there))
    slots |= {(b, a) for a, b in replacements(other, one, there, here)}
    dress = 0 if min(sizes) < BRIEF_WORDS else DRESS_WORDS
    inner = [(a, b) for a, b in slots if is_within(one, a, dress) and is_within(other, b, dress)]
    figures = sum(differ_in_figures(one, other, *slot) for slot in slots)
    within = sum(differ_in_figures(one, other, *slot) for slot in inner)
    allowed = min(sizes) // WORDS_A_FIGURE
    words = sum(min(a[1] - a[0], b[1] - b[0]) for a, b in inner)
    replaced = words / max(1, min(sizes))
    near = (
        min(sizes) >= MIN_WORDS
        and contained >= CONTAINED
        and share >= (ALIKE if min(sizes) >= BRIEF_WORDS else BRIEF_ALIKE)
        and replaced <= MOST_REPLACED
        and within <= allowed
        and figures <= allowed + (DRESS_FIGURES if dress else 0)
    )
    return Likeness(share, contained, replaced, figures, near)


def said_in(one: Phrases, other: Phrases) -> Bools:
    """By word of one text, whether it stands in a phrase that the other has too."""
    shared = np.isin(one.phrases, other.phrases)
    said = np.zeros(len(one.words), np.bool_)
    for place in range(PHRASE_WORDS):
        said[place : place + len(shared)] |= shared
    return said


def replacements(
    one: Phrases, other: Phrases, here: Bools, there: Bools
) -> Iterator[tuple[Run, Run]]:
    """Words of one text, and those that the other has after or before the same phrase."""
    after: dict[int, Run] = {}
    before: dict[int, Run] = {}
    for start, end in runs(~there):
        if start >= PHRASE_WORDS:
            after.setdefault(int(other.phrases[start - PHRASE_WORDS]), (start, end))
        if end < len(other.phrases):
            before.setdefault(int(other.phrases[end]), (start, end))
    for start, end in runs(~here):
        found = None
        if start >= PHRASE_WORDS:
            found = after.get(int(one.phrases[start - PHRASE_WORDS]))
        if found is None and end < len(one.phrases):
            found = before.get(int(one.phrases[end]))
        if found is not None:
            yield (start, end), found


def runs(wanted: Bools) -> list[Run]:
    """The (start, end) of each run of true values."""
    steps = np.diff(np.concatenate(([False], wanted, [False])).astype(np.int8))
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def is_within(text: Phrases, run: Run, dress: int) -> bool:
    """Whether it is neither in the head nor in the end of a text, which each paper writes anew."""
    return run[0] > dress and run[1] < len(text.words) - dress


def differ_in_figures(one: Phrases, other: Phrases, here: Run, there: Run) -> bool:
    """Whether each of two short runs has a number or month that the other has not."""
    if max(here[1] - here[0], there[1] - there[0]) > SLOT_WORDS:
        return False
    mine, theirs = figures_in(one, here), figures_in(other, there)
    return bool(mine - theirs and theirs - mine)


def figures_in(text: Phrases, run: Run) -> frozenset[int]:
    """The numbers and months of a run."""
    span = slice(*run)
    return frozenset(text.words[span][text.figures[span]].tolist())
