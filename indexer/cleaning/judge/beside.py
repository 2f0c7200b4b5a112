"""Sentences beside kept text: unlikely ones stay too, where no tags tell them apart."""

import re
from collections.abc import Iterable, Sequence

import numpy as np

from indexer.cleaning.judge.shape import Bools, Floats
from indexer.cleaning.line import Line

SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*\s*$")
MIN_WORDS = 3

# A sentence stays that is at least this likely text, or this much of how likely the lines that stay
# are in the mean. The last answer of an interview and the last sentence above a footer look
# doubtful to the judge; keeping them cost 0.0005 of word F1 on the five folds.
SHARE_OF_KEPT = 0.45
ENOUGH = 0.2

# Lines between a sentence and the text, which then stay with it: a heading.
MOST_BETWEEN = 1


def with_sentences(lines: Sequence[Line], likely: Floats, keep: Bools) -> Bools:
    """Which lines stay once whole sentences beside those that stay do as well.

    likely: of each line, 0 where rules took it: those stay gone
    """
    words = np.array([line.words for line in lines], np.float32)
    typical = float((likely * words)[keep].sum() / words[keep].sum())
    able = (likely > 0) & (likely >= min(ENOUGH, SHARE_OF_KEPT * typical))
    sentence = [
        bool(may) and line.words >= MIN_WORDS and SENTENCE_END.search(line.text) is not None
        for may, line in zip(able, lines, strict=True)
    ]
    grown = keep.copy()
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        grow(grown, able, sentence, order)
    return grown


def grow(keep: Bools, able: Bools, sentence: Sequence[bool], order: Iterable[int]) -> None:
    """Keep sentences that follow kept lines in this order, and what may stay between them."""
    last: int | None = None
    for at in order:
        if last is not None and sentence[at] and abs(at - last) <= MOST_BETWEEN + 1:
            between = slice(min(at, last) + 1, max(at, last))
            if able[between].all():
                keep[between] = True
                keep[at] = True
        if keep[at]:
            last = at
