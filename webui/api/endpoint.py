"""One endpoint of the API, declared once: its route, its parameters, its answer, its faults."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from archive import Archive
from indexer.search import Searcher
from indexer.wire import Json
from webui.api.shape import Plain, Record
from webui.parameters import Parameters
from webui.rooms import rooms


class Kept(Enum):
    """What tells whether an answer that somebody keeps is still the answer.

    STATE: the archive's and the index's state, known before anything is computed
    TIMED: the same, of an answer that also tells how long it took: the tag is a weak one
    BYTES: the answer itself
    """

    STATE = "state"
    TIMED = "timed"
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a path or a query.

    help:    what it does, an English sentence
    shape:   of one value
    many:    whether it may stand several times
    initial: what holds where it is not given, as it is written in an address
    example: a value to try, or "" where none is needed; {names} are those of `examples`
    most:    how often it may stand, where it may stand several times
    """

    name: str
    help: str
    shape: Plain
    many: bool = False
    initial: str | None = None
    example: str = ""
    in_path: bool = False
    most: int | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that was read.

    path:  the values of the parameters in the path
    given: those of the query, each known to the endpoint
    """

    path: Mapping[str, str]
    given: Parameters

    @property
    def id(self) -> str:
        """The document's id."""
        return self.path["id"]

    @property
    def archive(self) -> Archive:
        """What is read from."""
        return rooms().archive

    @property
    def searcher(self) -> Searcher:
        """What is asked."""
        return rooms().searcher


@dataclass(frozen=True, slots=True)
class Part:
    """Where an answer is a part of a list.

    next:   the cursor of the next part, or None at the end
    offset: how many items come before this part
    limit:  how many items a part has
    """

    next: str | None
    offset: int
    limit: int


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, and where it is in a list, if it is in one."""

    body: Mapping[str, Json]
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An endpoint.

    name:   its operation's name, which does not change
    path:   after /api/v1, parameters in braces
    title:  what it gives, in a few English words;  help: more of it, in sentences
    answer: what a good answer looks like
    faults: statuses of bad answers, beside those that any endpoint has
    """

    name: str
    path: str
    title: str
    help: str
    parameters: tuple[Parameter, ...]
    answer: Record
    reply: Callable[[Asked], Reply]
    kept: Kept = Kept.BYTES
    faults: tuple[int, ...] = ()

    @property
    def known(self) -> frozenset[str]:
        """The names of the parameters of its query."""
        return frozenset(each.name for each in self.parameters if not each.in_path)

    @property
    def paged(self) -> bool:
        """Whether it gives a list in parts."""
        return "after" in self.known
