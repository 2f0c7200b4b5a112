"""Documents, captures and ledgers as rows, and back: the one place where they are turned."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from archive.address import safe_address
from archive.capture import Capture
from archive.document import Document, Evidence, Place, PublicationDate, RemovedLine
from archive.records import CaptureRecord
from archive.store.as_json import as_json
from archive.store.seals import seal_of_document, seal_of_ledger
from archive.store.supplied import supplied_from, supplied_text

AnyRow = Row[*tuple[Any, ...]]
Values = dict[str, object]


def listed(text: str) -> list[Any]:
    """The list of a JSON column; most are empty."""
    found: list[Any] = [] if text == "[]" else json.loads(text)
    return found


def document_row(document: Document) -> Values:
    """A document without what its capture's row says (digest, captured) and its ledger."""
    published = document.published
    row: Values = {
        "id": document.id,
        "title": document.title,
        "url": document.url,
        "source": document.source,
        "language": document.language,
        "earliest": published and published.earliest,
        "latest": published and published.latest,
        "date_evidence": published and published.evidence,
        "date_quote": published and published.quote,
        "same_text": document.group,
        "authors": as_json(document.authors),
        "years_mentioned": as_json(document.years_mentioned),
        "flags": as_json(document.flags),
        "evidence": as_json([asdict(one) for one in document.evidence]),
        "places": as_json([place_facts(place) for place in document.places]),
        "text": document.text,
    }
    return row | {"seal": seal_of_document(row)}


def document_from(row: AnyRow, removed: Sequence[RemovedLine]) -> Document:
    """The document of a row that also has `digest` and `captured`."""
    return Document(
        id=row.id,
        title=row.title,
        text=row.text,
        removed=tuple(removed),
        url=row.url,
        source=row.source,
        authors=tuple(listed(row.authors)),
        published=published_from(row),
        language=row.language,
        places=tuple(place_from(facts) for facts in listed(row.places)),
        years_mentioned=tuple(listed(row.years_mentioned)),
        captured=row.captured,
        digest=row.digest,
        group=row.same_text,
        evidence=tuple(Evidence(**facts) for facts in listed(row.evidence)),
        flags=tuple(listed(row.flags)),
    )


def published_from(row: AnyRow) -> PublicationDate | None:
    """The date of a document's row; undated rows have no evidence for one."""
    if row.date_evidence is None:
        return None
    return PublicationDate(row.earliest, row.latest, row.date_evidence, row.date_quote)


def place_facts(place: Place) -> Values:
    """A place as plain values."""
    return {name: getattr(place, name) for name in Place.__slots__}


def place_from(facts: Values) -> Place:
    """A place from `place_facts`, through JSON."""
    spans = facts.pop("spans", ())
    return Place(**facts, spans=tuple((start, end) for start, end in spans))  # type: ignore


def ledger_rows(capture: int, removed: Iterable[RemovedLine]) -> list[Values]:
    """The ledger of the capture with this row id."""
    return [
        {
            "capture": capture,
            "position": position,
            "number": line.number,
            "text": line.text,
            "rule": line.rule,
            "reason": line.reason,
            "score": line.score,
        }
        for position, line in enumerate(removed)
    ]


def capture_row(capture: Capture, document: Document, ingested: datetime, run: int) -> Values:
    """A capture without its bytes. Raise ValueError for a time without a zone."""
    if capture.captured is not None and capture.captured.tzinfo is None:
        raise ValueError(
            f"{capture.origin}: {capture.captured} has no time zone; give an aware one"
        )
    return {
        "document_id": document.id,
        "digest": document.digest,
        "captured": capture.captured,
        "seen_last": capture.captured,
        "ingested": ingested,
        "run": run,
        "url": capture.url,
        "media_type": capture.media_type,
        "charset": capture.charset,
        "origin": capture.origin,
        "supplied": supplied_text(capture.supplied),
        "removed_count": len(document.removed),
        "ledger_seal": seal_of_ledger(ledger_rows(0, document.removed)),
    }


def capture_from(row: AnyRow, body: bytes) -> Capture:
    """The capture as it came."""
    return Capture(
        body=body,
        media_type=row.media_type,
        url=row.url,
        captured=row.captured,
        origin=row.origin,
        charset=row.charset,
        supplied=supplied_from(row.supplied),
    )


def capture_record_from(row: AnyRow, current: int) -> CaptureRecord:
    """What a history tells of a capture; `current` is the row id of the document's own."""
    return CaptureRecord(
        digest=row.digest,
        captured=row.captured,
        seen_last=row.seen_last,
        ingested=row.ingested,
        origin=row.origin,
        url=safe_address(row.url),
        media_type=row.media_type,
        bytes_count=row.bytes_count,
        current=row.id == current,
    )
