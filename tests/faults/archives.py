"""Archives of messy random pages for the tests of faults."""

import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from archive import Archive
from archive.capture import Capture
from archive.document import Document
from indexer.engine import SearchEngine
from indexer.index import open_index, rebuild
from tests.engine_contract.documents import messy_page
from tests.engine_contract.plain_scan import PlainScan


def store(archive: Archive, pages: Iterable[Document]) -> int:
    """Store documents as if they had been captured; return how many were new or changed."""
    run = archive.begin_run("test", ())
    changed = 0
    with archive.batch():
        for page in pages:
            body = f"{page.title}\n{page.text}\n{page.published}".encode("utf-8", "replace")
            capture = Capture(body, "text/plain", page.url, None, "test")
            stored = replace(page, id=capture.document_id, digest=capture.digest)
            changed += archive.add(run, capture, stored) != "same"
    archive.finish_run(run)
    return changed


def more_pages(archive: Archive, seed: int, pages: int) -> None:
    """Pages that an archive has, changed, and as many new ones."""
    chance = random.Random(seed)
    names = [f"p{number}" for number in range(pages)] + [f"s{seed}-{n}" for n in range(pages)]
    store(archive, (messy_page(chance, name) for name in names))


def messy_archive(folder: Path, seed: int, pages: int) -> Archive:
    """A new archive; its caller closes it."""
    chance = random.Random(seed)
    archive = Archive.create(folder)
    store(archive, (messy_page(chance, f"p{number}") for number in range(pages)))
    return archive


def open_with(archive: Archive, engine: str, *, wait: bool = True) -> SearchEngine:
    """The index of an archive by one engine, made anew."""
    rebuild(archive, engine)
    return open_index(archive, wait=wait)


def oracle_of(archive: Archive) -> PlainScan:
    """A plain scan of what an archive holds."""
    oracle = PlainScan()
    oracle.add((document for _, document in archive.scan()), archive.sequence())
    return oracle
