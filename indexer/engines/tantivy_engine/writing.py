"""One commit: new documents in, those that they replace out, how far it reached."""

import time
from collections.abc import Collection, Iterable
from pathlib import Path

import numpy as np
import tantivy

from archive.document import Document
from indexer.engines.matches.entry import entry
from indexer.engines.tantivy_engine.columns import Gathered, Part, join, write_part
from indexer.engines.tantivy_engine.errors import damage_is_ours
from indexer.engines.tantivy_engine.schema import indexed
from indexer.engines.tantivy_engine.state import State, read_state, write_state
from indexer.errors import IndexBusy

# How long a writer waits for another process to finish its commit.
LOCK_TIMEOUT_S = 5.0
LOCK_PAUSE_S = 0.05

# Tantivy gathers terms in so much memory before it writes a segment. One thread: terms are made in
# Python, which is slower, and every thread would write segments of its own.
HEAP_BYTES = 128_000_000
THREADS = 1

COLUMNS_PATTERN = "columns-*.bin"


def write(
    index: tantivy.Index,
    folder: Path,
    documents: Iterable[Document],
    reached: int,
    gone: Collection[str] = (),
) -> int:
    """Commit documents, all or none. Raise IndexBusy where another process keeps writing."""
    writer = only_writer(index)
    committed = False
    try:
        with damage_is_ours("write"):
            index.reload()
            before, _ = read_state(index.searcher())
            parts = [Part(folder, name, first) for name, first in before.parts]
            for id in gone:
                writer.delete_documents_by_term("id", id)
        numbers, gathered = add_all(writer, documents, before, reached)
        with damage_is_ours("write"):
            if numbers or gone:
                gathered.killed += killed(parts, [*numbers, *gone])
            state = stored(folder, before, parts, gathered, reached)
            write_state(writer, state)
            writer.commit()
            committed = True
            writer.wait_merging_threads()
            remove_old(folder, state)
    except BaseException:
        if not committed:
            with damage_is_ours("write"):
                writer.rollback()
        raise
    finally:
        del writer
    return len(numbers)


def only_writer(index: tantivy.Index) -> tantivy.IndexWriter:
    """Tantivy's writer, of which there is one at a time. Raise IndexBusy."""
    deadline = time.monotonic() + LOCK_TIMEOUT_S
    while True:
        try:
            with damage_is_ours("write"):
                return writer_or_busy(index)
        except IndexBusy:
            if time.monotonic() > deadline:
                raise
            time.sleep(LOCK_PAUSE_S)


def writer_or_busy(index: tantivy.Index) -> tantivy.IndexWriter:
    """Tantivy's writer. Raise IndexBusy where another process has it."""
    try:
        return index.writer(HEAP_BYTES, THREADS)
    except ValueError as error:
        if "lock" not in str(error).lower():
            raise
        raise IndexBusy(
            "Another process is writing to the index. Wait until it is done, then run it again."
        ) from error


def add_all(
    writer: tantivy.IndexWriter, documents: Iterable[Document], before: State, reached: int
) -> tuple[dict[str, int], Gathered]:
    """Give the writer every document; where an id comes twice, the last one counts."""
    numbers: dict[str, int] = {}
    gathered = Gathered()
    for row, document in enumerate(documents, before.rows):
        made = entry(document, reached)
        if document.id in numbers:
            gathered.killed.append(numbers[document.id])
        if before.rows or document.id in numbers:
            writer.delete_documents_by_term("id", document.id)
        numbers[document.id] = row
        gathered.add(made)
        taken = indexed(made, document.id, row)
        with damage_is_ours("write"):
            writer.add_document(taken)
    return numbers, gathered


def killed(parts: Iterable[Part], ids: list[str]) -> list[int]:
    """The rows of earlier commits that have these ids, dead ones among them."""
    wanted = np.array([name.encode() for name in ids], "S16")
    rows: list[int] = []
    for part in parts:
        rows += (np.flatnonzero(np.isin(part.records["id"], wanted)) + part.first).tolist()
    return rows


def stored(
    folder: Path, before: State, parts: list[Part], gathered: Gathered, reached: int
) -> State:
    """Write the columns of this commit; give the state that names them.

    They are joined with the parts before that are no larger, so that there are never many.
    """
    commit = before.commit + 1
    rows = before.rows + len(gathered.records)
    names = list(before.parts)
    if gathered.records or gathered.killed:
        name = f"columns-{commit}.bin"
        write_part(folder, name, gathered)
        names.append((name, before.rows))
        joined = [Part(folder, name, before.rows)]
        for part in reversed(parts):
            if len(part.records) > sum(len(each.records) for each in joined):
                break
            joined.insert(0, part)
        if len(joined) > 1:
            name = f"columns-{commit}-joined.bin"
            join(folder, name, joined)
            names = [*names[: -len(joined)], (name, joined[0].first)]
    return State(commit, reached, rows, tuple(names))


def remove_old(folder: Path, state: State) -> None:
    """Remove the columns that the commit does not name; who reads them has them open."""
    kept = {name for name, _ in state.parts}
    for file in folder.glob(COLUMNS_PATTERN):
        if file.name not in kept:
            file.unlink(missing_ok=True)
