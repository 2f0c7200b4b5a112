"""What a document becomes in Tantivy: terms in fields, a row's number, where its words stand.

Tantivy splits at white space alone: all terms are made in `indexer.analysis`. Every document has a
row of its own, a number that is never used again; arrays beside the index are in the order of rows.
"""

import hashlib
from collections.abc import Iterable, Mapping

import tantivy
import zstandard

from indexer.engines.matches.entry import BETWEEN, COLUMNS, PACKED, PARTS, Entry
from indexer.running_words import RunningWords

# Raise it with every change to what is written: an index of another version is rebuilt.
FORMAT_VERSION = 2

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

PLACES_LEVEL = 1  # of Zstandard: written for every document, read by few searches


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


def indexed(entry: Entry, name: str, row: int) -> tantivy.Document:
    """What Tantivy takes from a document of that id."""
    made = tantivy.Document()
    made.add_text("id", name)
    _, earliest, latest, *_ = PACKED.unpack(entry.record)
    made.add_integer("earliest", earliest)
    made.add_integer("latest", latest)
    add_row(made, row)
    add_terms(made, entry.said)
    for column, values in entry.values.items():
        for value in values:
            made.add_text(column, token(value.partition(BETWEEN)[0]))
        if not values:
            made.add_text(NO_VALUE, column)
    return made


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
    made.add_bytes("places", zstandard.compress("\n".join(places).encode(), PLACES_LEVEL))


def joined(terms: Iterable[str]) -> str:
    """The terms between spaces, as Tantivy splits them again."""
    each = list(terms)
    if max(map(len, each), default=0) < SHORTEST_LONG:
        return " ".join(each)
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
