"""Documents a second, memory and size of indexing: Fonds on each engine, beside its peers.

    python -m benchmarks.index [CORPUS ...] [--most N]

Each indexes the same documents, as a stream, in a fresh process of its own. Its time is the
processor's, of all its threads; reading and parsing the corpus is measured apart and taken off.
Memory is the most that the process held at once. The peers are told to gather at most 256 MB.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from archive.document import Document
from benchmarks.corpora import LARGE, documents
from benchmarks.search_peers import PEERS
from indexer.engines import ENGINES, open_engine
from indexer.index import BATCH_CHARACTERS, BATCH_DOCUMENTS

KB = 1024  # what Linux counts memory in (on macOS it is bytes)

Build = Callable[[Iterable[Document], Path], None]


@dataclass(frozen=True, slots=True)
class Cost:
    """What it took to index documents.

    processor_s: of the process and its threads, without reading the corpus;  wall_s: the same
    memory_mb:   the most held at once;  size_mb: of the index's files
    """

    documents: int
    processor_s: float
    wall_s: float
    memory_mb: float
    size_mb: float


class Apart:
    """A stream whose own time is counted apart."""

    def __init__(self, documents: Iterator[Document]) -> None:
        self._documents = documents
        self.count, self.processor_s, self.wall_s = 0, 0.0, 0.0

    def __iter__(self) -> Iterator[Document]:
        """Each document; the time between them is not ours."""
        while True:
            processor, wall = time.thread_time(), time.perf_counter()
            document = next(self._documents, None)
            self.processor_s += time.thread_time() - processor
            self.wall_s += time.perf_counter() - wall
            if document is None:
                return
            self.count += 1
            yield document


def main() -> None:
    """Measure each in a process of its own, or one of them in this process."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    asked.add_argument("corpora", nargs="*", default=list(LARGE))
    asked.add_argument("--most", type=int, help="take only so many documents of each corpus")
    asked.add_argument("--only", nargs="*", help="names of what to measure")
    asked.add_argument("--here", metavar="NAME", help="measure this one in this process, as JSON")
    options = asked.parse_args()
    if options.here:
        print(json.dumps(asdict(cost(options.here, options.corpora, options.most))))
        return
    names = [name for name in builds() if not options.only or name in options.only]
    print(f"{'':20}{'documents/s':>12}{'on the wall':>12}{'memory MB':>11}{'index MB':>10}")
    costs = {}
    for name in names:
        costs[name] = apart(name, options.corpora, options.most)
        row(name, costs[name])
    for ours, peer in (
        ("Fonds on whoosh", "plain Whoosh"),
        ("Fonds on tantivy", "bare tantivy-py"),
    ):
        if ours in costs and peer in costs:
            times = costs[peer].processor_s / costs[ours].processor_s
            print(f"{ours} indexes {times:.2f} times as many documents a second as {peer}")


def builds() -> dict[str, Build]:
    """What makes an index, by name: our engines, then the peers."""
    ours = {f"Fonds on {name}": partial(build_fonds, name) for name in ENGINES}
    return ours | {peer.name: peer.build for peer in PEERS}


def build_fonds(engine_name: str, documents: Iterable[Document], folder: Path) -> None:
    """The engine, given what `fonds reindex` gives it."""
    engine = open_engine(engine_name, folder)
    reached = 0
    for batch in batches(iter(documents)):
        reached += len(batch)
        engine.add(batch, reached)
    engine.close()


def batches(documents: Iterator[Document]) -> Iterator[list[Document]]:
    """As `indexer.index.batches` makes them of an archive."""
    batch: list[Document] = []
    characters = 0
    for document in documents:
        batch.append(document)
        characters += len(document.text)
        if len(batch) >= BATCH_DOCUMENTS or characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def cost(name: str, corpora: list[str], most: int | None) -> Cost:
    """Index the corpora in this process."""
    list(islice(documents(corpora, 1), 1))  # loads what reading needs
    stream = Apart(documents(corpora, most))
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "index"
        processor, wall = time.process_time(), time.perf_counter()
        builds()[name](stream, made)
        processor, wall = time.process_time() - processor, time.perf_counter() - wall
        size = sum(file.stat().st_size for file in made.rglob("*") if file.is_file())
    return Cost(
        documents=stream.count,
        processor_s=processor - stream.processor_s,
        wall_s=wall - stream.wall_s,
        memory_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KB / 1e6,
        size_mb=size / 1e6,
    )


def apart(name: str, corpora: list[str], most: int | None) -> Cost:
    """The same in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.index", *corpora, "--here", name]
    if most:
        command += ["--most", str(most)]
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Cost(**json.loads(said.stdout.splitlines()[-1]))


def row(name: str, cost: Cost) -> None:
    """One line of the table."""
    rate, wall = cost.documents / cost.processor_s, cost.documents / cost.wall_s
    print(
        f"{name:20}{rate:12.0f}{wall:12.0f}{cost.memory_mb:11.0f}{cost.size_mb:10.1f}", flush=True
    )


if __name__ == "__main__":
    main()
