"""The peers of the benchmarks, used as their manuals show.

Whoosh with its StemmingAnalyzer and `groupedby`; SQLite FTS5 with the porter stemmer and one GROUP
BY a facet over an indexed column, which is what Datasette does; Tantivy's own Python binding with
its English stemmer and one terms aggregation a facet. Each ask counts what was found, takes ten
hits and counts four facets; `show` adds the stored row and a passage of the text of each hit, which
Tantivy's is not asked for.
"""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.document import Document
from indexer.fields import BY_NAME

FACETS = ("city", "year", "source", "language")

# What Whoosh and Tantivy may gather before they write a segment, in bytes.
MEMORY_BYTES = 256_000_000

# Asks a query, with what a list of hits shows or without; answers with some number, so that nothing
# is left undone. Each query is a benchmarks.search_queries.Asked.
Ask = Callable[[Any, bool], int]


@dataclass(frozen=True, slots=True)
class Peer:
    """A search engine beside ours.

    build: make its index of documents in a folder;  open: give what asks it
    shows: whether it makes passages
    slow:  whether it is asked a sample of the queries only
    """

    name: str
    build: Callable[[Iterable[Document], Path], None]
    open: Callable[[Path], Ask]
    shows: bool = True
    slow: bool = False


def value_of(document: Document, facet: str) -> str:
    """The first value of a facet, which is all that the peers' columns hold; empty for none."""
    return next((value for value, _ in BY_NAME[facet].values(document)), "")


def values_of(document: Document) -> dict[str, str]:
    """The first value of each facet."""
    return {facet: value_of(document, facet) for facet in FACETS}


def build_whoosh(documents: Iterable[Document], folder: Path) -> None:
    """Text fields with the stemming analyzer, facets as sortable ids."""
    from whoosh import fields, index
    from whoosh.analysis import StemmingAnalyzer

    text = fields.TEXT(analyzer=StemmingAnalyzer(), stored=True)
    keys = {facet: fields.ID(sortable=True, stored=True) for facet in FACETS}
    schema = fields.Schema(id=fields.ID(stored=True), title=text, text=text, **keys)
    folder.mkdir(parents=True)
    writer = index.create_in(str(folder), schema).writer(limitmb=MEMORY_BYTES // 1_000_000)
    for each in documents:
        writer.add_document(id=each.id, title=each.title, text=each.text, **values_of(each))
    writer.commit()


def open_whoosh(folder: Path) -> Ask:
    """Whoosh's parser for both fields; a filter of two terms; three passages with `highlights`."""
    from whoosh import index, query, sorting
    from whoosh.qparser import MultifieldParser

    opened = index.open_dir(str(folder))
    searcher = opened.searcher()
    parser = MultifieldParser(["title", "text"], opened.schema)

    def ask(asked: Any, show: bool) -> int:
        grouped = sorting.Facets()
        for name in FACETS:
            grouped.add_facet(name, sorting.FieldFacet(name))
        meant = parser.parse(asked.text) if asked.words else query.Every()
        narrowed = None
        if asked.kind == "filtered":
            narrowed = query.And([query.Term("city", asked.city), query.Term("year", asked.year)])
        found = searcher.search(meant, limit=10, groupedby=grouped, filter=narrowed)
        shown = sum(len(hit.highlights("text", top=3)) for hit in found) if show else 0
        return shown + len(found) + sum(len(found.groups(facet)) for facet in FACETS)

    return ask


def build_fts5(documents: Iterable[Document], folder: Path) -> None:
    """One table of rows with an index for each facet, and a full-text table over it."""
    folder.mkdir(parents=True)
    database = sqlite3.connect(folder / "pages.db")
    columns = ", ".join(f"{facet} TEXT" for facet in FACETS)
    database.execute(f"CREATE TABLE page (id TEXT, title TEXT, text TEXT, {columns})")
    marks = ", ".join("?" * (3 + len(FACETS)))
    rows = ((d.id, d.title, d.text, *values_of(d).values()) for d in documents)
    database.executemany(f"INSERT INTO page VALUES ({marks})", rows)
    options = "content='page', tokenize='porter unicode61 remove_diacritics 2'"
    database.execute(f"CREATE VIRTUAL TABLE words USING fts5(title, text, {options})")
    database.execute("INSERT INTO words(words) VALUES('rebuild')")
    for facet in FACETS:
        database.execute(f"CREATE INDEX page_{facet} ON page({facet})")
    database.commit()
    database.close()


def open_fts5(folder: Path) -> Ask:
    """Ten rows by rank, a count, and one GROUP BY a facet; `snippet()` makes one passage."""
    database = sqlite3.connect(folder / "pages.db")

    def ask(asked: Any, show: bool) -> int:
        narrowed = "city = ? AND year = ?" if asked.kind == "filtered" else ""
        values = [asked.city, asked.year] if narrowed else []
        if asked.words:
            matching = f"rowid IN (SELECT rowid FROM words WHERE words MATCH ?) {and_(narrowed)}"
            values = [asked.text, *values]
            passage = "snippet(words, 1, '[', ']', '…', 40)"
            listed = (
                f"SELECT page.rowid, page.title, {passage if show else 1} FROM words "
                f"JOIN page ON page.rowid = words.rowid WHERE words MATCH ? {and_(narrowed)} "
                "ORDER BY rank LIMIT 10"
            )
        else:
            matching = "1"
            listed = (
                f"SELECT rowid, title, {'substr(text, 1, 200)' if show else 1} FROM page LIMIT 10"
            )
        hits = database.execute(listed, values).fetchall()
        count = database.execute(f"SELECT count(*) FROM page WHERE {matching}", values).fetchone()
        for facet in FACETS:
            grouped = f"SELECT {facet}, count(*) FROM page WHERE {matching} GROUP BY {facet}"
            database.execute(grouped, values).fetchall()
        return len(hits) + int(count[0])

    return ask


def and_(condition: str) -> str:
    """The condition after another one."""
    return f"AND {condition}" if condition else ""


def build_tantivy(documents: Iterable[Document], folder: Path) -> None:
    """Text fields with the English stemmer, facets as fast raw fields; one thread."""
    import tantivy

    folder.mkdir(parents=True)
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("id", tokenizer_name="raw", stored=True)
    for name in ("title", "text"):
        schema.add_text_field(name, tokenizer_name="en_stem")
    for name in FACETS:
        schema.add_text_field(name, tokenizer_name="raw", fast=True, index_option="basic")
    writer = tantivy.Index(schema.build(), str(folder)).writer(MEMORY_BYTES, 1)
    for each in documents:
        values = {name: value for name, value in values_of(each).items() if value}
        writer.add_document(
            tantivy.Document(id=each.id, title=each.title, text=each.text, **values)
        )
    writer.commit()
    writer.wait_merging_threads()


def open_tantivy(folder: Path) -> Ask:
    """Tantivy's own parser, but for the start of a word, which it has no sign for."""
    import tantivy

    opened = tantivy.Index.open(str(folder))
    opened.reload()
    searcher = opened.searcher()
    schema = opened.schema
    counts = {name: {"terms": {"field": name, "size": 1000}} for name in FACETS}
    fields = ["title", "text"]

    def meant(asked: Any) -> Any:
        if not asked.words:
            return tantivy.Query.all_query()
        if asked.kind == "prefix":
            begun = f"{asked.words[0]}.*"
            each = [tantivy.Query.regex_query(schema, name, begun) for name in fields]
            return tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in each])
        parsed = opened.parse_query(asked.text, fields)
        if asked.kind != "filtered":
            return parsed
        terms = [tantivy.Query.term_query(schema, f, getattr(asked, f)) for f in ("city", "year")]
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, q) for q in (parsed, *terms)])

    def ask(asked: Any, show: bool) -> int:
        query = meant(asked)
        found = searcher.search(query, 10)
        for _, address in found.hits:
            searcher.doc(address)
        return len(searcher.aggregate(query, counts)) + int(found.count)  # type: ignore[attr-defined]

    return ask


PEERS = (
    Peer("plain Whoosh", build_whoosh, open_whoosh, slow=True),
    Peer("SQLite FTS5", build_fts5, open_fts5),
    Peer("bare tantivy-py", build_tantivy, open_tantivy, shows=False),
)
