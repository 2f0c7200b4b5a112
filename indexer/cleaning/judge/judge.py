"""The judgement of a page: which of the lines that no word decides are text."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from indexer.cleaning.judge.beside import with_sentences
from indexer.cleaning.judge.best import best_lines
from indexer.cleaning.judge.features import features_of
from indexer.cleaning.judge.opinions import likelihoods
from indexer.cleaning.judge.pieces import MIN_PIECE_LINES, part_of, pieces_of
from indexer.cleaning.judge.reasons import NAME, reasons
from indexer.cleaning.judge.running import running_lines
from indexer.cleaning.judge.shape import Bools, Floats
from indexer.cleaning.judge.structured import structured_lines
from indexer.cleaning.judge.weights import shipped
from indexer.cleaning.line import MAX_RULED_LINES
from indexer.cleaning.page import Page
from indexer.cleaning.rule import Removal

# A page with fewer lines shows too little to be judged by.
MIN_JUDGED_LINES = MIN_PIECE_LINES

# Text that has lost its tags and of whose words this share is likely the page's own: an extractor
# thinned it. Little can be won there, and titles, bylines and dates would be lost: only what is
# surely no text goes.
MOSTLY_TEXT = 0.8
SURELY_NOT = 0.15

# A long page of whose running text more than this share would go, by words, is judged again in
# pieces: no site puts so much of it around a text, and likelihoods collapse with a page's length.
MOST_TEXT_TAKEN = 0.15

# A kept line that is less likely text than this is marked as doubtful.
SURE = 0.65


class Opinion(NamedTuple):
    """How likely each line of a page is text, 0-1 (0 where rules took it), and which ones stay."""

    likely: Floats
    keep: Bools

    def as_lists(self) -> tuple[list[float], list[bool]]:
        """The same as numbers of Python's own."""
        return self.likely.tolist(), self.keep.tolist()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the judge says of a page, by index in `page.content`.

    removals: the lines that are not the page's own
    doubts:   the likelihood of lines that are kept without being sure
    """

    removals: dict[int, Removal]
    doubts: dict[int, float]


def can_judge(page: Page, certain: Set[int]) -> bool:
    """Whether a page has enough lines, not too many, and any that rules left."""
    return MIN_JUDGED_LINES <= len(page.content) <= 2 * MAX_RULED_LINES and len(certain) < len(
        page.content
    )


def kept(likely: Floats, words: Floats, *, is_html: bool) -> Bools:
    """Which of the lines asked about stay, by how many words each has; at least one does."""
    keep = best_lines(likely, words)
    thinned = not is_html and float((likely * words).sum() / words.sum()) >= MOSTLY_TEXT
    if thinned:
        keep |= likely >= SURELY_NOT
    return keep


def kept_lines(page: Page, likely: Floats, open_to_doubt: Bools) -> Bools:
    """Which lines of a page stay, by how likely each is text; rules took those not open to it."""
    keep = likeliest(page, likely, open_to_doubt)
    keep[list(page.speakers)] = True
    return keep & open_to_doubt


def likeliest(page: Page, likely: Floats, open_to_doubt: Bools) -> Bools:
    """The same, before speakers are looked at."""
    words = np.array([line.words for line in page.content], np.float32)
    keep = np.zeros(len(page.content), np.bool_)
    keep[open_to_doubt] = kept(likely[open_to_doubt], words[open_to_doubt], is_html=page.is_html)
    if page.is_html:
        return keep
    keep = with_sentences(page.content, likely * open_to_doubt, keep)
    return keep | (running_lines(page.content) & open_to_doubt)


def opinion_of(page: Page, certain: Set[int], suspects: Mapping[int, str]) -> Opinion:
    """Judge all lines of a page at once."""
    open_to_doubt = np.ones(len(page.content), np.bool_)
    open_to_doubt[list(certain)] = False
    if not open_to_doubt.any():
        return Opinion(np.zeros(len(page.content), np.float32), open_to_doubt)
    weights = shipped()
    rows = features_of(page, certain, suspects, weights.scores)
    words = np.array([line.words for line in page.content], np.float32)
    likely = likelihoods(weights, rows, words, open_to_doubt)
    return Opinion(likely, kept_lines(page, likely, open_to_doubt))


def opinion_in_pieces(page: Page, certain: Set[int], suspects: Mapping[int, str]) -> Opinion:
    """Judge the pieces of a page one by one, and join what is said of their lines."""
    joined = Opinion(np.zeros(len(page.content), np.float32), np.zeros(len(page.content), np.bool_))
    for start, end, above, below in pieces_of(page.content):
        taken = {at - above for at in range(above, below) if at in certain}
        named = {at - above: suspects[at] for at in range(above, below) if at in suspects}
        likely, keep = opinion_of(part_of(page, above, below), taken, named)
        joined.likely[start:end] = likely[start - above : end - above]
        joined.keep[start:end] = keep[start - above : end - above]
    return joined


def takes_text(page: Page, certain: Set[int], keep: Bools) -> bool:
    """Whether too much would go of the running text that rules left, by words."""
    text = taken = 0
    for at, (line, stays) in enumerate(zip(page.content, keep.tolist(), strict=True)):
        if line.is_prose and at not in certain:
            text += line.words
            taken += 0 if stays else line.words
    return taken > MOST_TEXT_TAKEN * text


def judge(page: Page, certain: Set[int], suspects: Mapping[int, Removal]) -> Verdict:
    """Judge the lines that rules did not take for certain; at least one of them is kept.

    A line that a rule suspected by its tags goes by that rule's name and reason.
    """
    named = {at: removal.rule for at, removal in suspects.items()}
    opinion = opinion_of(page, certain, named)
    if takes_text(page, certain, opinion.keep) and len(pieces_of(page.content)) > 1:
        opinion = opinion_in_pieces(page, certain, named)
    stays = structured_lines(page, certain, suspects.keys(), opinion.keep)
    opinion = opinion._replace(keep=stays)
    taken: dict[int, float] = {}
    doubts: dict[int, float] = {}
    for at, (likely, keep) in enumerate(zip(*opinion.as_lists(), strict=True)):
        if at in certain:
            continue
        if not keep:
            taken[at] = likely
        elif likely < SURE:
            doubts[at] = round(likely, 3)
    alone = [(at, likelihood) for at, likelihood in taken.items() if at not in suspects]
    removals = {at: suspects[at] for at in taken if at in suspects} | {
        at: Removal(NAME, why, round(taken[at], 3))
        for at, why in reasons(page, alone, {*certain, *taken})
    }
    return Verdict(removals, doubts)
