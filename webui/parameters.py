"""What an address asks of a page: its parameters, read strictly, with a reason for each fault."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl

from archive.joined import joined
from webui.words import n, number, t

# Room for a query of 1,000 characters, percent-encoded in UTF-8, beside many ticked values.
MAX_ADDRESS_CHARACTERS = 16_000
MAX_PARAMETERS = 200
MAX_VALUE_CHARACTERS = 2_000

DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


class BadParameter(Exception):
    """A parameter that cannot mean anything; the searcher can mend it.

    name:   the parameter as it stands in the address
    reason: what is wrong, in a sentence
    mend:   what to do, in a sentence
    """

    def __init__(self, name: str, reason: str, mend: str) -> None:
        super().__init__(joined(reason, mend))
        self.name, self.reason, self.mend = name, reason, mend


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameters of an address.

    values:  name -> its values in the order given, empty ones left out
    ignored: names that the page does not know, to be told to the reader
    """

    values: Mapping[str, tuple[str, ...]]
    ignored: tuple[str, ...] = ()

    def one(self, name: str) -> str | None:
        """The only value of a parameter, or None. Raise BadParameter where two values differ."""
        given = set(self.values.get(name, ()))
        if len(given) > 1:
            raise BadParameter(
                name,
                t("“{name}” stands more than once in the address.", name=name),
                t("Keep one of them."),
            )
        return given.pop() if given else None

    def many(self, name: str) -> tuple[str, ...]:
        """Every value of a parameter."""
        return self.values.get(name, ())


def read_parameters(query_string: str, known: frozenset[str]) -> Parameters:
    """Split the part of an address after "?". Raise BadParameter where it is out of all measure.

    Bytes that are not UTF-8 become U+FFFD, which matches nothing.
    """
    if len(query_string) > MAX_ADDRESS_CHARACTERS:
        raise too_long("address", MAX_ADDRESS_CHARACTERS)
    pairs = parse_qsl(query_string, errors="replace")
    if len(pairs) > MAX_PARAMETERS:
        raise BadParameter(
            "address",
            n(
                len(pairs),
                "The address has {count} part; at most {most} can be read.",
                "The address has {count} parts; at most {most} can be read.",
                most=number(MAX_PARAMETERS),
            ),
            t("Choose fewer values."),
        )
    values: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        if name in known:
            if len(value) > MAX_VALUE_CHARACTERS:
                raise too_long(name, MAX_VALUE_CHARACTERS)
            values[name] = (*values.get(name, ()), value)
    ignored = dict.fromkeys(name[:60] for name, _ in pairs if name not in known)
    return Parameters(values, tuple(ignored))


def too_long(name: str, most: int) -> BadParameter:
    """The fault of a value beyond its limit."""
    return BadParameter(
        name,
        t("“{name}” is longer than {most} characters.", name=name, most=number(most)),
        t("Ask with fewer words."),
    )


def day_of(name: str, typed: str | None, *, last: bool) -> date | None:
    """The first, or the last, day of what is named: "2016", "2016-05" or "2016-05-31"."""
    if typed is None or not typed.strip():
        return None
    found = DAY.fullmatch(typed.strip())
    try:
        if found is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None  # noqa: S101 (the pattern always has a year)
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError as error:
        raise BadParameter(
            name,
            t("“{typed}” is not a day.", typed=typed[:40]),
            t("Write a year, a month or a day: 2016, 2016-05 or 2016-05-31."),
        ) from error
