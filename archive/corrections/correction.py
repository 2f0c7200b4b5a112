"""A correction: one field of one document, its right value, who says so, when, why."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from archive.document import Place, PublicationDate

# The value of a correction that takes an earlier one back; it is no JSON, so no field can mean it.
WITHDRAWN = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A stated value of one field of one document, or that what was stated of it is withdrawn.

    field: title, source, authors, published, language or places (see `fields.FIELDS`)
    value: JSON text of the new value, which `value_text` makes; or WITHDRAWN
    note:  why, in the archivist's words; may be empty
    who:   who says so; may be empty
    made:  when (aware)
    """

    document_id: str
    field: str
    value: str
    note: str
    who: str
    made: datetime

    @property
    def is_withdrawal(self) -> bool:
        """Whether it takes back what was stated: what was found holds again."""
        return self.value == WITHDRAWN

    @property
    def finder(self) -> str:
        """What the evidence names for a stated value: "correction by Ann Roy"."""
        return f"correction by {self.who}" if self.who else "correction"


def value_text(value: str | Sequence[str | Place] | PublicationDate | None) -> str:
    """The JSON text that a Correction carries for a value; None says that there is none.

    >>> value_text(["Ann Roy"])
    '["Ann Roy"]'
    """
    if isinstance(value, PublicationDate):
        days = {"earliest": value.earliest, "latest": value.latest}
        return json.dumps({name: day and day.isoformat() for name, day in days.items()})
    if value is None or isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return json.dumps([plain(item) for item in value], ensure_ascii=False)


def plain(item: str | Place) -> str | dict[str, str | int | None]:
    """A name as it is, a place as the facts that name it: mentions are the page's own affair."""
    if isinstance(item, str):
        return item
    return {
        "geonames_id": item.geonames_id,
        "name": item.name,
        "kind": item.kind,
        "region": item.region,
        "country": item.country,
    }
