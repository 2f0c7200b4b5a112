"""A tombstone: what is left of a page that was withdrawn, hidden or blacked out in part."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from archive.characters import fact


class Kind(StrEnum):
    """What was done to a page.

    WITHDRAWN: it is gone for good
    HIDDEN:    it is kept, and nobody sees it for a time
    REDACTED:  words were blacked out in it; the rest stays
    """

    WITHDRAWN = "withdrawn"
    HIDDEN = "hidden"
    REDACTED = "redacted"


@dataclass(frozen=True, slots=True)
class Tombstone:
    """Who took a page out of the archive, when, why. It holds no text, title or address of it.

    number:      in the order in which they were made
    sequence:    the number of this change, in one count with those of documents
    document_id: 16 hex digits
    digests:     SHA-256 of the raw bodies that were taken out, 64 hex digits each
    who:         may be empty
    made:        when (aware, UTC)
    until:       the day on which a hidden page comes back, or None: when somebody lets it back
    since:       when the page first came in (aware): later backups hold it; None where unknown
    ended:       when a hidden page came back, or was withdrawn for good (aware), or None
    ended_by:    who let it back; empty where its day had come
    replaced:    whether it ended because the page was withdrawn for good
    erased:      when no file of the archive held any of it any more (aware), or None: not yet
    """

    number: int
    sequence: int
    document_id: str
    kind: Kind
    digests: tuple[str, ...]
    reason: str
    who: str
    made: datetime
    until: date | None = None
    since: datetime | None = None
    ended: datetime | None = None
    ended_by: str = ""
    erased: datetime | None = None
    replaced: bool = False

    @property
    def stands(self) -> bool:
        """Whether it keeps the page out of the archive now."""
        return self.kind is not Kind.REDACTED and self.ended is None

    @property
    def sentence(self) -> str:
        """What it says of its page, in English."""
        day = f"{self.made:%Y-%m-%d}"
        if self.kind is Kind.WITHDRAWN:
            return f"{self.document_id} was withdrawn on {day}: {self.reason}"
        if self.kind is Kind.REDACTED:
            return f"Words were blacked out in {self.document_id} on {day}: {self.reason}"
        if self.until is None:
            return f"{self.document_id} has been hidden since {day}: {self.reason}"
        return f"{self.document_id} is hidden until {self.until}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody wants done to pages.

    reason: may not be empty; who: may be
    made:   when (aware)
    until:  hide the page until this day only; None: for good
    """

    reason: str
    who: str
    made: datetime
    until: date | None = None

    def __post_init__(self) -> None:
        """What is typed can hold bytes that are no characters; it is kept and shown cleaned."""
        object.__setattr__(self, "reason", fact(self.reason))
        object.__setattr__(self, "who", fact(self.who))
