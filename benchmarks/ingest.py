"""Pages a second of ingest, stage by stage and end to end, beside peers on the same texts.

    python -m benchmarks.ingest [CORPUS ...] [--first N | --all]     default: open_sample nyc, 2000

The peers only index what we hand them: they clean, describe and keep nothing. They are used as
their manuals show: Whoosh with its StemmingAnalyzer, SQLite FTS5 with the porter stemmer.
"""

import argparse
import itertools
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from archive import Archive
from archive.capture import Capture
from archive.document import Document
from benchmarks.raw_pages import RawPages
from indexer import index, pipeline
from indexer.ingest import ingest

FIRST = 2_000
STAGES = ("decode", "clean", "describe", "store", "index")


def main() -> None:
    """Measure each corpus that is named."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", nargs="*", default=["open_sample", "nyc"])
    parser.add_argument("--first", type=int, default=FIRST)
    parser.add_argument("--all", action="store_true")
    asked = parser.parse_args()
    for name in asked.corpora:
        with tempfile.TemporaryDirectory() as folder:
            measure(name, None if asked.all else asked.first, Path(folder))


def measure(name: str, first: int | None, folder: Path) -> None:
    """One corpus, printed."""
    pages = RawPages(name)
    captures = list(itertools.islice(pages, first))
    megabytes = sum(len(capture.body) for capture in captures) / 1e6
    print(f"\n{name}: {len(captures):,} pages, {megabytes:.1f} MB", end="")
    print(f" ({pages.without_text:,} rows without text skipped)")
    pipeline.prepare(captures[0])  # the gazetteer loads once a process, not once a page
    spent = stages(captures, folder / "stages")
    for stage in STAGES:
        row(f"  {stage}", len(captures), spent[stage])
    rates = {
        "Fonds, 1 job": end_to_end(captures, 1, folder / "one"),
        "Fonds, 2 jobs": end_to_end(captures, 2, folder / "two"),
        "Fonds, the same again": timed(lambda: again(captures, folder / "one")),
        "plain Whoosh": timed(lambda: plain_whoosh(captures, folder / "w")),
        "SQLite FTS5": timed(lambda: fts5(captures, folder / "fts.db")),
    }
    for label, seconds in rates.items():
        row(label, len(captures), seconds, rates["Fonds, 1 job"])


def row(label: str, pages: int, seconds: float, ours: float | None = None) -> None:
    """One line of the table; the ratio is of pages a second, to Fonds in one process."""
    ratio = f"{ours / seconds:9.2f} x" if ours else ""
    print(f"{label:24}{pages / seconds:10,.0f} pages/s{seconds:9.2f} s{ratio}", flush=True)


def stages(captures: list[Capture], folder: Path) -> dict[str, float]:
    """Seconds of each stage, one page after the other in this process."""
    spent = dict.fromkeys(STAGES, 0.0)

    @contextmanager
    def stage(name: str) -> Iterator[None]:
        began = time.perf_counter()
        yield
        spent[name] += time.perf_counter() - began

    with Archive.create(folder) as archive:
        run = archive.begin_run("benchmark", ())
        for some in batches(captures):
            made: list[tuple[Capture, Document]] = []
            for capture in some:
                with stage("decode"):
                    page = pipeline.flatten(capture)
                with stage("clean"):
                    cleaned = pipeline.clean(page)
                with stage("describe"):
                    facts = pipeline.describe_page(page, cleaned)
                    made.append((capture, pipeline.document_of(page, cleaned, facts)))
            with stage("store"), archive.batch():
                for capture, document in made:
                    archive.add(run, capture, document)
        with stage("index"):
            index.rebuild(archive)
    return spent


def batches(captures: list[Capture], size: int = 100) -> Iterator[list[Capture]]:
    """As many at once as ingest commits."""
    for start in range(0, len(captures), size):
        yield captures[start : start + size]


def timed(work: Callable[[], object]) -> float:
    """How long it takes, in seconds."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def end_to_end(captures: list[Capture], jobs: int, folder: Path) -> float:
    """Seconds from captures to an archive that can be searched."""
    with Archive.create(folder) as archive:

        def whole() -> None:
            report = ingest(archive, captures, jobs=jobs)
            assert not report.refused, report.refusals[0]
            index.rebuild(archive)

        return timed(whole)


def again(captures: list[Capture], folder: Path) -> None:
    """The same pages a second time."""
    with Archive.open(folder) as archive:
        assert ingest(archive, captures).same == len(captures)


def plain_whoosh(captures: list[Capture], folder: Path) -> None:
    """The texts into Whoosh."""
    from whoosh import fields
    from whoosh import index as whoosh_index
    from whoosh.analysis import StemmingAnalyzer

    folder.mkdir()
    text = fields.TEXT(analyzer=StemmingAnalyzer(), stored=True)
    schema = fields.Schema(id=fields.ID(stored=True, unique=True), text=text)
    writer = whoosh_index.create_in(str(folder), schema).writer(limitmb=256)
    for capture in captures:
        writer.add_document(id=capture.document_id, text=capture.body.decode())
    writer.commit()


def fts5(captures: list[Capture], path: Path) -> None:
    """The texts into SQLite FTS5."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE VIRTUAL TABLE p USING fts5(id, text, tokenize = 'porter')")
        rows = ((capture.document_id, capture.body.decode()) for capture in captures)
        connection.executemany("INSERT INTO p VALUES (?, ?)", rows)
    connection.close()


if __name__ == "__main__":
    main()
