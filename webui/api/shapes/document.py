"""What is told of one document: its text, its ledger, its evidence, its captures, its likes."""

from archive.supplied import SaidBy
from webui.api.shape import (
    COUNT,
    CURSOR,
    Either,
    Many,
    Maybe,
    Plain,
    Record,
    Shape,
    Table,
    count,
    moment,
    number,
    text,
    truth,
)
from webui.api.shapes.page import (
    AUTHORS,
    DIGEST,
    DOCUMENT_ID,
    LANGUAGE,
    MAIN_CITY,
    NAMED_PLACE,
    PUBLISHED_OR_NOT,
    SOURCE,
    URL,
)
from webui.words import later

REASON = text(later("Why, in words."))
CAPTURED = Maybe(moment(), later("When it was fetched; null where nobody said."))

REMOVED_LINE = Record(
    "RemovedLine",
    later("A line that cleaning removed, and why."),
    {
        "number": Plain("integer", later("The line's number in the original."), least=1),
        "text": text(),
        "rule": text(later("The name of the rule that took it.")),
        "reason": REASON,
        "score": Maybe(number("", 0, 1), later("The share or likelihood that this rests on.")),
    },
)
EVIDENCE = Record(
    "Evidence",
    later("What a value of the metadata rests on."),
    {
        "field": text(),
        "value": text(),
        "finder": text(later("What found it.")),
        "quote": text(later("The words that it rests on.")),
    },
)
NEAR_COPY = Record(
    "NearCopy",
    later("Another page with nearly the same words."),
    {
        "id": DOCUMENT_ID,
        "title": text(),
        "source": SOURCE,
        "url": URL,
        "published": PUBLISHED_OR_NOT,
        "share": number(later("How much of the words of both stands on both."), 0, 1),
        "reason": REASON,
    },
)
DOCUMENT = Record(
    "Document",
    later("A page as it is stored, corrections laid over, with its ledger and its evidence."),
    {
        "id": DOCUMENT_ID,
        "title": text(),
        "url": URL,
        "source": SOURCE,
        "authors": AUTHORS,
        "language": LANGUAGE,
        "languages": Many(LANGUAGE, later("All languages that its paragraphs are in.")),
        "published": PUBLISHED_OR_NOT,
        "places": Many(NAMED_PLACE, later("The places that it names, most often named first.")),
        "main_city": Maybe(MAIN_CITY, later("Null where none stands out.")),
        "years_mentioned": Many(Plain("integer"), later("The years that its text names.")),
        "captured": CAPTURED,
        "digest": DIGEST,
        "group": Maybe(text(), later("The same for pages that say nearly the same.")),
        "text": text(later("The clean text, one blank line between paragraphs.")),
        "removed": Many(REMOVED_LINE, later("The lines that cleaning removed, in order.")),
        "evidence": Many(EVIDENCE),
        "flags": Many(text(), later("What a person should look at.")),
        "copies_count": COUNT,
        "copies": Many(NEAR_COPY, later("The first pages that say nearly the same."), most=50),
    },
)
REMOVED = Record(
    "Removed",
    later("The ledger of a capture: each line that cleaning removed."),
    {"id": DOCUMENT_ID, "digest": DIGEST, "total": COUNT, "removed": Many(REMOVED_LINE)},
)
CAPTURE_FIELDS: dict[str, Shape] = {
    "digest": DIGEST,
    "captured": CAPTURED,
    "url": URL,
    "media_type": text(),
    "origin": text(later("Where it was read from.")),
}
CAPTURE = Record(
    "Capture",
    later("A capture of a document: the page as it came at one time."),
    CAPTURE_FIELDS
    | {
        "seen_last": Maybe(moment(), later("When the same bytes were last fetched.")),
        "ingested": moment(later("When the archive took it.")),
        "bytes_count": count(later("How long the raw page is, in bytes.")),
        "current": truth(later("Whether the document is described from this capture.")),
    },
)
CAPTURES = Record(
    "Captures",
    later("Every capture of a document, oldest first."),
    {"id": DOCUMENT_ID, "total": COUNT, "captures": Many(CAPTURE)},
)
SUPPLIED = Record(
    "SuppliedFact",
    later("A fact that was supplied with a page, and who says it."),
    {
        "name": text(later("Which fact.")),
        "value": text(later("The fact as it was written.")),
        "by": text(
            later(
                "Who says it: a manifest or the command line (a person); a column of its table, "
                "its record in a WARC or WACZ, or the page (the file itself); unknown in archives "
                "that did not tell a WARC from a manifest."
            ),
            values=tuple(one.value for one in SaidBy),
        ),
        "where": text(later("Where it stands, or empty.")),
    },
)
ORIGINAL = Record(
    "Original",
    later("What came with the raw bytes of a capture, and where they are."),
    {"id": DOCUMENT_ID}
    | CAPTURE_FIELDS
    | {
        "charset": Maybe(text(), later("The charset that came with it.")),
        "stated": Table(text(), later("The facts that were supplied with it, by name.")),
        "supplied": Many(SUPPLIED),
        "notes": Many(text(later("What was noticed when it was read."))),
        "bytes_count": count(later("How long the raw page is, in bytes.")),
        "raw": text(later("The address of the raw bytes."), form="uri-reference"),
    },
)
CORRECTION = Record(
    "Correction",
    later("A value that somebody stated of a document; the last of each field holds."),
    {
        "document": DOCUMENT_ID,
        "field": text(later("The field, named as in a document.")),
        "value": Either(
            (text(), Many(Either((text(), Plain("object")))), Plain("object"), Plain("null")),
            later("The right value; null where there is none or it is taken back."),
        ),
        "withdrawn": truth(later("Whether it takes back what was stated before.")),
        "note": text(later("Why, in the archivist’s words.")),
        "who": text(later("Who says so; may be empty.")),
        "made": moment(later("When it was stated.")),
    },
)
CORRECTIONS = Record(
    "Corrections",
    later("Corrections, oldest first."),
    {"total": COUNT, "corrections": Many(CORRECTION), "next": CURSOR},
)
OF_DOCUMENT = Record(
    "DocumentCorrections",
    later("What somebody stated of one document, oldest first."),
    {"id": DOCUMENT_ID, "total": COUNT, "corrections": Many(CORRECTION)},
)
ALIKE = Record(
    "Alike",
    later("A page like another."),
    {
        "id": DOCUMENT_ID,
        "title": text(),
        "url": URL,
        "source": SOURCE,
        "language": LANGUAGE,
        "published": PUBLISHED_OR_NOT,
        "shared": Many(text(), later("The words that both have, the most telling first.")),
        "score": number(later("How well it fits; higher is better, 0 without words.")),
    },
)
SIMILAR = Record(
    "Similar",
    later("The pages most like one."),
    {
        "id": DOCUMENT_ID,
        "words": Many(text(), later("The words that tell the page from others.")),
        "similar": Many(ALIKE),
        "reason": Maybe(text(), later("Why there are none; null where there are some.")),
    },
)
