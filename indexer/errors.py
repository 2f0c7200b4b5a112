"""The indexer's errors, grouped by who can mend them.

IndexerError
├── QueryError           the searcher: the query cannot mean what it says
├── SearchTooSlow        the searcher: the query asks for more than may be done in its time
├── BadCursor            the searcher: a page's cursor does not belong to this search
├── UnreadablePath       the archivist: a path or manifest cannot be read
├── BadOverrides         the archivist: overrides.toml cannot mean what it says
├── IndexBusy            the operator: another process is writing to the index
└── EngineUnavailable    the operator: the engine does not answer
    └── IndexDamaged     the operator: its files are not what was written; a new index mends it
"""

from archive.joined import joined


class IndexerError(Exception):
    """Something that indexing or searching cannot do, with its cause and its mend."""


class QueryError(IndexerError):
    """A query that cannot mean what it says.

    text:     the query as typed
    position: where it goes wrong: a character offset in `text`, 0 to len(text)
    reason:   what is wrong, in a sentence
    mend:     what to type instead, in a sentence
    """

    def __init__(self, text: str, position: int, reason: str, mend: str) -> None:
        super().__init__(joined(reason, mend))
        self.text, self.position, self.reason, self.mend = text, position, reason, mend


class SearchTooSlow(IndexerError):
    """The query asks for more than may be done in its time.

    reason: what it asked too much of, in a sentence
    mend:   what to narrow, in a sentence
    """

    def __init__(self, reason: str, mend: str = "") -> None:
        super().__init__(joined(reason, mend))
        self.reason, self.mend = reason, mend


class BadCursor(IndexerError):
    """A page's cursor does not belong to this search."""


class UnreadablePath(IndexerError):
    """A path or manifest cannot be read."""


class BadOverrides(IndexerError):
    """overrides.toml cannot mean what it says."""


class IndexBusy(IndexerError):
    """Another process is writing to the index."""


class EngineUnavailable(IndexerError):
    """The engine does not answer; the message says why and what to do."""


class IndexDamaged(EngineUnavailable):
    """The files of the index are not what was written; it can be made anew from the archive."""
