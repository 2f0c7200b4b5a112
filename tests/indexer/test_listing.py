"""Matches as they are shown."""

from pathlib import Path

from archive import Archive
from indexer.engine import Found, Match
from indexer.listing import MOST_COPIES, Listing
from tests.indexer.test_search import page


def test_of_many_copies_the_first_are_named_and_all_are_counted(tmp_path: Path) -> None:
    with Archive.create(tmp_path / "archive") as archive:
        run = archive.begin_run("test", ())
        for number in range(MOST_COPIES + 4):
            archive.add(run, *page(f"p{number}", f"Notice {number}", f"Notice number {number}."))
        archive.finish_run(run)
        first, *others = archive.find_ids("")
        found = Found(len(others) + 1, (Match(first, 1.0, tuple(others)),), (), 0, None)
        (hit,) = Listing(archive).hits(found, None)
    assert [copy.id for copy in hit.copies] == others[:MOST_COPIES]
    assert hit.copies_count == len(others)
