"""An address of which a part cannot be read: the rest is kept, so that nobody types it again."""

from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from webui.narrowing import Chip, chips
from webui.parameters import (
    MAX_ADDRESS_CHARACTERS,
    MAX_PARAMETERS,
    MAX_VALUE_CHARACTERS,
    BadParameter,
    Parameters,
)
from webui.state import KNOWN, SearchState

DAYS = ("from", "to")


@dataclass(frozen=True, slots=True)
class Misread:
    """A search with a part that cannot be read.

    state:      the search without that part, on its first page
    first, last: the two days as they were typed
    fault:      what is wrong, and the parameter where
    """

    state: SearchState
    first: str
    last: str
    fault: BadParameter

    @property
    def wrong_day(self) -> str | None:
        """Which of the two days is at fault, or None."""
        return self.fault.name if self.fault.name in DAYS else None

    def fields(self) -> list[tuple[str, str]]:
        """What the search box and the two days do not send of the search."""
        return [pair for pair in self.state.pairs() if pair[0] not in ("q", *DAYS)]

    def chips(self, labels: dict[tuple[str, str], str]) -> tuple[Chip, ...]:
        """What else is asked for, beside the words and the days."""
        return chips(replace(self.state, text="", published_from=None, published_to=None), labels)


def misread(query_string: str, fault: BadParameter) -> Misread:
    """What an address asks besides its fault."""
    given = within_measure(query_string)
    first, last = ("".join(given.get(name, ())[:1]) for name in DAYS)
    return Misread(kept(query_string), first, last, fault)


def kept(query_string: str) -> SearchState:
    """What can be read of a search in an address; each parameter at fault is left out."""
    given = within_measure(query_string)
    while True:
        try:
            return SearchState.from_parameters(Parameters(given)).first_page()
        except BadParameter as error:
            del given[error.name]


def within_measure(query_string: str) -> dict[str, tuple[str, ...]]:
    """The parameters of a search, up to the limits of what is read at all."""
    values: dict[str, tuple[str, ...]] = {}
    pairs = parse_qsl(query_string[:MAX_ADDRESS_CHARACTERS], errors="replace")
    for name, value in pairs[:MAX_PARAMETERS]:
        if name in KNOWN and len(value) <= MAX_VALUE_CHARACTERS:
            values[name] = (*values.get(name, ()), value)
    return values
