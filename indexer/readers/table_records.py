"""Values as the records of a table: what is made of them, and what is told of the rest."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from archive.capture import Capture
from archive.document import PassedOver, Refused
from indexer.readers.broken import Broken
from indexer.readers.columns import BODIES, WANTED, Columns
from indexer.readers.records import capture_of
from indexer.readers.source import Source

FOREIGN = (
    "It is data: none of its columns is known to have the text of a page. "
    "If its records are pages, name the file itself, with --map text=COLUMN."
)
# Names that are told where nothing is made of them.
MOST_NAMES = 40
# So many records without one page: the columns are others than we take them for.
MOST_BEFORE_A_PAGE = 100


@dataclass(slots=True)
class Records:
    """Makes captures of the records of one input, and remembers which columns state nothing."""

    source: Source
    columns: Columns
    met: dict[str, None] = field(default_factory=dict)
    pages: int = 0
    refusals: int = 0
    _chosen: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = field(default_factory=dict)

    def capture(self, value: object, place: str, at: str) -> Capture:
        """The page that a value is. Raise Broken where it is none.

        place: "line 12", as the origin names it
        at:    "corpus.jsonl:12", as the evidence of what it states names it
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
                if name not in used and len(self.met) < MOST_NAMES:
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


def why_foreign(value: object, columns: Columns) -> str:
    """Why a file that begins with this record is passed over, and the mend."""
    for name, held in value.items() if isinstance(value, dict) else ():
        if isinstance(held, list) and held and states_pages(held[0], columns):
            return f'Its records lie in a list under "{name[:80]}": save that list alone as a file.'
    return FOREIGN


def states_pages(value: object, columns: Columns) -> bool:
    """Whether a value is a record with the text of a page."""
    if not isinstance(value, dict):
        return False
    chosen = columns.chosen(value)
    return any(fact in chosen for fact in BODIES)
