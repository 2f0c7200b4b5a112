"""What a document becomes in Tantivy: terms in fields, a row's number, where its words stand.

Tantivy splits at white space alone: all terms are made in `indexer.analysis`. Every document has a
row of its own, a number that is never used again; arrays beside the index are in the order of rows.
"""

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import tantivy

from archive.document import Document
from indexer.engines.matches.entry import COLUMNS, PACKED, PARTS, record
from indexer.running_words import RunningWords, running_words

# Raise it with every change to what is written: an index of another version is rebuilt.
FORMAT_VERSION = 1

# A word of the title stands here several times, so that one sum knows its weight.
STEMS = "stems"
TITLE_TIMES = 3

TERM_FIELDS = tuple(f"{part}_{kind}" for part in PARTS for kind in ("words", "stems"))

# Rows of one bit each in a pair of numbers, each exact in a float of 53 bits (see `bits`).
BITS = 52
BLOCK_ROWS = 2 * BITS

NO_VALUE = "none"  # the field that names the facets without a value

# Tantivy drops terms above 65,530 bytes; such a term is indexed by its digest.
LONGEST_TERM_BYTES = 60_000
DIGESTED = "\x00"
SHORTEST_LONG = LONGEST_TERM_BYTES // 4  # in characters, of which each takes up to four bytes

PLACES_LEVEL = 1  # of zlib: written once for each document, read by few searches


def schema() -> tantivy.Schema:
    """The schema of an index."""
    made = tantivy.SchemaBuilder()
    made.add_text_field("kind", tokenizer_name="raw", index_option="basic")
    made.add_bytes_field("state", stored=True)
    made.add_text_field("id", tokenizer_name="raw", index_option="basic")
    made.add_unsigned_field("row", indexed=True, fast=True)
    for name in ("block", "low", "high"):
        made.add_unsigned_field(name, fast=True)
    for name in ("earliest", "latest"):
        made.add_integer_field(name, fast=True)
    made.add_text_field(STEMS, tokenizer_name="whitespace", index_option="freq")
    for name in TERM_FIELDS:
        made.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    for name in (*COLUMNS, NO_VALUE):
        made.add_text_field(name, tokenizer_name="raw", index_option="basic")
    made.add_bytes_field("places", stored=True)
    return made.build()


SCHEMA = schema()


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index takes from a document: `record` and `values` go beside it, as arrays."""

    indexed: tantivy.Document
    record: bytes
    values: Mapping[str, tuple[tuple[str, str], ...]]


def entry(document: Document, row: int, reached: int) -> Entry:
    """What the index takes from a document. Raise ValueError for an id that is none."""
    texts = (document.title, document.text, "\n".join(line.text for line in document.removed))
    said = {
        part: running_words(text, document.language)
        for part, text in zip(PARTS, texts, strict=True)
    }
    packed = record(document, [len(each.words) for each in said.values()], reached)
    values = {name: values_of(document) for name, values_of in COLUMNS.items()}
    made = tantivy.Document()
    made.add_text("id", document.id)
    _, earliest, latest, *_ = PACKED.unpack(packed)
    made.add_integer("earliest", earliest)
    made.add_integer("latest", latest)
    add_row(made, row)
    add_terms(made, said)
    for name, pairs in values.items():
        for value, _ in pairs:
            made.add_text(name, token(value))
        if not pairs:
            made.add_text(NO_VALUE, name)
    return Entry(made, packed, values)


def add_row(made: tantivy.Document, row: int) -> None:
    """The row's number, and the bit that stands for it."""
    block, place = divmod(row, BLOCK_ROWS)
    made.add_unsigned("row", row)
    made.add_unsigned("block", block)
    if place < BITS:
        made.add_unsigned("low", 1 << place)
    else:
        made.add_unsigned("high", 1 << (place - BITS))


def add_terms(made: tantivy.Document, said: Mapping[str, RunningWords]) -> None:
    """The terms of all parts, and where they stand."""
    places, stems_of = [], {}
    for part, running in said.items():
        words, stems = joined(running.words), joined(running.stems())
        made.add_text(f"{part}_words", words)
        made.add_text(f"{part}_stems", stems)
        bounds = (" ".join(map(str, each)) for each in (running.sentences, running.paragraphs))
        places += [words, stems, *bounds]
        stems_of[part] = stems
    made.add_text(STEMS, f"{stems_of['title']} " * TITLE_TIMES + stems_of["text"])
    made.add_bytes("places", zlib.compress("\n".join(places).encode(), PLACES_LEVEL))


def joined(terms: Iterable[str]) -> str:
    """The terms between spaces, as Tantivy splits them again."""
    each = list(terms)
    text = " ".join(each)
    if text.isascii() and max(map(len, each), default=0) < SHORTEST_LONG:
        return text
    return " ".join(map(token, each))


def token(term: str) -> str:
    """The term as Tantivy holds it: those that it cannot hold, by their digest."""
    if len(term) < SHORTEST_LONG and (term.isascii() or not has_surrogates(term)):
        return term
    data = term.encode("utf-8", "surrogatepass")
    if len(data) <= LONGEST_TERM_BYTES and not has_surrogates(term):
        return term
    return DIGESTED + hashlib.sha256(data).hexdigest()


def has_surrogates(text: str) -> bool:
    """Whether a text holds halves of letters, which no UTF-8 can."""
    return any("\ud800" <= letter <= "\udfff" for letter in text)
