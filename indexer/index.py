"""The index beside the archive: opened, caught up, rebuilt aside, switched to in one step.

    index/whoosh-3/            the engine's files
    index/whoosh-3/made.json   written last: the generation is complete

The highest complete generation that was made with today's analysis is the index, whichever engine
made it. The archive is
the truth: an index that is missing, damaged, of another version or ahead of it is made anew.
"""

import logging
import os
from collections.abc import Callable, Iterator
from functools import partial

from archive import Archive
from archive.document import Document
from archive.settings import read_settings, remember_engine
from indexer.engine import Search, SearchEngine
from indexer.engines import ENGINES, checked, open_engine
from indexer.errors import EngineUnavailable, IndexBusy, IndexDamaged
from indexer.generations import LOCK_WAIT_S, Generation, Generations
from indexer.live import LiveIndex
from indexer.mending import MendingIndex, tell_remade

# Told after each commit how many documents were indexed so far.
Progress = Callable[[int], None]

# One commit: an engine gathers it in memory, some 12 bytes a character of text.
BATCH_DOCUMENTS = 5_000
BATCH_CHARACTERS = 20_000_000

# How long who only searches waits for another process that indexes, before the index is searched
# as it is; and how long a new index waits, before what it was made for is thrown away.
SEARCHER_WAIT_S = 5.0
COMPLETION_WAIT_S = 3600.0

log = logging.getLogger(__name__)


def open_index(archive: Archive, *, wait: bool = True) -> SearchEngine:
    """The index of an archive, caught up with it as far as can be, and mended when damaged.

    It is the newest one, whichever engine made it; new ones are made by that of the settings.
    wait: whether who searches a damaged index waits until it is made anew

    Where another process is writing, or nothing may be written here, what is there is served.
    Raise EngineUnavailable where there is no index and none can be made.
    """
    return MendingIndex(current(archive), partial(rebuild, archive), wait=wait)


def current(archive: Archive) -> SearchEngine:
    """The index that is there, caught up or made anew."""
    generations = generations_of(archive)
    try:
        engine = whole(generations)
        if engine is None or is_ahead(archive, engine):
            rebuild(archive)
            return LiveIndex(generations)
    except IndexDamaged:
        rebuild(archive)
        tell_remade()
        return LiveIndex(generations)
    try:
        catch_up(archive, engine, wait_s=SEARCHER_WAIT_S)
    except IndexDamaged:
        if os.access(generations.folder, os.W_OK):
            engine.close()
            rebuild(archive)
            tell_remade()
            return LiveIndex(generations)
    except (IndexBusy, EngineUnavailable) as error:
        log.warning("The index is served as it is, not caught up: %s", error)
    return engine


def is_ahead(archive: Archive, engine: SearchEngine) -> bool:
    """Whether an index has what the archive has not: its last changes are lost, which is said."""
    fault = what_is_lost(archive, engine)
    if fault:
        log.warning("%s The index is made anew from what is there.", fault)
    return fault is not None


def what_is_lost(archive: Archive, engine: SearchEngine) -> str | None:
    """What an index tells of changes that the archive has lost, and the remedy; None as a rule."""
    reached, sequence = engine.reached(), archive.sequence()
    if reached <= sequence:
        return None
    return (
        f"{archive.folder}: the index had come to change {reached:,}, and the archive ends at "
        f"{sequence:,}: what came in last is gone (was archive.db-wal removed, or an older "
        "archive.db put here?). Ingest it again, or restore a later backup."
    )


def generations_of(archive: Archive) -> Generations:
    """The generations of an archive's index, by all engines that there are."""
    return Generations(archive.folder / "index", ENGINES)


def was_remade(archive: Archive, before: Generation | None) -> bool:
    """Whether opening found the generation `before` unfit and made another from the archive."""
    return before is not None and generation(archive) != before


def generation(archive: Archive) -> Generation | None:
    """The index that is served, or None where there is none."""
    return generations_of(archive).current()


def opened(generations: Generations) -> SearchEngine | None:
    """The index that is there, or None where there is none that can be read."""
    try:
        return whole(generations)
    except IndexDamaged:
        return None


def whole(generations: Generations) -> SearchEngine | None:
    """The same, but raise IndexDamaged where there is one whose files are not what was written."""
    try:
        return LiveIndex(generations)
    except IndexDamaged:
        raise
    except EngineUnavailable:  # none yet, or one of another version of Fonds
        return None


def catch_up(
    archive: Archive,
    engine: SearchEngine,
    progress: Progress | None = None,
    *,
    wait_s: float = LOCK_WAIT_S,
) -> int:
    """Index what the archive stored since; return how many documents that was.

    engine: the open index of this archive, whichever generation is current
    Raise IndexBusy where another process is writing for longer than `wait_s`.
    """
    archive.withdrawals.let_back_due()
    if engine.reached() >= archive.sequence():
        return 0
    with generations_of(archive).writing(wait_s):
        return index_rest(archive, engine, progress)


def index_rest(archive: Archive, engine: SearchEngine, progress: Progress | None = None) -> int:
    """Index what the archive has beyond an engine's last commit, while no other process does."""
    indexed, had = 0, engine.reached()
    target = archive.sequence()
    for reached, documents in batches(archive, had):
        indexed += engine.add(documents, reached, gone(archive, had, reached))
        had = reached
        if progress:
            progress(indexed)
    if engine.reached() < target:
        engine.add((), target, gone(archive, had, target))
    return indexed


def gone(archive: Archive, after: int, to: int) -> tuple[str, ...]:
    """The documents that left the archive between two numbers; an empty index has none of them.

    Asked when the documents up to `to` are read: numbers are given in order, so that none that
    is lower comes later.
    """
    return archive.withdrawals.gone(after, to) if after else ()


def batches(archive: Archive, after: int) -> Iterator[tuple[int, list[Document]]]:
    """The documents changed after a sequence number, with the last number of each batch."""
    batch: list[Document] = []
    characters, reached = 0, after
    for reached, document in archive.scan(after, partial(not_indexed, archive)):
        batch.append(document)
        characters += len(document.text)
        if len(batch) >= BATCH_DOCUMENTS or characters >= BATCH_CHARACTERS:
            yield reached, batch
            batch, characters = [], 0
    if batch:
        yield reached, batch


def not_indexed(archive: Archive, id: str) -> None:
    """Record a document that cannot be read and so is not indexed; the rest is."""
    log.warning(
        "%s: document %s is damaged and was not indexed; run `fonds verify`, restore a backup, "
        "then run `fonds reindex`.",
        archive.folder,
        id,
        extra={"fonds_safe": True},
    )


def rebuild(
    archive: Archive, engine_name: str | None = None, progress: Progress | None = None
) -> int:
    """Make a new index aside and switch to it; return how many documents it holds.

    engine_name: goes over to this engine, and the archive's settings remember it; None takes the
                 one of the settings, as they are now

    Searches go on in the old one meanwhile, here and in other processes. Raise IndexBusy where
    another process is making one, EngineUnavailable for a name that no engine has.
    """
    name = engine_name or read_settings(archive.folder).engine
    checked(name)
    generations = generations_of(archive)
    with generations.making(name) as folder:
        engine = open_engine(name, folder)
        indexed = index_rest(archive, engine, progress)
        # The old generation was caught up meanwhile: the new one may not be behind it.
        with generations.writing(COMPLETION_WAIT_S):
            indexed += index_rest(archive, engine)
            engine.close()
            generations.complete(folder)
    if engine_name:
        remember_engine(archive.folder, engine_name)
    return indexed


def faults(archive: Archive, engine: SearchEngine) -> tuple[str, ...]:
    """What is wrong with an index, each with its mend; empty where it is sound."""
    behind = archive.sequence() - engine.reached()
    if behind:
        return (f"The index is {behind} changes behind the archive; `fonds reindex` mends it.",)
    documents, indexed = archive.stats().documents, engine.search(Search(limit=0)).total
    if documents != indexed:
        said = f"The index holds {indexed} documents and the archive {documents}"
        return (f"{said}; `fonds reindex` mends it.",)
    return ()
