"""Suggestions for what is being typed, from a table that is made anew beside when pages change."""

import logging
import re
import threading
import time
from collections.abc import Callable, Iterator

from archive import Archive
from archive.errors import ArchiveError
from indexer.analysis import terms, words
from indexer.engine import SearchEngine
from indexer.errors import EngineUnavailable
from indexer.suggest.gathering import GRAMMAR, entries
from indexer.suggest.suggestion import Entry, Kind, Suggestion
from indexer.suggest.table import Table

# How many of each kind are listed before the rest is filled with titles.
MOST = {Kind.WORD: 3, Kind.PHRASE: 1, Kind.PLACE: 2, Kind.SOURCE: 1, Kind.AUTHOR: 1}

# Typed text that is longer is no beginning of anything.
LONGEST_TYPED = 100

# How long a first request waits for the table; a small archive's is made by then.
FIRST_WAIT_S = 0.3
# A table lives so many times as long as it takes to make, while pages keep coming.
REST = 20

# Fields in which names may be completed: `source:har`.
FIELDS = {
    "source": (Kind.SOURCE,),
    "author": (Kind.AUTHOR,),
    "city": (Kind.PLACE,),
    "place": (Kind.PLACE,),
}
IN_FIELD = re.compile(rf'(?:^|(?<=[\s(]))({"|".join(FIELDS)}):"?([^":()]*)$', re.IGNORECASE)
LAST_WORD = re.compile(r"[^\s()\"“”«»:]+$")
NOT_QUOTABLE = re.compile(r"[\"“”„‟«»＂*?]+")

# How many pages a query finds; 0 where it cannot be understood.
Count = Callable[[str], int]

log = logging.getLogger(__name__)


class Suggester:
    """Answers what is being typed. Safe for many threads."""

    def __init__(self, archive: Archive, engine: SearchEngine) -> None:
        self._archive, self._engine = archive, engine
        self._table: Table | None = None
        self._reached = -1
        self._left = 0  # the last withdrawal before the table was made
        self._next = 0.0  # the moment of time.monotonic() from which it may be made again
        self._making = threading.Lock()

    def make(self) -> None:
        """Make the table from the archive and index of now. Raise EngineUnavailable, ArchiveError.

        Of two threads that come at a time, the second waits for the first.
        """
        with self._making:
            reached, began = self._engine.reached(), time.monotonic()
            left = self._archive.withdrawals.last()
            if self._table is None or (reached, left) != (self._reached, self._left):
                self._table = Table(entries(self._archive, self._engine), GRAMMAR)
                self._reached, self._left = reached, left
                done = time.monotonic()
                self._next = done + REST * (done - began)

    def begin(self) -> threading.Thread:
        """Make the table beside, in a thread."""
        thread = threading.Thread(target=self._make_beside, daemon=True)
        thread.start()
        return thread

    def suggest(self, typed: str, most: int, count: Count) -> tuple[Suggestion, ...]:
        """What may be meant, at most `most`; nothing before the table is made.

        count: how many pages another query finds
        """
        table = self._current()
        if table is None or len(typed) > LONGEST_TYPED:
            return ()
        field = IN_FIELD.search(typed)
        if field:
            before = typed[: field.start()]
            return tuple(in_field(table, before, field[1], field[2], most, count))
        found = list(whole(table, typed, most))
        if len(found) < most:
            found += last_word(table, typed, most - len(found), count)
        return tuple(found)

    def _current(self) -> Table | None:
        """The table at hand; where it is old, another is begun; none that names what left."""
        if self._table is not None and self._archive.withdrawals.last() != self._left:
            self._table = None
        if self._table is None:
            if not self._making.locked():
                self.begin().join(FIRST_WAIT_S)
        elif self._is_old():
            self.begin()
        return self._table

    def _is_old(self) -> bool:
        """Whether pages have come since, and the table has lived long enough."""
        if time.monotonic() < self._next or self._making.locked():
            return False
        return self._engine.reached() != self._reached

    def _make_beside(self) -> None:
        try:
            self.make()
        except (ArchiveError, EngineUnavailable) as error:
            log.warning("No suggestions: %s", error)


def whole(table: Table, typed: str, most: int) -> Iterator[Suggestion]:
    """Entries with a word that begins as all that was typed."""
    prefix = prefix_of(typed)
    left = most
    for kind in Kind if prefix else ():
        for entry in table.begin_with(prefix, kind, min(left, MOST.get(kind, left))):
            left -= 1
            yield Suggestion(entry, query_of(entry), mark_of(entry.text, prefix))


def in_field(
    table: Table, before: str, field: str, typed: str, most: int, count: Count
) -> Iterator[Suggestion]:
    """Names that begin as what was typed in a field, where the whole query finds something."""
    prefix = prefix_of(typed)
    for kind in FIELDS[field.lower()] if prefix else ():
        for entry in table.begin_with(prefix, kind, most):
            query = f"{before}{field}:{quoted(entry.text)}"
            if count(query):
                mark = mark_of(entry.text, prefix)
                yield Suggestion(entry, query, mark, typed_before=bool(before.strip()))


def last_word(table: Table, typed: str, most: int, count: Count) -> Iterator[Suggestion]:
    """Words that the last one typed may become, where the whole query finds something then."""
    last = LAST_WORD.search(typed)
    prefix = prefix_of(last.group()) if last else ""
    if last is None or not last.start() or not prefix:
        return
    for entry in table.begin_with(prefix, Kind.WORD, min(most, MOST[Kind.WORD])):
        query = typed[: last.start()] + entry.text
        found = count(query)
        if found:
            shown = Entry(Kind.WORD, query, found)
            yield Suggestion(shown, query, (0, last.start() + len(last.group())))


def prefix_of(typed: str) -> str:
    """What was typed, folded, as the table has it."""
    folded = " ".join(terms(typed))
    return f"{folded} " if folded and typed[-1:].isspace() else folded


def query_of(entry: Entry) -> str | None:
    """The query that finds what an entry stands for, or None where only its facet does."""
    if entry.kind is Kind.WORD:
        return entry.text
    if entry.kind is Kind.PHRASE:
        return quoted(entry.text)
    if entry.kind is Kind.TITLE:
        return f"title:{quoted(entry.text)}"
    # A region also counts for the pages that name its cities alone, which place: does not find.
    return f"{entry.field}:{quoted(entry.text)}" if entry.field in FIELDS else None


def quoted(text: str) -> str:
    """Text between quotation marks, without signs that cannot stand there."""
    return f'"{" ".join(NOT_QUOTABLE.sub(" ", text).split())}"'


def mark_of(text: str, prefix: str) -> tuple[int, int]:
    """Where what was typed stands in a text: (start, end); (0, 0) where it cannot be told."""
    wanted = prefix.split()
    tokens = words(text)
    for place in range(len(tokens) - len(wanted) + 1):
        row = tokens[place : place + len(wanted)]
        same = all(one.term == term for one, term in zip(row, wanted[:-1], strict=False))
        if same and row[-1].term.startswith(wanted[-1]):
            return row[0].start, min(row[-1].start + len(wanted[-1]), row[-1].end)
    return 0, 0
