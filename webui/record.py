"""A page's record for other programs: what Zotero and search engines read in its head.

Highwire Press tags (Google Scholar's and Zotero's guides list them), Dublin Core (DCMI, "Expressing
Dublin Core in HTML", 2008) and schema.org's WebPage. What is not known is left out; a date stands
only where its day is known.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.document import Document
from indexer.exports.reference import Reference, reference
from indexer.wire import Json
from webui.safety import outward


@dataclass(frozen=True, slots=True)
class Meta:
    """One `<meta name content>`."""

    name: str
    content: str


def head_tags(document: Document, address: str) -> tuple[Meta, ...]:
    """Highwire and Dublin Core tags; `address` is that of this capture."""
    page = reference(document)
    return (*highwire(page), *dublin_core(page, address))


def highwire(page: Reference) -> Iterator[Meta]:
    """Google Scholar's inclusion guidelines, "Indexing": names turned round, days with slashes."""
    yield Meta("citation_title", page.title)
    for name in page.authors:
        yield Meta("citation_author", name.inverted)
    if page.day:
        yield Meta("citation_publication_date", f"{page.day:%Y/%m/%d}")
    if page.site:
        yield Meta("citation_publisher", page.site)
    if page.language:
        yield Meta("citation_language", page.language)
    if outward(page.url):
        yield Meta("citation_public_url", page.url or "")


def dublin_core(page: Reference, address: str) -> Iterator[Meta]:
    """The fifteen elements, as far as they are known."""
    yield Meta("DC.title", page.title)
    for name in page.authors:
        yield Meta("DC.creator", name.inverted)
    if page.day:
        yield Meta("DC.date", f"{page.day}")
    if page.site:
        yield Meta("DC.publisher", page.site)
    if page.language:
        yield Meta("DC.language", page.language)
    if outward(page.url):
        yield Meta("DC.source", page.url or "")
    yield Meta("DC.identifier", address)
    yield Meta("DC.type", "Text")


def json_ld(document: Document, address: str) -> dict[str, Json]:
    """schema.org's WebPage: the page at its own site, and where this capture of it is kept."""
    page = reference(document)
    authors: list[Json] = [
        {"@type": "Person", "name": f"{name.given} {name.family}"}
        if name.given
        else {"@type": "Organization", "name": name.family}
        for name in page.authors
    ]
    digest: Json = {"@type": "PropertyValue", "propertyID": "SHA-256", "value": page.digest}
    known: dict[str, Json] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": page.title,
        "url": outward(page.url),
        "archivedAt": address,
        "author": authors,
        "publisher": {"@type": "Organization", "name": page.site} if page.site else None,
        "datePublished": f"{page.day}" if page.day else None,
        "inLanguage": page.language,
        "identifier": digest,
    }
    return {name: value for name, value in known.items() if value}
