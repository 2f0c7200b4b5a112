"""Describing a page: each field in its own file, each fact with what it rests on."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from archive.document import Place
from archive.source_names import NO_NAMES, SourceNames
from archive.supplied import NOTHING_SUPPLIED, SaidBy, Supplied, SuppliedFact
from indexer.metadata.authors import find_authors
from indexer.metadata.description import Description
from indexer.metadata.language import find_language
from indexer.metadata.markup import NO_MARKUP, markup_of
from indexer.metadata.page import TEXT_CHARACTERS, Page, body_lines, line_keys, page_lines
from indexer.metadata.published import find_published
from indexer.metadata.source import find_source
from indexer.metadata.source_named import named_source
from indexer.metadata.supplied import told_who
from indexer.metadata.title import find_title
from indexer.metadata.years import find_years

if TYPE_CHECKING:  # importing the cleaning room costs as much as this one
    from indexer.cleaning.cleaned import Cleaned
    from indexer.cleaning.markup.parsed import Parsed


def describe(
    *,
    text: str | None = None,
    html: str | None = None,
    url: str | None = None,
    title: str | None = None,
    captured: datetime | None = None,
    supplied: Supplied | None = None,
    cleaned: "Cleaned | None" = None,
    parsed: "Parsed | None" = None,
    names: SourceNames = NO_NAMES,
) -> Description:
    """The metadata of one page, from its HTML, or from flattened text as it was before cleaning.

    title:    a title that came with the page, where `supplied` has none
    captured: when the page was fetched (aware): no date after it is believed
    supplied: metadata that came with the page; it wins over what is read in it
    cleaned:  the page cleaned, to save cleaning it again
    parsed:   instead of `html`, what was parsed already, with `text` flattened from it
    names:    the archivist's names of sources: the source found, or the page's host, is called by
              the one it has there
    """
    if html is not None:
        parsed, text = _parsed(html), None
    if cleaned is None:
        cleaned = _clean(text, parsed)
    page = _page(text, parsed, url, captured, cleaned)
    page = replace(page, supplied=_supplied(supplied or NOTHING_SUPPLIED, title))
    language = find_language(page)
    page = replace(page, language=language.value)
    named = find_title(page)
    page = page.titled(named.value) if named else page
    source = named_source(find_source(page), page.host, names)
    found = Description(
        title=named,
        authors=find_authors(page),
        source=source,
        published=find_published(page),
        language=language,
        places=_places(
            page, cleaned.text, named.value if named else "", source.value if source else None
        ),
        years_mentioned=find_years(cleaned.text),
    )
    return told_who(found, page.supplied)


def read_page(text: str | None, html: str | None, url: str | None, cleaned: "Cleaned") -> Page:
    """A page as the finders of the other facts see it, its language and title found."""
    page = _page(text, None if html is None else _parsed(html), url, None, cleaned)
    page = replace(page, language=find_language(page).value)
    named = find_title(page)
    return page.titled(named.value) if named else page


def _parsed(html: str) -> "Parsed":
    from indexer.cleaning.markup.parsed import parse

    return parse(html)


def _clean(text: str | None, parsed: "Parsed | None") -> "Cleaned":
    from indexer.cleaning import clean_text
    from indexer.cleaning.clean import clean_read
    from indexer.cleaning.markup.lines import read_parsed

    return clean_text(text or "") if parsed is None else clean_read(read_parsed(parsed))


def _page(
    text: str | None,
    parsed: "Parsed | None",
    url: str | None,
    captured: datetime | None,
    cleaned: "Cleaned",
) -> Page:
    lines = page_lines(cleaned.original_lines() if text is None else text.split("\n"))
    return Page(
        lines=lines,
        keys=line_keys(lines),
        body=body_lines(cleaned.lines_no_rule_took()),
        text=cleaned.text[:TEXT_CHARACTERS],
        markup=NO_MARKUP if parsed is None else markup_of(parsed),
        url=url,
        captured=captured,
    )


def _supplied(supplied: Supplied, title: str | None) -> Supplied:
    if title and not supplied.fact("title"):
        return supplied.with_facts([SuppliedFact("title", title, SaidBy.PAGE)])
    return supplied


def _places(page: Page, text: str, title: str, source: str | None) -> tuple[Place, ...]:
    """The places that the text names, the one that a manifest states first."""
    from indexer.metadata.places import find_places

    found = find_places(text, title=title, url=page.url, source=source, language=page.language)
    written = page.supplied.value("place").strip()
    stated = _named(written) if written else None
    if stated is None:
        return found
    same = next((place for place in found if place.geonames_id == stated.geonames_id), stated)
    first = replace(same, confidence=1.0, evidence="manifest")
    return (first, *(place for place in found if place.geonames_id != stated.geonames_id))


def _named(written: str) -> Place | None:
    from indexer.metadata.places import named

    return named(written)
