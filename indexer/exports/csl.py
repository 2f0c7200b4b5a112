"""CSL-JSON: references as Zotero, pandoc and citation processors exchange them (CSL 1.0.2)."""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from archive.document import Document
from indexer.exports.reference import Reference, reference
from indexer.wire import Json


def csl_json(documents: Iterable[Document]) -> Iterator[str]:
    """One array of items, an item a line."""
    opening = "[\n"
    for document in documents:
        yield opening + json.dumps(item(reference(document)), ensure_ascii=False)
        opening = ",\n"
    yield "\n]\n" if opening != "[\n" else "[]\n"


def item(cited: Reference) -> dict[str, Json]:
    """A reference as a CSL item; what is not known is left out."""
    authors: list[Json] = [
        {"family": name.family, "given": name.given} if name.given else {"literal": name.family}
        for name in cited.authors
    ]
    known: dict[str, Json] = {
        "id": cited.key,
        "type": "webpage",
        "title": cited.title,
        "author": authors,
        "container-title": cited.site,
        "issued": issued(cited),
        "accessed": {"date-parts": [parts(cited.accessed)]} if cited.accessed else None,
        "URL": cited.url,
        "language": cited.language,
        "note": cited.note,
    }
    return {name: value for name, value in known.items() if value}


def issued(cited: Reference) -> dict[str, Json] | None:
    """The day, or the range with both ends; an open one cannot be said and stands in `note`."""
    if cited.published is None:
        return None
    earliest, latest = cited.published.earliest, cited.published.latest
    if earliest is None or latest is None:
        return None
    days = [earliest] if earliest == latest else [earliest, latest]
    return {"date-parts": [parts(day) for day in days]}


def parts(day: date) -> list[Json]:
    """Year, month, day."""
    return [day.year, day.month, day.day]
