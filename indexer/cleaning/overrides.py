"""An archivist's orders about the lines of a source: overrides.toml, and the lines they find.

    [[override]]
    source = "alder.example"            # a source's name or host; "*" means every source
    drop = ["Tides and ferries", "Updated *"]
    note = "The ferry box; on every page since 2016."

    [[override]]
    source = ["The Alder Post", "*.alder.example"]
    keep = "/^Letters? to the editor/"

Orders stand in the file's order; the first that finds a line decides. They win over rules, repeats
and the judge.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from archive.settings import Settings
from archive.written_file import read_written
from indexer.cleaning.line import MAX_RULED_LINES
from indexer.cleaning.page import Page
from indexer.cleaning.patterns import BadPattern, Pattern, looked_at, plain, read_pattern
from indexer.cleaning.profile import Override
from indexer.cleaning.rule import Removal
from indexer.errors import BadOverrides

# The name in the ledger of what an archivist ordered to drop.
OVERRIDE = "override"

NAMES = ("source", "keep", "drop", "note")
VERDICTS: tuple[Literal["keep", "drop"], ...] = ("keep", "drop")
HEADING = re.compile(r"^[ \t]*\[\[[ \t]*override[ \t]*\]\]", re.MULTILINE)
EXAMPLE = '[[override]]\nsource = "alder.example"\ndrop = "Tides and ferries"\nnote = "why"'

# More than an archivist writes; every line of every page of a source is shown to its orders.
MAX_BYTES = 1_000_000
MAX_ORDERS_OF_A_SOURCE = 500


@dataclass(frozen=True, slots=True)
class Entry:
    """One [[override]] of the file.

    sources: names or hosts, with * for any text
    orders:  what it orders, keeping before dropping
    where:   the file and its line, "overrides.toml:3"
    """

    sources: tuple[Pattern, ...]
    orders: tuple[Override, ...]
    where: str = ""

    def speaks_of(self, names: Iterable[str]) -> bool:
        """Whether it is about a source that goes by any of these names."""
        return any(source.finds(name) for name in names for source in self.sources)


@dataclass(frozen=True, slots=True)
class Overrides:
    """A whole file; without entries where there is none."""

    entries: tuple[Entry, ...] = ()

    def of_source(self, *names: str | None) -> tuple[Override, ...]:
        """The orders about a source that goes by these names: its name, its host, its aliases.

        Without a name, those about every source.
        """
        forms = [name.removeprefix("www.") for name in names if name] or [""]
        found = [entry.orders for entry in self.entries if entry.speaks_of(forms)]
        return tuple(order for orders in found for order in orders)


def overrides_of(folder: Path, settings: Settings) -> Overrides:
    """The orders of the archive in a folder. Raise BadOverrides."""
    usual = settings.overrides == Settings().overrides
    return read_overrides(folder / settings.overrides, needed=not usual)


def read_overrides(path: Path, *, needed: bool = False) -> Overrides:
    """The file's orders; none where there is no file, unless one is needed.

    Raise BadOverrides, which names the file, the entry with its line, what is wrong and the mend.
    """
    text = read_written(path, MAX_BYTES, BadOverrides)
    if text is None:
        if needed:
            raise BadOverrides(
                f"{path}: there is no such file; fonds.toml names it: make it, or delete the line"
            )
        text = ""
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadOverrides(
            f"{path}: {error}; put a pattern with \\ between ' ', and mend this line"
        ) from error
    unknown = [name for name in written if name != "override"]
    entries = written.get("override", [])
    if unknown or not isinstance(entries, list):
        first = unknown[0] if unknown else "override"
        at = Place(path, text).at(first)
        raise BadOverrides(f'{at}: "{plain(first)[:80]}" is not known here; write\n{EXAMPLE}')
    return Overrides(tuple(map(entry_of, places_in(path, text, len(entries)), entries)))


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands: the file, and its own lines from `line` on.

    number: which one it is, for a file in a form of TOML where its lines are not told; else 0
    """

    path: Path
    text: str
    line: int = 1
    number: int = 0

    def __str__(self) -> str:
        """ "overrides.toml:3"."""
        return f"{self.path}: override {self.number}" if self.number else f"{self.path}:{self.line}"

    def at(self, name: str, value: str = "") -> str:
        """The line at which a name is given this value; the first, where it is not found."""
        named = rf"^[ \t]*(?:\[+[ \t]*)?[\"']?{re.escape(name)}[\"']?[ \t]*[=.\]]"
        found = re.search(named, self.text, re.MULTILINE)
        start = found.start() if found else 0
        end = max(self.text.find(value, found.end() if found else 0), start)
        return str(
            replace(self, line=self.line + self.text.count("\n", 0, end if value else start))
        )


def places_in(path: Path, text: str, count: int) -> list[Place]:
    """Where each of so many entries stands."""
    starts = [found.start() for found in HEADING.finditer(text)]
    if len(starts) != count:
        return [Place(path, "", number=number) for number in range(1, count + 1)]
    ends = [*starts, len(text)][1:]
    return [
        Place(path, text[start:end], text.count("\n", 0, start) + 1)
        for start, end in zip(starts, ends, strict=True)
    ]


def entry_of(where: Place, written: object) -> Entry:
    """One entry. Raise BadOverrides."""
    if not isinstance(written, Mapping):
        raise BadOverrides(f"{where}: an override is a table; write\n{EXAMPLE}")
    for name in written:
        if name not in NAMES:
            raise BadOverrides(
                f'{where.at(name)}: "{name}" is not known; known are {", ".join(NAMES)}'
            )
    note = written.get("note", "")
    if not isinstance(note, str) or not " ".join(note.split()).isprintable():
        raise BadOverrides(f"{where.at('note')}: a note is a line of text")
    named = (text.removeprefix("www.") for text in texts(where, written, "source"))
    sources = tuple(pattern_of(where, "source", text) for text in named)
    if not sources:
        raise BadOverrides(f'{where}: no source; write source = "alder.example", or "*" for all')
    orders = tuple(
        Override(verdict, pattern_of(where, verdict, text).written, " ".join(note.split()))
        for verdict in VERDICTS
        for text in texts(where, written, verdict)
    )
    if not orders:
        raise BadOverrides(f'{where}: it orders nothing; write keep = "…" or drop = "…"')
    if len(orders) > MAX_ORDERS_OF_A_SOURCE:
        raise BadOverrides(f"{where}: more than {MAX_ORDERS_OF_A_SOURCE} orders; use * in some")
    return Entry(sources, orders, str(where))


def texts(where: Place, written: Mapping[str, object], name: str) -> list[str]:
    """What is written under a name: a text, or a list of texts."""
    value = written.get(name, [])
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list):
        raise BadOverrides(f"{where.at(name)}: {name} is a text or a list of texts")
    found = [text for text in listed if isinstance(text, str)]
    if len(found) < len(listed):
        raise BadOverrides(f"{where.at(name)}: {name} is a text or a list of texts")
    return found


def pattern_of(where: Place, name: str, written: str) -> Pattern:
    """A pattern. Raise BadOverrides."""
    if name == "source" and written.strip() == "*":
        return Pattern("*", ("", ""), None)
    try:
        return read_pattern(written)
    except BadPattern as error:
        raise BadOverrides(
            f'{where.at(name, written)}: {name} "{plain(written)[:80]}": {error}'
        ) from error


def ordered(page: Page, orders: tuple[Override, ...]) -> dict[int, Override]:
    """The first order that finds each line, by index in `page.content`.

    Of a page too long to be one, the lines that rules look at: its first and last.
    """
    if not orders:
        return {}
    finder = Finder(orders)
    count = len(page.content)
    edge = MAX_RULED_LINES if count > 2 * MAX_RULED_LINES else count
    found: dict[int, Override] = {}
    for at in (*range(edge), *range(max(edge, count - edge), count)):
        order = finder.first(page.content[at].text)
        if order is not None:
            found[at] = order
    return found


class Finder:
    """Orders, laid out so that a line meets only those whose pattern is more than a text."""

    def __init__(self, orders: tuple[Override, ...]) -> None:
        self._orders = orders
        self._whole: dict[str, int] = {}
        self._others: list[tuple[int, Pattern]] = []
        for number, order in enumerate(orders):
            pattern = read_pattern(order.pattern)
            if pattern.parts is not None and len(pattern.parts) == 1:
                self._whole.setdefault(pattern.parts[0], number)
            else:
                self._others.append((number, pattern))

    def first(self, text: str) -> Override | None:
        """The first order that finds a line."""
        shown = looked_at(text)
        first = self._whole.get(shown.plain, len(self._orders))
        for number, pattern in self._others:
            if number > first:
                break
            if pattern.finds_in(shown):
                first = number
                break
        return self._orders[first] if first < len(self._orders) else None


def obeyed(orders: Mapping[int, Override], removals: Mapping[int, Removal]) -> dict[int, Removal]:
    """The removals with every ordered line kept or dropped as ordered."""
    others = {at: removal for at, removal in removals.items() if at not in orders}
    return others | {
        at: Removal(OVERRIDE, reason_of(order))
        for at, order in orders.items()
        if order.verdict == "drop"
    }


def kept_by(orders: Mapping[int, Override]) -> dict[int, str]:
    """Why ordered lines stay, by index in `page.content`."""
    return {at: reason_of(order) for at, order in orders.items() if order.verdict == "keep"}


def reason_of(order: Override) -> str:
    """Why a line stays or goes, as the ledger tells it: the archivist's note, and the order."""
    stands = f"the archivist's order: {order.verdict} “{order.pattern}”"
    return f"{order.note} ({stands})" if order.note else stands[0].upper() + stands[1:] + "."
