"""What is told of a page wherever it is listed: its date, its places."""

from webui.api.shape import (
    COUNT,
    Many,
    Maybe,
    Plain,
    Record,
    Shape,
    day,
    number,
    spans,
    text,
    truth,
)
from webui.words import later

DOCUMENT_ID = text(later("The document's id: 16 hexadecimal digits."), pattern="^[0-9a-f]{16}$")
DIGEST = text(later("SHA-256 of the raw bytes of a capture."), pattern="^[0-9a-f]{64}$")
URL = Maybe(text(), later("Where the page was; null where nobody said."))
SOURCE = Maybe(text(), later("Who published it; null where that is unknown."))
AUTHORS = Many(text(), later("The authors as the page writes them."))
LANGUAGE = text(later("The main language: an ISO 639-1 code, or “und” where it is unknown."))

PUBLISHED = Record(
    "Published",
    later("When a page was published, as precisely as is known and no more."),
    {
        "earliest": Maybe(day(), later("The first day that it can be; null where that is open.")),
        "latest": Maybe(day(), later("The last day; the same as the first where it is known.")),
        "evidence": text(later("What told it.")),
        "quote": text(later("The words that it rests on.")),
    },
)
PUBLISHED_OR_NOT = Maybe(PUBLISHED, later("When it was published; null where it is undated."))

PLACE_FIELDS: dict[str, Shape] = {
    "geonames_id": Plain("integer", later("The place's number at GeoNames.")),
    "name": text(),
    "kind": text(values=("city", "region", "country")),
    "region": Maybe(text(), later("The province or state that it lies in.")),
    "country": text(),
    "mentions": COUNT,
}
PLACE = Record("Place", later("A place that a page names."), PLACE_FIELDS)
NAMED_PLACE = PLACE.plus(
    "NamedPlace",
    later("A place that a page names, with where it does and why this place is meant."),
    {
        "label": text(later("The name with what tells it from its namesakes.")),
        "spans": spans(later("Where the text names it: start and end, in characters.")),
        "confidence": number(later("How sure it is that this place is meant."), 0, 1),
        "unsure": truth(later("Whether the site shows it with “perhaps”.")),
        "evidence": text(later("What told it.")),
    },
)
MAIN_CITY = PLACE.plus(
    "MainCity",
    later("The city that a page is mainly about."),
    {
        "label": text(later("The name with what tells it from its namesakes.")),
        "reason": text(later("Why it is this one.")),
    },
)
