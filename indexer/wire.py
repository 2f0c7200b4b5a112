"""Values as JSON: the one place where names and forms of the wire are decided.

Days are ISO (2017-02-20), moments ISO with an offset, absence is null, spans are [start, end] in
characters.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from archive.corrections import Correction
from archive.document import Document, Evidence, Place, PublicationDate, RemovedLine
from indexer.engine import Copy, Facet, Histogram, Hit, Nearest, Period, Results, Snippet
from indexer.help.removed_lines import notes_of
from indexer.languages import spoken

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]

# Milliseconds and scores are told to this many digits.
DIGITS = 3


def results_json(results: Results) -> dict[str, Json]:
    """A page of results, as `fonds search --json` and GET /api/v1/search give it."""
    return {
        "query": results.query,
        "understood": results.understood,
        "total": results.total,
        "took_ms": round(results.took_ms, DIGITS),
        "engine": results.engine,
        "offset": results.offset,
        "groups": results.groups,
        "hits": [hit_json(hit) for hit in results.hits],
        "facets": {facet.field: facet_json(facet) for facet in results.facets},
        "histogram": histogram_json(results.histogram),
        "next": results.next,
        "notes": list(notes_of(results)),
        "meant": [{"query": meant.text, "total": meant.total} for meant in results.meant],
        "nearest": nearest_json(results.nearest),
    }


def nearest_json(nearest: Nearest | None) -> dict[str, Json] | None:
    """The pages with the most of the words, where none has all; null where that is not so."""
    if nearest is None:
        return None
    return {
        "words": nearest.words,
        "asked": nearest.asked,
        "total": nearest.total,
        "offset": nearest.offset,
        "groups": nearest.groups,
        "hits": [hit_json(hit) | {"lacks": list(hit.lacks)} for hit in nearest.hits],
        "facets": {facet.field: facet_json(facet) for facet in nearest.facets},
        "histogram": histogram_json(nearest.histogram),
        "next": nearest.next,
    }


def hit_json(hit: Hit) -> dict[str, Json]:
    """One hit of a page of results."""
    told: dict[str, Json] = {"damaged": True} if hit.damaged else {}
    return told | {
        "id": hit.id,
        "title": hit.title,
        "title_marks": spans_json(hit.title_marks),
        "url": hit.url,
        "source": hit.source,
        "authors": list(hit.authors),
        "language": hit.language,
        "published": published_json(hit.published),
        "places": [place_json(place) for place in hit.places],
        "snippets": [snippet_json(snippet) for snippet in hit.snippets],
        "score": round(hit.score, DIGITS),
        "copies": [copy_json(copy) for copy in hit.copies],
        "copies_count": hit.copies_count,
        "unmarked": hit.unmarked,
    }


def copy_json(copy: Copy) -> dict[str, Json]:
    """Another page of a hit's group of near-copies."""
    return {"id": copy.id, "title": copy.title, "url": copy.url, "source": copy.source}


def snippet_json(snippet: Snippet) -> dict[str, Json]:
    """A passage; `offset` is where it starts in the document's text, `ends` whether that ends too.

    `kinds` tells what each mark is; `together` spans what stands near each other.
    """
    return {
        "text": snippet.text,
        "marks": spans_json(snippet.marks),
        "kinds": [kind.value for kind in snippet.kinds],
        "together": spans_json(snippet.together),
        "offset": snippet.offset,
        "ends": snippet.ends,
    }


def facet_json(facet: Facet) -> dict[str, Json]:
    """The counts of one facet."""
    values: list[Json] = [
        {
            "value": row.value,
            "label": row.label,
            "count": row.count,
            "selected": row.selected,
            "excluded": row.excluded,
        }
        for row in facet.values
    ]
    return {
        "values": values,
        "other": facet.other,
        "missing": facet.missing,
        "missing_selected": facet.missing_selected,
        "missing_excluded": facet.missing_excluded,
    }


def histogram_json(histogram: Histogram | None) -> dict[str, Json] | None:
    """When the found pages were published, or null where it was not asked for."""
    if histogram is None:
        return None

    def periods(kind: str, each: Sequence[Period]) -> list[Json]:
        return [{kind: period.name, "count": period.count} for period in each]

    return {
        "years": periods("year", histogram.years),
        "months": periods("month", histogram.months),
        "uncertain": histogram.uncertain,
        "undated": histogram.undated,
    }


def document_json(document: Document) -> dict[str, Json]:
    """A whole document with its ledger and its evidence."""
    return {
        "id": document.id,
        "title": document.title,
        "url": document.url,
        "source": document.source,
        "authors": list(document.authors),
        "language": document.language,
        "languages": list(spoken(document.text, document.language)),
        "published": published_json(document.published),
        "places": [place_json(place, whole=True) for place in document.places],
        "main_city": main_city_json(document),
        "years_mentioned": list(document.years_mentioned),
        "captured": moment_json(document.captured),
        "digest": document.digest,
        "group": document.group,
        "text": document.text,
        "removed": [removed_json(line) for line in document.removed],
        "evidence": [evidence_json(each) for each in document.evidence],
        "flags": list(document.flags),
    }


def published_json(published: PublicationDate | None) -> dict[str, Json] | None:
    """A publication date; a side without a bound is null."""
    if published is None:
        return None
    return {
        "earliest": day_json(published.earliest),
        "latest": day_json(published.latest),
        "evidence": published.evidence,
        "quote": published.quote,
    }


def place_json(place: Place, *, whole: bool = False) -> dict[str, Json]:
    """A place; `whole` adds where the text names it and what decided."""
    short: dict[str, Json] = {
        "geonames_id": place.geonames_id,
        "name": place.name,
        "kind": place.kind,
        "region": place.region,
        "country": place.country,
        "mentions": place.mentions,
    }
    if not whole:
        return short
    return short | {
        "label": place.label,
        "spans": spans_json(place.spans),
        "confidence": round(place.confidence, DIGITS),
        "unsure": place.unsure,
        "evidence": place.evidence,
    }


def main_city_json(document: Document) -> dict[str, Json] | None:
    """The city that a document is mainly about and why, or null where none stands out."""
    from indexer.metadata.places import main_city  # heavier than the rest of this file

    found = main_city(document)
    if found is None:
        return None
    return place_json(found.place) | {"label": found.place.label, "reason": found.reason}


def removed_json(line: RemovedLine) -> dict[str, Json]:
    """A line of the ledger."""
    return {
        "number": line.number,
        "text": line.text,
        "rule": line.rule,
        "reason": line.reason,
        "score": line.score,
    }


def evidence_json(evidence: Evidence) -> dict[str, Json]:
    """What a value of the metadata rests on."""
    return {
        "field": evidence.field,
        "value": evidence.value,
        "finder": evidence.finder,
        "quote": evidence.quote,
    }


def correction_json(correction: Correction) -> dict[str, Json]:
    """A correction; its value as the document has it, null and `withdrawn` where it is taken back.

    The fields are named as in `document_json`.
    """
    withdrawn = correction.is_withdrawal
    return {
        "field": correction.field,
        "value": None if withdrawn else json.loads(correction.value),
        "withdrawn": withdrawn,
        "note": correction.note,
        "who": correction.who,
        "made": moment_json(correction.made),
    }


def spans_json(spans: Sequence[tuple[int, int]]) -> list[Json]:
    """Pairs of start and end."""
    return [[start, end] for start, end in spans]


def day_json(day: date | None) -> str | None:
    """A day."""
    return None if day is None else day.isoformat()


def moment_json(moment: datetime | None) -> str | None:
    """A moment, with its offset from UTC."""
    return None if moment is None else moment.isoformat()
