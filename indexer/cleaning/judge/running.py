"""Running text: pages that are sentences almost throughout, of which the judge takes none.

It learned on pages of sites, where hundreds of lines are a list, a forum or a shop. Shown a long
transcript or report without tags, it held the more of it for furniture the longer it was. Where
sentences are nearly all there is, nothing else is there for them to be told apart from.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from indexer.cleaning.judge.beside import SENTENCE_END
from indexer.cleaning.judge.shape import Bools
from indexer.cleaning.line import Line

# A line is of running text if it has so many words and is a sentence's end, or if a sentence goes
# on from it to the next line: text that was broken at some width.
MIN_WORDS = 5

# A page is running text if so many of its lines and words are. Pages of sites seldom are: of 749
# flattened ones 16, and keeping their sentences took 0.0001 from the mean F1 of all.
SHARE_OF_LINES = 0.5
SHARE_OF_WORDS = 0.85

# Lines before or between those of running text, which stay with them: titles, headings, speakers.
MOST_BETWEEN = 2


def running_lines(lines: Sequence[Line]) -> Bools:
    """Which lines are of running text, with what stands between them; none on other pages."""
    words = np.array([line.words for line in lines], np.float32)
    running = np.array([flows(lines, at) for at in range(len(lines))], np.bool_)
    enough = running.mean() >= SHARE_OF_LINES
    if not enough or words[running].sum() < SHARE_OF_WORDS * words.sum():
        return np.zeros(len(lines), np.bool_)
    return with_gaps(running)


def flows(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a sentence or a part of one."""
    text = lines[at].text.strip()
    if lines[at].words < MIN_WORDS:
        return False
    following = lines[at + 1].text.strip() if at + 1 < len(lines) else ""
    ends = SENTENCE_END.search(text) is not None
    return ends or text[:1].islower() or following[:1].islower()


def with_gaps(running: Bools) -> Bools:
    """The lines with short gaps before and between them filled."""
    places = [-1, *np.flatnonzero(running).tolist()]
    filled = running.copy()
    for before, after in pairwise(places):
        if after - before <= MOST_BETWEEN + 1:
            filled[before + 1 : after] = True
    return filled
