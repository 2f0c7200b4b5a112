"""A snapshot as one search reads it: within its time, and only so much of it."""

from indexer.deadline import COUNTING, NEARNESS, READING, Deadline, Step
from indexer.engines.matches.column import Column
from indexer.engines.whoosh_engine.postings import Postings
from indexer.engines.whoosh_engine.snapshot import Snapshot
from indexer.errors import SearchTooSlow

# What one search may read, bounded before it is read. In 100,000 pages of 600 words "the" stands in
# some 4 million places, and 32 words have 3 million postings; so many take about a second.
MOST_PLACES = 24_000_000
MOST_POSTINGS = 60_000_000


class Reading:
    """The part of a snapshot that words are looked up in."""

    def __init__(self, snapshot: Snapshot, deadline: Deadline) -> None:
        self.snapshot, self.deadline = snapshot, deadline
        self.size, self.live = snapshot.size, snapshot.live
        self._postings, self._places = MOST_POSTINGS, MOST_PLACES  # left

    def check(self, step: Step = READING) -> None:
        """Raise SearchTooSlow past the deadline."""
        self.deadline.check(step)

    def postings(self, field: str, term: str, *, positions: bool = False) -> Postings:
        """The postings of a term. Raise SearchTooSlow where they are too many, or too late."""
        self.check(NEARNESS if positions else READING)
        known = self.snapshot.kept(field, term, positions=positions)
        if known is not None:
            self._spend(len(known.docs), len(known.positions))
            return known
        with self.deadline.uncounted():
            documents, places = self.snapshot.extent(field, term)
            self._spend(documents, places if positions else 0)
            return self.snapshot.postings(field, term, positions=positions)

    def column(self, name: str) -> Column:
        """The values of a facet. Raise SearchTooSlow past the deadline."""
        self.check(COUNTING)
        with self.deadline.uncounted():
            return self.snapshot.column(name)

    def _spend(self, postings: int, places: int) -> None:
        self._postings -= postings
        self._places -= places
        if self._places < 0:
            reason = f"The words that must stand near each other occur over {MOST_PLACES:,} times."
            raise SearchTooSlow(reason, NEARNESS.mend)
        if self._postings < 0:
            reason = f"The words of this query have over {MOST_POSTINGS:,} entries in the index."
            raise SearchTooSlow(reason, READING.mend)
