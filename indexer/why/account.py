"""The values of an account: what is told of each clause of a query and one document."""

from dataclasses import dataclass
from enum import StrEnum

from archive.document import RemovedLine
from indexer.engine import Snippet
from indexer.query.nodes import Scope
from indexer.why.wording import MESSAGES, Because


class Part(StrEnum):
    """A running text of a document."""

    TITLE = "title"
    TEXT = "text"
    REMOVED = "removed"


class Kind(StrEnum):
    """What a clause asks."""

    ALL = "all"
    ANY = "any"
    AT_LEAST = "at least"
    NOT = "not"
    WORD = "word"
    PHRASE = "phrase"
    LOOSE = "loose phrase"
    NEAR = "near"
    WILDCARD = "wildcard"
    FUZZY = "fuzzy"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a document that is shown.

    snippet: its text and marks; `offset` counts in the title or text, or in the removed line
    line:    the removed line that it is of, or None
    """

    snippet: Snippet
    line: RemovedLine | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where something stands in one part of a document.

    times:    how often; of words near each other, how often they stand near enough; 0 where it is
              one place that holds several words
    passages: the first places, one or more
    """

    part: Part
    times: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a clause holds or does not.

    values:    what fills the {names} of the message
    standings: the places that it speaks of
    """

    because: Because
    values: tuple[tuple[str, str], ...] = ()
    standings: tuple[Standing, ...] = ()

    @property
    def message(self) -> str:
        """The sentence, with {names} for what is filled in: a key for translations."""
        return MESSAGES[self.because]

    @property
    def text(self) -> str:
        """The sentence in English."""
        return self.message.format(**dict(self.values))


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a query, as it fares with one document.

    typed:     as it was typed; a group in its plainest form
    scope:     where its words are looked for
    holds:     whether the document is as it asks; of a thing of a chain, whether it stands there
    standings: where it stands, the parts that it asks of only
    reasons:   why it does not hold; where that tells more than the standings, why it does
    clauses:   those that it is made of, in order
    """

    kind: Kind
    typed: str
    scope: Scope
    holds: bool
    standings: tuple[Standing, ...] = ()
    reasons: tuple[Reason, ...] = ()
    clauses: tuple["Clause", ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """Why a query finds a document or not.

    understood: the query in plain words
    holds:      whether the document is found
    clause:     the whole query, or None where it is empty and finds everything
    """

    id: str
    title: str
    query: str
    understood: str
    holds: bool
    clause: Clause | None
