"""Pages a second from a file to an index that can be searched, beside peers on the same file.

    python -m benchmarks.ingest [CORPUS ...] [--first N] [--form warc|jsonl] [--only NAME ...]

By default 1,000 pages of open_sample as a WARC, and of nyc as JSON Lines. Each is measured in a
fresh process: on the wall, by the processor (with its workers), and the most memory that a process
of it held. The peers read the same file; of a WARC they extract the text with trafilatura
(pip install "trafilatura~=2.3"); they clean no more, describe nothing and keep no ledger.
"""

import argparse
import json
import multiprocessing
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from archive import Archive
from archive.capture import Capture
from archive.document import Document
from benchmarks.ingest_files import captures, write_json_lines, write_warc
from benchmarks.ingest_peers import PEERS
from indexer import index, pipeline
from indexer.ingest import ingest
from indexer.ingest.batches import in_batches
from indexer.readers import read

FIRST = 1_000
DEFAULT = {"open_sample": "warc", "nyc": "jsonl"}
STAGES = ("read", "decode", "clean", "describe", "store")
AGAIN = "Fonds, the same again"

Work = Callable[[Path, Path], int]


def main() -> None:
    """Measure each corpus, or one way in this process."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    asked.add_argument("corpora", nargs="*", default=list(DEFAULT))
    asked.add_argument("--first", type=int, default=FIRST, help="pages of each corpus; 0 for all")
    asked.add_argument("--form", choices=("warc", "jsonl"))
    asked.add_argument("--only", nargs="*", help="names of what to measure")
    asked.add_argument("--here", nargs=3, metavar=("NAME", "FILE", "FOLDER"))
    options = asked.parse_args()
    if options.here:
        name, file, folder = options.here
        print(json.dumps(cost(ways()[name], Path(file), Path(folder))))
        return
    for corpus in options.corpora:
        form = options.form or DEFAULT.get(corpus, "warc")
        with tempfile.TemporaryDirectory() as folder:
            measure(corpus, form, options.first or None, options.only, Path(folder))


def ways() -> dict[str, Work]:
    """Everything that can be measured, by name."""
    fonds = {
        f"Fonds on {engine}, {jobs} job{'s' if jobs > 1 else ''}": partial(
            end_to_end, engine=engine, jobs=jobs
        )
        for engine in ("whoosh", "tantivy")
        for jobs in (1, 2)
    }
    return {**fonds, AGAIN: again, **PEERS}


def measure(corpus: str, form: str, first: int | None, only: list[str], folder: Path) -> None:
    """One corpus, printed."""
    texts = captures(corpus, first)
    file = folder / ("pages.warc.gz" if form == "warc" else "pages.jsonl")
    size = write_warc(texts, file) if form == "warc" else write_json_lines(texts, file)
    print(f"\n{corpus} as {form}: {len(texts):,} pages, {size / 1e6:.1f} MB")
    if not only:
        for name, seconds in stages(file, folder / "stages").items():
            print(f"  {name:24}{len(texts) / max(seconds, 1e-6):10,.0f} pages/s of the processor")
    found = {}
    for number, name in enumerate(ways()):
        if not only or name in only:
            found[name] = apart(name, file, folder / str(number))
    print(f"  {'':24}{'pages/s':>10}{'of processor':>14}{'memory':>10}  ", end="")
    print("".join(f"{'to ' + peer:>18}" for peer in PEERS))
    for name, one in found.items():
        ratios = "".join(
            f"{found[peer]['wall_s'] / one['wall_s']:16.2f} x" if peer in found else " " * 18
            for peer in PEERS
        )
        rates = (one["pages"] / one[of] for of in ("wall_s", "processor_s"))
        print(f"  {name:24}{next(rates):10,.1f}{next(rates):14,.1f}", end="")
        print(f"{one['memory_mb']:7,.0f} MB  {ratios}", flush=True)


def apart(name: str, file: Path, folder: Path) -> dict[str, float]:
    """The cost of one way, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.ingest", "--here", name, str(file), str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def cost(work: Work, file: Path, folder: Path) -> dict[str, float]:
    """What a piece of work took. The gazetteer and models are loaded before: once a process."""
    if work is again:
        end_to_end(file, folder, engine="whoosh", jobs=1)
    warm_up()
    before, began = processor_s(), time.perf_counter()
    pages = work(file, folder)
    wall = time.perf_counter() - began
    most = max(resource.getrusage(who).ru_maxrss for who in WHOSE)
    spent = processor_s() - before
    return {"pages": pages, "wall_s": wall, "processor_s": spent, "memory_mb": most / 1024}


WHOSE = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def processor_s() -> float:
    """What this process and its workers, once they have ended, had of the processor."""
    used = [resource.getrusage(who) for who in WHOSE]
    return sum(one.ru_utime + one.ru_stime for one in used)


def warm_up() -> None:
    """Load what a process loads once."""
    pipeline.prepare(Capture(b"Toronto council voted on 3 May 2016.", "text/plain", None, None, ""))


def end_to_end(file: Path, folder: Path, *, engine: str, jobs: int) -> int:
    """From a file to an archive and an index of it."""
    with Archive.create(folder) as archive:
        report = ingest(archive, read([file]), jobs=jobs)
        assert not report.refused, report.refusals[0]
        return index.rebuild(archive, engine)


def again(file: Path, folder: Path) -> int:
    """The same file a second time."""
    with Archive.open(folder) as archive:
        return ingest(archive, read([file])).same


def stages(file: Path, folder: Path) -> dict[str, float]:
    """Seconds of the processor of each stage, one page after the other in this process."""
    spent = dict.fromkeys(STAGES, 0.0)
    warm_up()

    @contextmanager
    def stage(name: str) -> Iterator[None]:
        began = time.process_time()
        yield
        spent[name] += time.process_time() - began

    with stage("read"):
        batches = list(in_batches(read([file])))  # type: ignore[arg-type]
    with Archive.create(folder) as archive:
        run = archive.begin_run("benchmark", ())
        for batch in batches:
            made: list[tuple[Capture, Document]] = []
            for capture in batch:
                if not isinstance(capture, Capture):
                    continue
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
    return spent


if __name__ == "__main__":
    multiprocessing.freeze_support()
    main()
