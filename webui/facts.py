"""A document's metadata as rows: each value with what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive.document import Document, Evidence, Place
from indexer.engine import MISSING
from indexer.fields import languages
from indexer.languages import shares
from indexer.metadata.places import main_city
from webui.dates import moment_words, published_words
from webui.safety import outward
from webui.state import SearchState
from webui.words import clauses, n, percent, place_label, said, t, value_label

# Nothing that was guessed is told as certain.
MOST_SURE = 0.99
# Finders that tell what they saw ("0.98 of 1", "Greek letters") in place of quoting the page.
NOT_QUOTING = frozenset({"detected", "script"})


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a row.

    search: the search for the pages that share it, or None
    link:   an address outside, or None
    show:   what lights it in the text ("year-1999"), or None where it does not stand there
    finder: what found it, or ""; quote: the words it rests on, or ""
    """

    text: str
    finder: str = ""
    quote: str = ""
    search: str | None = None
    link: str | None = None
    show: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A field and its values; a field without values says so in `absent`.

    inline: whether the values are short and many, to be set in one line
    """

    label: str
    values: tuple[Value, ...]
    absent: str = ""
    inline: bool = False


def facts(document: Document) -> tuple[Row, ...]:
    """The rows of a document's table."""
    return tuple(rows_of(document))


def rows_of(document: Document) -> Iterator[Row]:
    """Title first, digest last."""
    yield Row(t("Title"), (value(document, "title", document.title),))
    yield Row(t("Published"), tuple(published_values(document)), t("undated"))
    yield Row(
        t("Source"),
        (value(document, "source", document.source, "source"),) if document.source else (),
        t("unknown"),
    )
    yield Row(
        t("Authors"),
        tuple(value(document, "author", name, "author") for name in document.authors),
        t("none named"),
    )
    yield Row(t("Language"), tuple(language_values(document)))
    yield Row(t("Address"), tuple(address_values(document)), t("none known"))
    yield Row(t("Mainly about"), tuple(main_city_values(document)), t("no one city"))
    yield Row(t("Places"), tuple(map(place_value, document.places)), t("none found"))
    yield Row(
        t("Years named"),
        tuple(year_value(document, year) for year in document.years_mentioned),
        t("no year named"),
        True,
    )
    if document.captured:
        yield Row(t("Captured"), (Value(moment_words(document.captured)),))
    yield Row(t("SHA-256 of the page as it came"), (Value(document.digest),))


def value(document: Document, field: str, text: str, facet: str | None = None) -> Value:
    """A value with its evidence, and the search for it where it is a facet."""
    found = evidence_for(document.evidence, field, text)
    return Value(
        text,
        finder=said(found.finder) if found else "",
        quote=quote_of(found) if found else "",
        search=search_for(facet, text) if facet else None,
    )


def quote_of(found: Evidence) -> str:
    """What a value rests on; where that is no text of the page, in the reader's language."""
    return said(found.quote) if found.finder in NOT_QUOTING else found.quote


def evidence_for(evidence: tuple[Evidence, ...], field: str, text: str) -> Evidence | None:
    """What a value rests on, or None where nothing is told."""
    of_field = [one for one in evidence if one.field == field]
    return next((one for one in of_field if one.value == text), next(iter(of_field), None))


def language_values(document: Document) -> Iterator[Value]:
    """The languages by name, each leading to the pages in it: the page's own, then others."""
    found = value(document, "language", document.language)
    shared = shares(document.text, document.language)
    for code, label in languages(document) or ((MISSING, value_label("language", MISSING)),):
        if code not in (document.language, MISSING):
            found = Value("", finder=t("{share} of the text", share=percent(shared[code])))
        yield replace(
            found, text=value_label("language", code, label), search=search_for("language", code)
        )


def published_values(document: Document) -> Iterator[Value]:
    """The date with its evidence."""
    published = document.published
    if published:
        yield Value(published_words(published), said(published.evidence), published.quote)


def address_values(document: Document) -> Iterator[Value]:
    """Where the page was; a link only where it leads to the web."""
    if document.url:
        found = evidence_for(document.evidence, "url", document.url)
        yield Value(
            document.url,
            finder=said(found.finder) if found else "",
            quote=found.quote if found else "",
            link=outward(document.url),
        )


def main_city_values(document: Document) -> Iterator[Value]:
    """The city that stands out, with the reason."""
    main = main_city(document)
    if main:
        yield replace(place_value(main.place), finder=said(main.reason))


def perhaps(place: Place) -> str:
    """A place, marked where it is unsure."""
    return t("perhaps {place}", place=place_label(place)) if place.unsure else place_label(place)


def place_value(place: Place) -> Value:
    """A place with how often it is named and how sure it is, leading to the pages that name it."""
    times = n(place.mentions, "mention", "mentions")
    sure = (
        t("{share} sure", share=percent(min(place.confidence, MOST_SURE)))
        if place.confidence < 1
        else ""
    )
    return Value(
        perhaps(place),
        finder=clauses((times, sure, said(place.evidence))),
        search=search_for(place.kind, place_facet_value(place)),
        show=f"place-{place.geonames_id}" if place.spans else None,
    )


def place_facet_value(place: Place) -> str:
    """What selects a place in its facet: an id for a city, else its name in words."""
    return str(place.geonames_id) if place.kind == "city" else place.label


def year_value(document: Document, year: int) -> Value:
    """A year that the text or the title names."""
    named = str(year) in document.text
    link = search_for("year_mentioned", str(year))
    return Value(str(year), search=link, show=f"year-{year}" if named else None)


def search_for(facet: str, chosen: str) -> str:
    """The address of the search for one facet value."""
    return SearchState().only(facet, chosen).to_url()
