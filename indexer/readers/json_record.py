"""JSON text as the records of a table: what is read of one value, and how a fault is told."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from archive.capture import Capture
from archive.document import PassedOver, Refused
from indexer.readers.broken import Broken
from indexer.readers.columns import BODIES, WANTED, Columns, is_known
from indexer.readers.records import capture_of
from indexer.readers.source import Source

Pairs = list[tuple[str, object]]
FOREIGN = "It is data: its records have no text of a page, by the names of their columns."
MEND = "Mend the line, or delete it."
# Names that are told where nothing is made of them.
MOST_NAMES = 40
# So many records without one page: the columns are others than we take them for.
MOST_BEFORE_A_PAGE = 100


def once(pairs: Pairs) -> dict[str, object]:
    """An object. Raise Broken where a name stands twice and says two things: which is meant?"""
    found = dict(pairs)
    if len(found) < len(pairs):
        for name, value in pairs:
            if found[name] != value:
                raise Broken(f'"{name[:80]}" stands in it twice, with two values.', MEND)
    return found


DECODER = json.JSONDecoder(object_pairs_hook=once, strict=False)


def value_at(text: str, start: int = 0) -> tuple[object, int]:
    """The JSON value that begins there, and where it ends.

    Raise JSONDecodeError, or Broken for what is JSON and cannot be read all the same.
    """
    try:
        return DECODER.raw_decode(text, start)
    except RecursionError as error:
        raise Broken("Its JSON is nested too deep.", MEND) from error
    except json.JSONDecodeError:
        raise
    except ValueError as error:  # a number of more than 4,300 digits
        raise Broken(f"Its JSON cannot be read: {error}."[:300], MEND) from error


@dataclass(slots=True)
class Records:
    """Makes captures of the records of one input, and remembers which columns state nothing."""

    source: Source
    columns: Columns
    met: dict[str, None] = field(default_factory=dict)
    pages: int = 0
    refusals: int = 0
    _chosen: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = field(default_factory=dict)

    def capture(self, value: object, place: str, number: int) -> Capture:
        """The page that a value is. Raise Broken where it is none.

        place: "line 12", as the origin names it
        """
        if not isinstance(value, dict):
            raise Broken(
                f"It is no JSON object but {type(value).__name__}.",
                'Write a page as {"url": …, "text": …}.',
            )
        value = value | {name: at_path(value, name) for name in self._nested}
        names = tuple(value)
        chosen = self._chosen.get(names)
        if chosen is None:
            chosen = self._choose(names, value)
        at = f"{self.source.name}:{number}"
        page = capture_of(value, chosen, f"{self.source.origin}#{place}", at)
        self.pages += 1
        return page

    def is_foreign(self, value: object) -> bool:
        """Whether this shows, first of all, that a file of a folder was not meant as pages."""
        first = not self.pages and not self.refusals
        return first and not self.source.asked and not states_pages(value, self.columns)

    def refused(self, broken: Broken, place: str, offset: int | None = None) -> Refused:
        """The refusal of a record. Raise Broken where there was no page among many."""
        if not self.pages and self.refusals == MOST_BEFORE_A_PAGE:
            raise Broken(
                f"None of its first {MOST_BEFORE_A_PAGE} records is a page.",
                f"See why above; name its columns with --map {WANTED}, or leave it out.",
            )
        self.refusals += 1
        origin = f"{self.source.origin}#{place}"
        return Refused(origin, broken.fault.reason, broken.fault.mend, offset)

    def unused(self) -> Iterator[PassedOver]:
        """That some columns state nothing, where that is so."""
        if self.met and self.pages:
            names = ", ".join(f'"{name[:40]}"' for name in list(self.met)[:MOST_NAMES])
            yield self.source.passed_over(
                f"Nothing is made of its columns {names}; --map can say what they state."
            )

    @property
    def _nested(self) -> list[str]:
        return [name for name in self.columns.mapped.values() if "." in name]

    def _choose(
        self, names: tuple[str, ...], value: dict[str, object]
    ) -> dict[str, tuple[str, ...]]:
        chosen = self.columns.chosen(names)
        used = {column for columns in chosen.values() for column in columns}
        if len(self._chosen) < 10_000:  # hostile: another name in each line
            self._chosen[names] = chosen
            for name in names:
                if name not in used and not is_known(name) and len(self.met) < MOST_NAMES:
                    self.met[name] = None
        return chosen


def at_path(value: dict[str, object], path: str) -> object:
    """What stands at "metadata.url", or None."""
    found: object = value.get(path)
    if found is None:
        found = value
        for name in path.split("."):
            found = found.get(name) if isinstance(found, dict) else None
    return found


def states_pages(value: object, columns: Columns) -> bool:
    """Whether a value is a record with the text of a page."""
    if not isinstance(value, dict):
        return False
    chosen = columns.chosen(value)
    return any(fact in chosen for fact in BODIES)
