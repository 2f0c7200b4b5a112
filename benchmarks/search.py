"""Faceted searches: Fonds over HTTP, beside plain Whoosh and SQLite FTS5 on the same pages.

    python -m benchmarks.search [CORPUS ...]        default: open_sample nyc

Each query asks for ten hits and the counts of four facets; Fonds makes snippets and pages of JSON
besides. Peers are used as their manuals show: Whoosh with its StemmingAnalyzer and `groupedby`,
FTS5 with the porter stemmer and one GROUP BY a facet.
"""

import random
import re
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

from archive import Archive
from archive.document import Document
from benchmarks.corpora import pages
from indexer import index
from indexer.fields import BY_NAME
from indexer.search import Searcher

FACETS = ("city", "year", "source", "language")
QUERIES = 100
SEED = 20_170_220

Ask = Callable[[str], int]


def main() -> None:
    names = sys.argv[1:] or ["open_sample", "nyc"]
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            measure(name, Path(folder))


def measure(name: str, folder: Path) -> None:
    both = list({document.id: (capture, document) for capture, document in pages(name)}.values())
    documents = [document for _, document in both]
    print(f"\n{name}: {len(documents):,} documents, {QUERIES} queries", flush=True)
    archive = Archive.create(folder / "archive")
    run = archive.begin_run("benchmark", (name,))
    with archive.batch():
        for capture, document in both:
            archive.add(run, capture, document)
    queries = mixed_queries(documents)
    timed("Fonds", folder / "archive" / "index", lambda: index.rebuild(archive), len(both))
    searcher = Searcher(archive, index.open_index(archive))
    rows = {"Fonds over HTTP": latencies(over_http(searcher, archive), queries)}
    whoosh: list[Ask] = []
    timed(
        "plain Whoosh",
        folder / "w",
        lambda: whoosh.append(plain_whoosh(documents, folder / "w")),
        len(both),
    )
    rows["plain Whoosh"] = latencies(whoosh[0], queries)
    fts: list[Ask] = []
    timed("FTS5", folder / "f", lambda: fts.append(fts5(documents, folder / "f")), len(both))
    rows["SQLite FTS5"] = latencies(fts[0], queries)
    print(f"{'':18}{'p50 ms':>9}{'p95 ms':>9}{'p50 ratio':>11}{'p95 ratio':>11}")
    (p50, p95) = rows["Fonds over HTTP"]
    for label, (middle, slow) in rows.items():
        print(f"{label:18}{middle:9.1f}{slow:9.1f}{middle / p50:11.1f}{slow / p95:11.1f}")


def timed(label: str, folder: Path, make: Callable[[], object], count: int) -> None:
    started = time.perf_counter()
    make()
    seconds = time.perf_counter() - started
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    print(f"{label:18}{count / seconds:9.0f} documents/s indexed{size / 1e6:9.1f} MB", flush=True)


def mixed_queries(documents: list[Document]) -> list[str]:
    """Common and rare words, two words, either of two, phrases, exclusions; from a seed."""
    chance = random.Random(SEED)
    sample = chance.sample(documents, min(len(documents), 2000))
    said = [re.findall(r"[a-z]{4,}", document.text.lower()) for document in sample]
    counts = Counter(word for words in said for word in set(words))
    common = [word for word, _ in counts.most_common(60)]
    middling = [word for word, n in counts.items() if 20 <= n <= 200] or common
    rare = [word for word, n in counts.items() if n <= 3] or middling
    pairs = [" ".join(words[i : i + 2]) for words in said if len(words) > 40 for i in (5, 20)]
    kinds = [
        lambda: chance.choice(common),
        lambda: chance.choice(rare),
        lambda: f"{chance.choice(middling)} {chance.choice(common)}",
        lambda: f"{chance.choice(middling)} OR {chance.choice(common)}",
        lambda: f'"{chance.choice(pairs)}"',
        lambda: f"{chance.choice(common)} NOT {chance.choice(middling)}",
    ]
    return [kinds[number % len(kinds)]() for number in range(QUERIES)]


def latencies(ask: Ask, queries: list[str]) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds, after one query to warm up."""
    ask("warm")
    times = []
    for query in queries:
        started = time.perf_counter()
        ask(query)
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def over_http(searcher: Searcher, archive: Archive) -> Ask:
    """The real site on a free port."""
    from waitress.server import create_server

    from webui.app import create_app

    server = create_server(create_app(searcher, archive), host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()

    def ask(query: str) -> int:
        address = (
            f"http://127.0.0.1:{server.effective_port}/api/v1/search?{urlencode({'q': query})}"
        )
        with urlopen(address) as answer:
            return len(answer.read())

    return ask


def values(document: Document, facet: str) -> str:
    return next((value for value, _ in BY_NAME[facet].values(document)), "")


def plain_whoosh(documents: list[Document], folder: Path) -> Ask:
    from whoosh import fields, sorting
    from whoosh import index as whoosh_index
    from whoosh.analysis import StemmingAnalyzer
    from whoosh.qparser import MultifieldParser

    folder.mkdir()
    text = fields.TEXT(analyzer=StemmingAnalyzer())
    keys = {facet: fields.ID(sortable=True) for facet in FACETS}
    schema = fields.Schema(id=fields.ID(stored=True), title=text, text=text, **keys)
    made = whoosh_index.create_in(str(folder), schema)
    writer = made.writer(limitmb=256)
    for document in documents:
        facets = {facet: values(document, facet) for facet in FACETS}
        writer.add_document(id=document.id, title=document.title, text=document.text, **facets)
    writer.commit()
    searcher = made.searcher()
    parser = MultifieldParser(["title", "text"], schema)
    grouped = [sorting.FieldFacet(facet) for facet in FACETS]

    def ask(query: str) -> int:
        facets = sorting.Facets()
        for name, facet in zip(FACETS, grouped, strict=True):
            facets.add_facet(name, facet)
        found = searcher.search(parser.parse(query), limit=10, groupedby=facets)
        return len(found) + sum(len(found.groups(facet)) for facet in FACETS)

    return ask


def fts5(documents: list[Document], folder: Path) -> Ask:
    folder.mkdir()
    database = sqlite3.connect(folder / "f.db")
    columns = ", ".join(f"{facet} TEXT" for facet in FACETS)
    database.execute(f"CREATE TABLE page (id TEXT, title TEXT, text TEXT, {columns})")
    marks = ", ".join("?" * (3 + len(FACETS)))
    database.executemany(
        f"INSERT INTO page VALUES ({marks})",
        ((d.id, d.title, d.text, *(values(d, facet) for facet in FACETS)) for d in documents),
    )
    options = "content='page', tokenize='porter unicode61 remove_diacritics 2'"
    database.execute(f"CREATE VIRTUAL TABLE words USING fts5(title, text, {options})")
    database.execute("INSERT INTO words(words) VALUES('rebuild')")
    for facet in FACETS:
        database.execute(f"CREATE INDEX page_{facet} ON page({facet})")
    database.commit()
    found = "SELECT rowid FROM words WHERE words MATCH ?"
    ranked = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 10"

    def ask(query: str) -> int:
        hits = database.execute(ranked, (query,)).fetchall()
        for facet in FACETS:
            sql = f"SELECT {facet}, count(*) FROM page WHERE rowid IN ({found}) GROUP BY {facet}"
            database.execute(sql, (query,)).fetchall()
        return len(hits)

    return ask


if __name__ == "__main__":
    main()
