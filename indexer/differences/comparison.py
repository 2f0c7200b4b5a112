"""What comparing two captures gives back."""

from dataclasses import dataclass
from enum import Enum

from archive.document import Document, Refused, RemovedLine
from archive.records import CaptureRecord


class Kind(Enum):
    """Whether text stands in both captures, only in the one before, or only in the one after."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text of one kind; or, with `folded`, so many words that both share, left out."""

    kind: Kind
    text: str
    folded: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A line or paragraph in pieces."""

    pieces: tuple[Piece, ...]

    @property
    def kind(self) -> Kind | None:
        """The one kind that all its pieces are of, or None where they differ."""
        kinds = {piece.kind for piece in self.pieces}
        return kinds.pop() if len(kinds) == 1 else None


@dataclass(frozen=True, slots=True)
class Fold:
    """Rows that both share, left out: how many, of how many words."""

    rows: int
    words: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Two texts laid over each other.

    rows:    in order; what is the same for long is folded
    added:   words that only the later has; gone: that only the earlier has; same: that both share
    exact:   False where a part was too long to compare word by word: it stands as gone and new,
             though some words of it may be the same
    left_out: rows with changes beyond those that are shown
    """

    rows: tuple[Row | Fold, ...]
    added: int
    gone: int
    same: int
    exact: bool = True
    left_out: int = 0

    @property
    def is_none(self) -> bool:
        """Whether both texts have the same words in the same order."""
        return self.added == self.gone == 0


@dataclass(frozen=True, slots=True)
class LedgerChange:
    """How the removed lines differ; a line that was removed twice counts twice.

    new:  removed from the later capture only; gone: from the earlier only
    same: lines that were removed from both
    """

    new: tuple[RemovedLine, ...]
    gone: tuple[RemovedLine, ...]
    same: int


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of the metadata that differs; values as they are written, () for none."""

    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two captures, and what today's rules make of it."""

    record: CaptureRecord
    made: Document | Refused


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two captures of a page, the one before and the one after.

    text:   the cleaned texts compared, or the pages as they came where that was asked; None where
            today's rules refuse one of the captures
    ledger: None where `text` is
    fields: the metadata that differs, in the order in which it is shown
    """

    id: str
    before: Side
    after: Side
    text: Difference | None
    ledger: LedgerChange | None
    fields: tuple[FieldChange, ...]
