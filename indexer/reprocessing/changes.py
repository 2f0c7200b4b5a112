"""What differs between a document as it is stored and as it is made today."""

from dataclasses import dataclass

from archive.document import Document, RemovedLine
from archive.sameness import says_the_same

# The fields that are told of, besides the lines.
FIELDS = ("title", "authors", "source", "published", "language", "places", "years_mentioned")


@dataclass(frozen=True, slots=True)
class Change:
    """How a document changes.

    before, after: the document as found, without corrections
    taken:         lines that go now and stayed before
    given_back:    lines that stay now, with the rule that took them before
    renamed:       lines that went before and go now by another rule, as they go now
    """

    before: Document
    after: Document
    taken: tuple[RemovedLine, ...]
    given_back: tuple[RemovedLine, ...]
    renamed: tuple[RemovedLine, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the other fields that differ."""
        return tuple(
            name for name in FIELDS if getattr(self.before, name) != getattr(self.after, name)
        )


def change(before: Document, after: Document) -> Change | None:
    """What differs, or None where nothing does but reasons in the ledger."""
    if says_the_same(before, after):
        return None
    had = {line.number: line for line in before.removed}
    has = {line.number: line for line in after.removed}
    return Change(
        before,
        after,
        taken=tuple(line for number, line in has.items() if number not in had),
        given_back=tuple(line for number, line in had.items() if number not in has),
        renamed=tuple(
            line for number, line in has.items() if number in had and had[number].rule != line.rule
        ),
    )
