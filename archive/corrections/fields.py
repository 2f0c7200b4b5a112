"""The fields that can be corrected, and the reading of their values.

| field | JSON value |
| --- | --- |
| title | "A headline" |
| source | "The Daily Example", or null for none |
| authors | ["Ann Roy", "Li Wei"] |
| published | "2017-02-20", "2017-02", "2017", "2016-05..2017-02", {"earliest": …, "latest": …}
|           | or null where it is not dated |
| language | "fr" or "und" |
| places | [{"geonames_id": …, "name": …, "kind": "city", "region": …, "country": …}] |
"""

import json
import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from archive.characters import CONTROLS, DIRECTIONS, LINE_SEPARATORS, SURROGATES
from archive.corrections.correction import Correction
from archive.document import Document, Evidence, Place, PlaceKind, PublicationDate
from archive.errors import BadCorrection

MAX_CHARACTERS = 500
MAX_NOTE_CHARACTERS = 2_000

# Controls, marks that turn the direction of writing, lone surrogates: none belongs in a line.
UNFIT = re.compile(f"[{CONTROLS}\t\n\r{LINE_SEPARATORS}{DIRECTIONS}{SURROGATES}]")

LANGUAGE = re.compile(r"[a-z]{2,3}")
DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
KINDS: dict[str, PlaceKind] = {"city": "city", "region": "region", "country": "country"}

Range = tuple[date | None, date | None]


class WrongShape(ValueError):
    """A value of a correction is not what its field wants; the text says what it wants."""


def with_title(document: Document, value: object, by: Correction) -> Document:
    """The title is one line and never empty."""
    title = one_line(value, "a line of text")
    return replace(document, title=title, evidence=stated(document, "title", (title,), by))


def with_source(document: Document, value: object, by: Correction) -> Document:
    """The source is one line, or null."""
    source = None if value is None else one_line(value, "a name, or null for none")
    found = stated(document, "source", (source or "",), by)
    return replace(document, source=source, evidence=found)


def with_authors(document: Document, value: object, by: Correction) -> Document:
    """Authors are a list of names; an empty list says that there is none."""
    wanted = 'a list of names: ["Ann Roy"]'
    names = tuple(one_line(name, wanted) for name in listed(value, wanted))
    found = stated(document, "author", names or ("",), by)
    return replace(document, authors=names, evidence=found)


def with_language(document: Document, value: object, by: Correction) -> Document:
    """The language is an ISO 639 code."""
    if not isinstance(value, str) or not LANGUAGE.fullmatch(value):
        raise WrongShape('a language code: "fr", or "und" where it is not known')
    found = stated(document, "language", (value,), by)
    return replace(document, language=value, evidence=found)


def with_published(document: Document, value: object, by: Correction) -> Document:
    """A day or a range carries its own evidence; null is evidence beside the document."""
    if value is None:
        found = stated(document, "published", ("",), by)
        return replace(document, published=None, evidence=found)
    earliest, latest = range_of(value)
    return replace(document, published=PublicationDate(earliest, latest, by.finder, by.note))


def with_places(document: Document, value: object, by: Correction) -> Document:
    """Stated places keep the mentions that were found of them; one never named has none."""
    found = {place.geonames_id: place for place in document.places}
    places = tuple(place_of(item, found, by) for item in listed(value, "a list of places"))
    labels = tuple(place.label for place in places) or ("",)
    return replace(document, places=places, evidence=stated(document, "place", labels, by))


FIELDS: dict[str, Callable[[Document, object, Correction], Document]] = {
    "title": with_title,
    "source": with_source,
    "authors": with_authors,
    "published": with_published,
    "language": with_language,
    "places": with_places,
}


def checked(correction: Correction) -> Correction:
    """The correction itself; raise BadCorrection with what is wrong and what is wanted."""
    if correction.field not in FIELDS:
        known = ", ".join(FIELDS)
        raise BadCorrection(f"{correction.field!r} cannot be corrected; correct one of: {known}.")
    if correction.made.tzinfo is None:
        raise BadCorrection("The time of a correction has no time zone; give an aware one.")
    fit("note", correction.note, MAX_NOTE_CHARACTERS)
    fit("name of who says so", correction.who, MAX_CHARACTERS)
    if not correction.is_withdrawal:
        corrected(NOBODY, correction)
        for text in texts(json.loads(correction.value)):
            fit(correction.field, text, MAX_CHARACTERS)
    return correction


def fit(what: str, text: str, most: int) -> None:
    """Raise BadCorrection for text that is too long for its place, or harms a screen."""
    if len(text) > most:
        raise BadCorrection(f"The {what} is longer than {most:,} characters; cut it.")
    if UNFIT.search(text):
        raise BadCorrection(f"The {what} holds a control character: {text!r}; leave it away.")


def texts(value: object) -> Iterator[str]:
    """The texts in a value that its field can have."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts(item)


def corrected(document: Document, correction: Correction) -> Document:
    """The document with this one correction laid over. Raise BadCorrection for a wrong value."""
    wanted = f"{correction.field} = {correction.value}"
    try:
        value = json.loads(correction.value)
        return FIELDS[correction.field](document, value, correction)
    except json.JSONDecodeError as error:
        raise BadCorrection(f"{wanted}: not JSON ({error}); put text in double quotes.") from error
    except RecursionError as error:
        raise BadCorrection(f"{correction.field}: the value is nested too deep.") from error
    except WrongShape as error:
        raise BadCorrection(f"{wanted}: wants {error}.") from error


def stated(
    document: Document, field: str, values: tuple[str, ...], by: Correction
) -> tuple[Evidence, ...]:
    """The document's evidence with what was found for one field replaced by what was stated."""
    others = tuple(one for one in document.evidence if one.field != field)
    return others + tuple(Evidence(field, value, by.finder, by.note) for value in values)


def one_line(value: object, wanted: str) -> str:
    """Text on one line, spaces at its ends gone."""
    if not isinstance(value, str) or not value.strip() or len(value.strip().splitlines()) > 1:
        raise WrongShape(wanted)
    return value.strip()


def listed(value: object, wanted: str) -> list[object]:
    """A list."""
    if not isinstance(value, list):
        raise WrongShape(wanted)
    return value


def range_of(value: object) -> Range:
    """The first and last day of a stated date; None for a side left open."""
    wanted = 'a day ("2017-02-20"), a month, a year or a range ("2016-05..2017-02"), or null'
    if isinstance(value, str):
        first, dots, last = value.partition("..")
        earliest, latest = side(first, 0, wanted), side(last if dots else first, 1, wanted)
    elif isinstance(value, dict) and set(value) <= {"earliest", "latest"}:
        earliest = side(value.get("earliest") or "", 0, wanted)
        latest = side(value.get("latest") or "", 1, wanted)
    else:
        raise WrongShape(wanted)
    if earliest is None and latest is None:
        raise WrongShape(wanted)
    if earliest and latest and earliest > latest:
        raise WrongShape("the first day before the last")
    return earliest, latest


def side(text: object, end: int, wanted: str) -> date | None:
    """The first (0) or last (1) day of "2017", "2017-02" or "2017-02-20"; None for ""."""
    if text == "":
        return None
    found = DAY.fullmatch(text) if isinstance(text, str) else None
    if not found:
        raise WrongShape(wanted)
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        month = month or (1, 12)[end]
        return date(year or 0, month, day or (1, monthrange(year or 0, month)[1])[end])
    except ValueError as error:
        raise WrongShape(f"a day that exists ({error})") from error


def place_of(item: object, found: dict[int, Place], by: Correction) -> Place:
    """A stated place, with the mentions that the page was found to have of it."""
    wanted = "places with geonames_id, name, kind (city, region, country), region and country"
    if not isinstance(item, dict):
        raise WrongShape(wanted)
    number, region, kind = item.get("geonames_id"), item.get("region"), item.get("kind")
    if not isinstance(number, int) or isinstance(number, bool):
        raise WrongShape(wanted)
    if not isinstance(kind, str) or kind not in KINDS:
        raise WrongShape(wanted)
    seen = found.get(number)
    return Place(
        geonames_id=number,
        name=one_line(item.get("name"), wanted),
        kind=KINDS[kind],
        region=None if region is None else one_line(region, wanted),
        country=one_line(item.get("country"), wanted),
        mentions=seen.mentions if seen else 0,
        spans=seen.spans if seen else (),
        evidence=f"{by.finder}: {by.note}" if by.note else by.finder,
    )


# A document to try a correction on: nothing of it is kept.
NOBODY = Document(
    id="",
    title="-",
    text="",
    removed=(),
    url=None,
    source=None,
    authors=(),
    published=None,
    language="und",
    places=(),
    years_mentioned=(),
    captured=None,
    digest="",
)
