"""Where a text names a place or a year that its record tells of, as spans to be lit."""

import re
from dataclasses import dataclass

from archive.document import Document
from webui.parameters import BadParameter
from webui.words import place_label, t

Span = tuple[int, int]
ASKED = re.compile(r"(place|year)-([0-9]{1,10})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Mentions:
    """What is named, in words, and where in the text."""

    label: str
    spans: tuple[Span, ...]


def mentions_of(document: Document, asked: str | None) -> Mentions | None:
    """The mentions that an address asks for ("place-6167865", "year-1999").

    None where it asks for none. Raise BadParameter.
    """
    if asked is None:
        return None
    found = ASKED.fullmatch(asked)
    kind, number = (found[1], int(found[2])) if found else ("", 0)
    if kind == "year":
        return Mentions(str(number), year_spans(document.text, number))
    for place in document.places:
        if kind == "place" and place.geonames_id == number:
            return Mentions(place_label(place), place.spans)
    raise BadParameter(
        "show",
        t("“{typed}” is nothing that this page names.", typed=asked[:40]),
        t("Leave “show” away, or choose a place or a year from the page’s record."),
    )


def year_spans(text: str, year: int) -> tuple[Span, ...]:
    """Where a year stands as a number by itself."""
    pattern = re.compile(rf"(?<![0-9]){year}(?![0-9])")
    return tuple(found.span() for found in pattern.finditer(text))
