"""The fields that readers narrow by: one table for index, facets, forms and docs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from archive.document import Document, Place, PublicationDate
from indexer.engine import UNCERTAIN
from indexer.languages import spoken
from indexer.query.languages import language_name

# (value, label): what selects it, and what a person reads.
Values = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A facet.

    name:   in URLs, on the command line and in JSON
    label:  what a person reads above its values
    help:   what counts as a value, in a sentence
    values: the values of a document, each once; empty where it has none
    """

    name: str
    label: str
    help: str
    values: Callable[[Document], Values]


def dated(document: Document) -> PublicationDate | None:
    """The date of a document, or None; a range without any bound says nothing and is no date."""
    published = document.published
    if published is None or (published.earliest is None and published.latest is None):
        return None
    return published


def cities(document: Document) -> Values:
    """The cities that a document names, by GeoNames id."""
    return once((str(p.geonames_id), p.label) for p in document.places if p.kind == "city")


def regions(document: Document) -> Values:
    """The regions that a document names, and those of its cities: "Ontario, Canada"."""
    return once(region for region in map(region_of, document.places) if region)


def region_of(place: Place) -> tuple[str, str] | None:
    """The region that a place is or lies in, or None."""
    name = place.name if place.kind == "region" else place.region if place.kind == "city" else None
    return (f"{name}, {place.country}",) * 2 if name else None


def countries(document: Document) -> Values:
    """The countries that a document names, and those of its cities and regions."""
    names = (p.name if p.kind == "country" else p.country for p in document.places)
    return once((name, name) for name in names if name)


def places(document: Document) -> Values:
    """Every place that a document names, by GeoNames id."""
    return once((str(p.geonames_id), p.label) for p in document.places)


def years(document: Document) -> Values:
    """The one year that the whole range lies in; a wider or open range is uncertain."""
    published = dated(document)
    if published is None:
        return ()
    earliest, latest = published.earliest, published.latest
    if earliest is None or latest is None or earliest.year != latest.year:
        return ((UNCERTAIN, "Year uncertain"),)
    return ((f"{earliest.year:04}",) * 2,)


def years_mentioned(document: Document) -> Values:
    """The years that the text names."""
    return once((str(year),) * 2 for year in document.years_mentioned)


def sources(document: Document) -> Values:
    """Who published it."""
    return ((document.source,) * 2,) if document.source else ()


def authors(document: Document) -> Values:
    """Who wrote it."""
    return once((author, author) for author in document.authors if author)


def languages(document: Document) -> Values:
    """Its language, and others that a good part of it is in; one that could not be told is missing.

    A page in English and French counts in both, so that `lang:fr` finds it.
    """
    codes = spoken(document.text, document.language)
    return tuple((code, language_name(code)) for code in codes if code and code != "und")


def once(values: Iterable[tuple[str, str]]) -> Values:
    """The values in order, each once; the first label of a value stays."""
    found: dict[str, str] = {}
    for value, label in values:
        found.setdefault(value, label)
    return tuple(found.items())


FACETS: tuple[Field, ...] = (
    Field("city", "City", "Cities that the page names.", cities),
    Field("region", "Region", "Regions that the page names, and those of its cities.", regions),
    Field(
        "country", "Country", "Countries that the page names, and those of its places.", countries
    ),
    Field("year", "Year published", "The year that the page was published in for certain.", years),
    Field("year_mentioned", "Year mentioned", "Years that the text names.", years_mentioned),
    Field("source", "Source", "Who published the page.", sources),
    Field("author", "Author", "Who wrote the page.", authors),
    Field("language", "Language", "The languages that a good part of the page is in.", languages),
)

BY_NAME = {field.name: field for field in FACETS}

# Facets whose values are years, listed newest first.
YEARS = frozenset({"year", "year_mentioned"})
