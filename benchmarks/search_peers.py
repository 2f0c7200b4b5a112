"""The peers of the search benchmark, used as their manuals show.

Whoosh with its StemmingAnalyzer and `groupedby`; FTS5 with the porter stemmer and one GROUP BY a
facet over an indexed column. `shown` adds what a list of hits shows: the stored row and a snippet
of the text for each of ten hits.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from archive.document import Document
from indexer.fields import BY_NAME

FACETS = ("city", "year", "source", "language")

# Asks a query; answers with some number, so that nothing is left undone.
Ask = Callable[[str], int]


def value_of(document: Document, facet: str) -> str:
    """The first value of a facet, which is all that the peers' columns hold; empty for none."""
    return next((value for value, _ in BY_NAME[facet].values(document)), "")


def plain_whoosh(documents: list[Document], folder: Path) -> tuple[Ask, Ask]:
    """Index the documents; ask for ten hits and the facets, without and with what is shown."""
    from whoosh import fields, sorting
    from whoosh import index as whoosh_index
    from whoosh.analysis import StemmingAnalyzer
    from whoosh.qparser import MultifieldParser

    folder.mkdir()
    text = fields.TEXT(analyzer=StemmingAnalyzer(), stored=True)
    keys = {facet: fields.ID(sortable=True, stored=True) for facet in FACETS}
    schema = fields.Schema(id=fields.ID(stored=True), title=text, text=text, **keys)
    made = whoosh_index.create_in(str(folder), schema)
    writer = made.writer(limitmb=256)
    for document in documents:
        facets = {facet: value_of(document, facet) for facet in FACETS}
        writer.add_document(id=document.id, title=document.title, text=document.text, **facets)
    writer.commit()
    searcher = made.searcher()
    parser = MultifieldParser(["title", "text"], schema)

    def ask(query: str, *, show: bool = False) -> int:
        grouped = sorting.Facets()
        for name in FACETS:
            grouped.add_facet(name, sorting.FieldFacet(name))
        found = searcher.search(parser.parse(query), limit=10, groupedby=grouped)
        shown = sum(len(hit.highlights("text", top=3)) for hit in found) if show else 0
        return shown + len(found) + sum(len(found.groups(facet)) for facet in FACETS)

    return ask, lambda query: ask(query, show=True)


def fts5(documents: list[Document], folder: Path) -> tuple[Ask, Ask]:
    """The same with SQLite: ten rows by rank, and one GROUP BY a facet."""
    folder.mkdir()
    database = sqlite3.connect(folder / "f.db")
    columns = ", ".join(f"{facet} TEXT" for facet in FACETS)
    database.execute(f"CREATE TABLE page (id TEXT, title TEXT, text TEXT, {columns})")
    marks = ", ".join("?" * (3 + len(FACETS)))
    database.executemany(
        f"INSERT INTO page VALUES ({marks})",
        ((d.id, d.title, d.text, *(value_of(d, facet) for facet in FACETS)) for d in documents),
    )
    options = "content='page', tokenize='porter unicode61 remove_diacritics 2'"
    database.execute(f"CREATE VIRTUAL TABLE words USING fts5(title, text, {options})")
    database.execute("INSERT INTO words(words) VALUES('rebuild')")
    for facet in FACETS:
        database.execute(f"CREATE INDEX page_{facet} ON page({facet})")
    database.commit()
    matching = "FROM words WHERE words MATCH ?"
    ranked = f"SELECT rowid {matching} ORDER BY rank LIMIT 10"
    snippet = "snippet(words, 1, '[', ']', '…', 40)"
    listed = f"SELECT rowid, title, {snippet} {matching} ORDER BY rank LIMIT 10"

    def ask(query: str, *, show: bool = False) -> int:
        hits = database.execute(listed if show else ranked, (query,)).fetchall()
        for facet in FACETS:
            within = f"WHERE rowid IN (SELECT rowid {matching}) GROUP BY {facet}"
            database.execute(f"SELECT {facet}, count(*) FROM page {within}", (query,)).fetchall()
        return len(hits)

    return ask, lambda query: ask(query, show=True)
