"""A site whose archive is damaged or gone says so in a sentence, with 503; it never fails."""

import logging
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from archive import Archive
from archive.errors import ArchiveDamaged, ArchiveError
from indexer.errors import IndexerError
from indexer.index import open_index
from indexer.search import Searcher
from tests.faults.duration import long_or
from tests.webui.pages import build
from webui import create_app
from webui.cut_off import CutOff, is_news, whole_or_cut_off

ROUNDS = long_or(12, 400)
PAGE_BYTES = 4096
ROUTES = (
    "/",
    "/?q=police",
    "/?q=council&sort=newest",
    "/methods",
    "/coverage",
    "/trends?q=police",
    "/feed.atom",
    "/export.csv",
    "/export.ris?q=police",
    "/facets/city",
    "/fr/?q=police",
    "/api/v1/search?q=police",
    "/api/v1/stats",
    "/api/v1/methods",
    "/api/v1/refusals",
    "/api/v1/suggest?q=po",
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive that is whole, its database in one file."""
    folder = tmp_path_factory.mktemp("whole") / "archive"
    with build(folder) as built:
        open_index(built).close()
    with closing(sqlite3.connect(folder / "archive.db")) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder


@contextmanager
def site(folder: Path) -> Iterator[FlaskClient]:
    with Archive.open(folder) as archive, closing(open_index(archive, wait=False)) as engine:
        yield create_app(Searcher(archive, engine), archive).test_client()


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A database with bits turned, stretches overwritten, pages emptied, or its end cut off."""
    hurt = bytearray(data)
    match chance.randrange(5):
        case 0:
            del hurt[chance.randrange(len(hurt)) :]
        case 1:
            for _ in range(chance.choice((1, 10))):
                at = chance.randrange(len(hurt) // PAGE_BYTES) * PAGE_BYTES
                hurt[at : at + PAGE_BYTES] = bytes(PAGE_BYTES)
        case 2:
            for _ in range(chance.choice((1, 10, 40))):
                at = chance.randrange(100, len(hurt) - 500)
                hurt[at : at + 500] = chance.randbytes(500)
        case 3:
            for _ in range(chance.choice((1, 30, 400))):
                hurt[chance.randrange(PAGE_BYTES, len(hurt))] ^= 1 << chance.randrange(8)
        case _:
            for _ in range(chance.choice((30, 300))):
                hurt[chance.randrange(PAGE_BYTES, len(hurt))] = chance.choice(
                    b'az09 []{}",:\x00\xff'
                )
    return bytes(hurt)


@pytest.mark.parametrize("round", range(ROUNDS))
def test_a_damaged_database_is_never_a_fault_of_ours(
    whole: Path, tmp_path: Path, round: int
) -> None:
    chance = random.Random(round)
    folder = Path(shutil.copytree(whole, tmp_path / "archive"))
    database = folder / "archive.db"
    hurt = damaged(database.read_bytes(), chance)
    with Archive.open(whole) as archive:
        ids = archive.find_ids("")[:5]
    if round % 2:  # before the site is opened
        database.write_bytes(hurt)
    # Where it cannot even be opened, the error is ours.
    with suppress(ArchiveError, IndexerError), site(folder) as client:
        database.write_bytes(hurt)
        for route in (*ROUTES, *(f"/doc/{id}" for id in ids)):
            # Of what was begun the rest cannot be made: the connection says so.
            with suppress(CutOff), client.get(route) as answer:
                answer.get_data()
                assert answer.status_code in (200, 404, 503), route


def test_a_site_without_its_folder_says_so_and_makes_nothing(
    whole: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = Path(shutil.copytree(whole, tmp_path / "archive"))
    with site(folder) as client:
        shutil.rmtree(folder)
        page, french, api = map(client.get, ("/?q=police", "/fr/?q=police", "/api/v1/stats"))
        assert {page.status_code, french.status_code, api.status_code} == {503}
        assert "The archive’s folder is not where it was" in page.text
        assert "Le dossier de l’archive n’est plus là où il était" in french.text
        assert api.json
        assert api.json["detail"].startswith("The archive’s folder is not where it was")
        assert "mount its disk" in api.json["mend"]
        assert str(tmp_path) not in page.text + french.text + api.text
    assert list(tmp_path.iterdir()) == []
    assert str(folder) in caplog.text
    assert all(record.exc_info is None for record in caplog.records)


def test_what_fails_before_the_first_piece_is_answered_and_later_cut_off(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def pieces(good: int) -> Iterator[bytes]:
        yield from [b"piece"] * good
        raise ArchiveDamaged("archive.db: a page is not what was written; restore a backup.")

    with pytest.raises(ArchiveDamaged):
        whole_or_cut_off(pieces(0))
    begun = whole_or_cut_off(pieces(2))
    with pytest.raises(CutOff) as cut:
        list(begun)
    assert "An answer was cut off (ArchiveDamaged)" in caplog.text
    told = logging.LogRecord("waitress", logging.ERROR, "", 0, "", (), (CutOff, cut.value, None))
    assert not is_news(told)
