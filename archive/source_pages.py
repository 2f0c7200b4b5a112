"""A source's pages as a whole: which they are, and what is remembered of their lines."""

from collections.abc import Iterable, Mapping, Sequence

from archive.document import Document
from archive.page_lines import KeptProfile, PageLines
from archive.records import Count, Outcome
from archive.store import reading, remaking, sources
from archive.store.database import Database


class SourcePages:
    """The pages of an archive by their source. Raises what Archive's methods raise."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def counts(self) -> tuple[Count, ...]:
        """Each source with the number of its documents, by name; "" for documents of none."""
        with self._database.reading() as connection:
            return sources.counts(connection)

    def count(self, source: str, *, not_in: int | None = None) -> int:
        """How many documents a source has, but for those that `remake` went over in a run."""
        with self._database.reading() as connection:
            return sources.count(connection, source, not_in)

    def sample(self, source: str) -> tuple[bytes, ...]:
        """What is remembered of the lines of up to `store.sources.SAMPLE_PAGES` pages of it."""
        with self._database.reading() as connection:
            return sources.sample(connection, source)

    def profile(self, source: str) -> KeptProfile | None:
        """What an ingest knew of a source when it last looked, or None."""
        with self._database.reading() as connection:
            return sources.profile(connection, source)

    def keep_profiles(self, made: Mapping[str, KeptProfile]) -> None:
        """Keep what an ingest knows of sources, in place of what was kept of them."""
        with self._database.writing() as writing:
            sources.put_profiles(writing.connection, made)

    def forget_profiles(self, names: Iterable[str]) -> None:
        """Forget what is kept of sources: other rules make other profiles."""
        with self._database.writing() as writing:
            sources.forget_profiles(writing.connection, names)

    def ids(
        self, source: str, *, after: str = "", most: int = 100, not_in: int | None = None
    ) -> Sequence[str]:
        """The next documents of a source in the order of their ids.

        not_in: leave out those that `remake` went over in this run
        """
        with self._database.reading() as connection:
            return sources.ids(connection, source, after, most, not_in)

    def as_found(self, ids: Sequence[str]) -> tuple[Document, ...]:
        """The documents without corrections, in the order of their ids; absent ones left out."""
        with self._database.reading() as connection:
            return reading.get_many(connection, ids, corrected=False)

    def remake(self, run: int, document: Document, lines: PageLines) -> Outcome:
        """Replace what was made of a document's current capture; corrections stay over it.

        "changed", or "same" where nothing differs, or where another capture is current by now.
        """
        with self._database.writing() as writing:
            outcome = remaking.remake(writing, run, document, lines)
            writing.count(run, outcome)
        return outcome
