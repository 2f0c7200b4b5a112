"""Which lines to keep, given how likely each is text."""

import numpy as np
import numpy.typing as npt

from indexer.cleaning.judge.shape import Floats


def best_lines(likelihoods: Floats, words: Floats) -> npt.NDArray[np.bool_]:
    """The lines that together promise the best balance of text kept and furniture removed.

    Of all choices of the likeliest lines, the one whose expected F1 in words is greatest (Lipton,
    Elkan and Naryanaswamy 2014: the threshold that gives the best F1 is half of that F1). So a
    page that is plain to see is cut near one half, and a doubtful one keeps more.

    words: how many each line has; at least one line is kept
    """
    order = np.argsort(-likelihoods, kind="stable")
    kept = np.cumsum(words[order])
    text = np.cumsum((words * likelihoods)[order])
    expected = 2 * text / (kept + text[-1])
    keep = np.zeros(len(likelihoods), np.bool_)
    keep[order[: int(np.argmax(expected)) + 1]] = True
    return keep
