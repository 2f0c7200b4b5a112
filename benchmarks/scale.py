"""How search times grow with the archive: p50 and p95 at 10,000 documents and more.

    python -m benchmarks.scale [--largest N] [--engines NAME ...] [--corpora NAME ...]

Real documents are repeated, each time with another id, another day and some other words: of the
words that few documents say, every repetition says its own, so that the vocabulary grows as it does
in a real heap; common words stay. They are made as a stream. One index grows from size to size; at
each, the same mix of 200 queries is asked of the engine alone (ten ids, four facets), in processor
time. The largest size is 300,000, and 1,000,000 on Tantivy where `--largest` asks for it.
"""

import argparse
import itertools
import re
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from archive.document import Document, PublicationDate
from archive.identity import digest_of
from benchmarks.corpora import LARGE, documents
from benchmarks.index import KB, Apart, batches
from benchmarks.search_fonds import counted
from benchmarks.search_queries import Asked, mixed_queries
from benchmarks.timing import latencies, summed_up
from indexer.engine import SearchEngine
from indexer.engines import ENGINES, open_engine

SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)
LARGEST = 300_000
ONLY_TANTIVY = 1_000_000

# Words of so many of the first documents are counted; a rarer one than this is changed.
COUNTED = 5_000
RARE_SHARE = 0.001  # of the documents, 0-1
WORD = re.compile(r"[A-Za-z]{4,}")

FIRST_DAY = date(1995, 1, 1)
DAYS = 11_000


def main() -> None:
    """Grow an index of each engine."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    asked.add_argument("--corpora", nargs="*", default=list(LARGE))
    asked.add_argument("--largest", type=int, default=LARGEST, help="documents")
    asked.add_argument("--engines", nargs="*", default=list(ENGINES))
    asked.add_argument("--rounds", type=int, default=2)
    options = asked.parse_args()
    queries = mixed_queries(itertools.islice(documents(options.corpora), SIZES[0]))
    print(f"{'':10}{'documents':>11}{'p50 ms':>8}{'p95 ms':>8}{'documents/s':>13}", end="")
    print(f"{'MB on disk':>12}{'MB held':>9}")
    for name in options.engines:
        sizes = [size for size in SIZES if size <= options.largest]
        if name != "tantivy":
            sizes = [size for size in sizes if size < ONLY_TANTIVY]
        with tempfile.TemporaryDirectory() as folder:
            grow(name, Path(folder) / "index", options.corpora, sizes, queries, options.rounds)


def grow(
    name: str,
    folder: Path,
    corpora: Sequence[str],
    sizes: Sequence[int],
    queries: Sequence[Asked],
    rounds: int,
) -> None:
    """Add documents to one index, and measure it at each size."""
    engine = open_engine(name, folder)
    source = Apart(repeated(corpora))
    stream = iter(source)
    size = 0
    for wanted in sizes:
        started = time.process_time() - source.processor_s
        add(engine, itertools.islice(stream, wanted - size), size)
        rate = (wanted - size) / (time.process_time() - source.processor_s - started)
        size = wanted
        latencies(lambda asked: counted(engine, asked), queries[: len(queries) // 10], 1)  # warm
        times = summed_up(latencies(lambda asked: counted(engine, asked), queries, rounds))
        disk = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KB / 1e6
        print(
            f"{name:10}{size:11,}{times.p50:8.1f}{times.p95:8.1f}{rate:13.0f}"
            f"{disk:12.0f}{held:9.0f}",
            flush=True,
        )
    engine.close()


def add(engine: SearchEngine, stream: Iterator[Document], reached: int) -> None:
    """Index documents as `fonds reindex` does, a batch at a time."""
    for batch in batches(stream):
        reached += len(batch)
        engine.add(batch, reached)


def repeated(corpora: Sequence[str]) -> Iterator[Document]:
    """The documents of the corpora again and again, without end; the first time as they are."""
    common = common_words(corpora)
    for times in itertools.count():
        for number, document in enumerate(documents(corpora)):
            yield changed(document, times, number, common) if times else document


def common_words(corpora: Sequence[str]) -> frozenset[str]:
    """Words that more than a few of the first documents say; all others are rare."""
    counts: Counter[str] = Counter()
    for document in itertools.islice(documents(corpora), COUNTED):
        counts.update(set(WORD.findall(document.text.lower())))
    least = COUNTED * RARE_SHARE
    return frozenset(word for word, held in counts.items() if held >= least)


def changed(document: Document, times: int, number: int, common: frozenset[str]) -> Document:
    """The document as another one: its own rare words, day and id."""
    mark = letters(times)

    def own(found: re.Match[str]) -> str:
        word = found.group()
        return word if word.lower() in common else word + mark

    day = FIRST_DAY + timedelta(days=(number * 37 + times * 101) % DAYS)
    published = PublicationDate(day, day, "manifest") if document.published else None
    digest = digest_of(f"{document.id} {times}".encode())
    return replace(
        document,
        id=digest[:16],
        digest=digest,
        text=WORD.sub(own, document.text),
        published=published,
    )


def letters(number: int) -> str:
    """A number as letters, which do not part a word.

    >>> letters(1), letters(27)
    ('b', 'bb')
    """
    found = ""
    while True:
        number, last = divmod(number, 26)
        found = chr(ord("a") + last) + found
        if not number:
            return found


if __name__ == "__main__":
    main()
