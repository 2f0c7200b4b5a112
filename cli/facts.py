"""A document's metadata as lines for a person: each fact, and what it rests on."""

from collections.abc import Iterator

from archive.document import Document, Place, PublicationDate
from cli.output import one_line
from cli.speaking import said, tell
from indexer.languages import OTHER_SHARE, shares

MOST_PLACES = 12
# Nothing that was guessed is told as certain.
MOST_SURE = 0.99


def fact_lines(document: Document) -> Iterator[str]:
    """ "title      A vote    (meta og:title)", one line a fact."""
    yield fact("title", document.title, evidence_for(document, "title"))
    for author in document.authors or (tell("unknown"),):
        yield fact("author", author, evidence_for(document, "author", author))
    yield fact("source", document.source or tell("unknown"), evidence_for(document, "source"))
    published = document.published
    basis = f"{said(published.evidence)}: {published.quote}" if published else ""
    yield fact("published", date_words(published), basis.rstrip(": "))
    yield fact("language", document.language, evidence_for(document, "language"))
    for code, share in shares(document.text, document.language).items():
        if code != document.language and share >= OTHER_SHARE:
            yield fact("language", code, said(f"{share:.0%} of the text"))
    yield from main_city_line(document)
    for place in document.places[:MOST_PLACES]:
        yield fact("place", f"{perhaps(place)} ({place.mentions})", place_basis(place))
    if len(document.places) > MOST_PLACES:
        yield fact("place", tell("and {count} more", count=len(document.places) - MOST_PLACES), "")
    if document.years_mentioned:
        yield fact("years", ", ".join(map(str, document.years_mentioned)), tell("in the text"))
    yield fact("url", document.url or tell("none"), "")
    captured = document.captured.isoformat() if document.captured else tell("unknown")
    yield fact("captured", captured, "")
    yield fact("id", document.id, "")


def main_city_line(document: Document) -> Iterator[str]:
    """The city that stands out, or no line."""
    from indexer.metadata.places import main_city  # takes a moment to import

    if main := main_city(document):
        yield fact("main city", perhaps(main.place), said(main.reason))


def perhaps(place: Place) -> str:
    """A place, marked where it is unsure."""
    return tell("perhaps {place}", place=place.label) if place.unsure else place.label


def place_basis(place: Place) -> str:
    """How sure a place is, and what decided."""
    share = f"{min(place.confidence, MOST_SURE):.0%}"
    sure = tell("{share} sure", share=share) if place.confidence < 1 else ""
    return "; ".join(filter(None, (sure, said(place.evidence) if place.evidence else "")))


def fact(name: str, value: str, basis: str) -> str:
    """One line."""
    rests = f"   ({one_line(basis)[:100]})" if basis else ""
    return f"{tell(name):<10} {one_line(value)}{rests}"


def evidence_for(document: Document, field: str, value: str | None = None) -> str:
    """What a value rests on: the finder, and the words where there are any."""
    for found in document.evidence:
        if found.field == field and value in (None, found.value):
            finder = said(found.finder)
            return f"{finder}: {found.quote}" if found.quote else finder
    return ""


def date_words(published: PublicationDate | None) -> str:
    """ "2017-02-20", "2016-01-01 to 2016-12-31", "2016-01-01 or later", "undated"."""
    if published is None or (published.earliest is None and published.latest is None):
        return tell("undated")
    if published.exact:
        return str(published.earliest)
    if published.latest is None:
        return tell("{day} or later", day=published.earliest)
    if published.earliest is None:
        return tell("{day} or earlier", day=published.latest)
    return tell("{first} to {last}", first=published.earliest, last=published.latest)
