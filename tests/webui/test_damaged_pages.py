"""One damaged page hides no other: in lists, in exports, and where the index is made anew."""

import logging
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from archive import Archive
from indexer.index import open_index
from indexer.search import Query, Searcher
from tests.webui.pages import build
from webui import create_app

DAMAGES = ("x'00112233'", "CAST(x'ff41fe' AS TEXT)")


def damaged(folder: Path, damage: str) -> tuple[str, int]:
    """The id of a page damaged after it was indexed, and how many pages there are."""
    with build(folder) as built:
        open_index(built).close()
        ids = built.find_ids("")
        id = next(one.id for one in built.get_many(ids) if one.title == "Meeting 1 of the council")
    with closing(sqlite3.connect(folder / "archive.db")) as database:
        database.execute(f"UPDATE documents SET text = {damage} WHERE id = ?", (id,))
        database.commit()
    return id, len(ids)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_list_has_all_pages_and_says_which_is_damaged(tmp_path: Path, damage: str) -> None:
    id, _ = damaged(tmp_path / "archive", damage)
    with Archive.open(tmp_path / "archive") as archive, closing(open_index(archive)) as engine:
        client = create_app(Searcher(archive, engine), archive).test_client()
        page = client.get("/?q=police&limit=100")
        assert page.status_code == 200
        assert page.text.count("is damaged in the archive: its text cannot be read") == 1
        assert "Meeting 3 of the council" in page.text
        assert "Meeting 1 of the council" in page.text  # its facts can be read
        french = client.get("/fr/?q=police&limit=100").text
        assert french.count("est endommagée dans l’archive") == 1
        hits = client.get("/api/v1/search?q=police&limit=100").get_json()["hits"]
        assert [hit["id"] for hit in hits if hit.get("damaged")] == [id]
        for form in ("csv", "jsonl", "ris", "bib"):
            told = client.get(f"/export.{form}?q=police")
            assert told.status_code == 200
            assert told.text.count("Not exported: damaged in the archive") >= 1, form
            assert "Meeting 3 of the council" in told.text


@pytest.mark.parametrize("damage", DAMAGES)
def test_an_index_made_anew_has_all_but_the_damaged_page_and_says_so(
    tmp_path: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "archive"
    id, count = damaged(folder, damage)
    shutil.rmtree(folder / "index")
    caplog.set_level(logging.WARNING)
    with Archive.open(folder) as archive, closing(open_index(archive)) as engine:
        searcher = Searcher(archive, engine)
        assert searcher.search(Query(limit=0)).total == count - 1
        client = create_app(searcher, archive).test_client()
        assert "1 damaged page could not be indexed" in client.get("/?q=police").text
        assert "1 page endommagée n’a pas pu" in client.get("/fr/?q=police").text
    assert id in caplog.text
    assert "fonds verify" in caplog.text
