"""Matches as they are shown."""

from contextlib import closing
from pathlib import Path

import pytest

from archive import Archive
from indexer.engine import Found, Match
from indexer.index import open_index
from indexer.listing import MOST_COPIES, Listing
from indexer.search import Query, Searcher
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


def test_a_page_too_long_to_be_looked_through_is_listed_without_a_passage_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.listing.MOST_LOOKED_THROUGH", 0)
    monkeypatch.setattr("indexer.listing.EACH_LOOKED_THROUGH", 60)
    filling = "The river rose again. " * 20
    with Archive.create(tmp_path / "archive") as archive:
        run = archive.begin_run("test", ())
        early, late = f"A shelter opens. {filling}", f"{filling} A shelter opens."
        for name, text in (("early", early), ("late", late), ("short", "A shelter opens.")):
            archive.add(run, *page(name, name.title(), text))
        archive.finish_run(run)
        with closing(open_index(archive)) as engine:
            hits = {
                hit.title: hit for hit in Searcher(archive, engine).search(Query("shelter")).hits
            }
    assert {title: hit.unmarked for title, hit in hits.items()} == {
        "Early": False,
        "Late": True,
        "Short": False,
    }
    assert hits["Late"].snippets == ()
    assert hits["Early"].snippets[0].marks
