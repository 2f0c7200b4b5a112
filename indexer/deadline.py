"""How long one search may take: checked between its steps, so that it holds in any thread.

Counted is the processor's time of the thread that searches: on a busy machine, or beside other
threads, the same search asks for the same. Waiting counts a tenth.

What is read once and then kept for every search (the columns of facets, the words of the archive,
postings that come from disk) does not count: else the first search of a server could fail where
the second is quick. It is bounded by the size of the index, not by what the query asks.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from indexer.errors import SearchTooSlow


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a search that can ask for too much.

    doing: what it does: "Looking up the words of this query"
    mend:  what to ask for instead, in a sentence
    """

    doing: str
    mend: str


EXPANDING = Step(
    "Finding the words that the patterns of this query stand for",
    "Type more letters before *, or fewer words with * or ~.",
)
READING = Step(
    "Looking up the words of this query",
    "Ask for fewer words, or type more letters before *.",
)
NEARNESS = Step(
    "Comparing where the words of this query stand",
    "Put a rarer word in place of a common one, or let fewer words stand near each other.",
)
COUNTING = Step(
    "Counting what this query finds",
    "Ask for fewer words, or for fewer counts.",
)


# So many times its processor's time a search may take on the wall.
PATIENCE = 10


def clock() -> float:
    """The processor's time that this thread has used, in seconds."""
    return time.thread_time()


class Deadline:
    """The moment after which a search is given up, or None for never. For one thread alone.

    at: a moment of `clock()`, in seconds
    """

    def __init__(self, at: float | None) -> None:
        self.at = at
        left = 0.0 if at is None else max(0.0, at - clock())
        self._on_the_wall = time.monotonic() + PATIENCE * left

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """So many seconds of work from now."""
        return cls(clock() + seconds)

    def passed(self) -> bool:
        """Whether the moment is past."""
        return self.at is not None and (clock() > self.at or time.monotonic() > self._on_the_wall)

    def check(self, step: Step) -> None:
        """Raise SearchTooSlow past the moment."""
        if self.passed():
            raise SearchTooSlow(f"{step.doing} takes too long.", step.mend)

    @contextmanager
    def uncounted(self) -> Iterator[None]:
        """Around what does not count: the moment comes so much later."""
        begun, began = clock(), time.monotonic()
        try:
            yield
        finally:
            if self.at is not None:
                self.at += clock() - begun
                self._on_the_wall += time.monotonic() - began
