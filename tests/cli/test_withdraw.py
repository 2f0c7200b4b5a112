"""`fonds withdraw`: what it asks, what it does, what is left, to the last byte of the folder."""

import json
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from archive import Archive
from archive.identity import digest_of
from indexer.engines import ENGINES
from indexer.index import open_index
from indexer.search import Query, Searcher
from tests.cli.withdrawing import id_at
from webui import create_app

TRACES = (b"Okonkwovance", b"okonkwov", b"Thistlewick", b"thistlewick", b"paper.example/mill")


@pytest.fixture(params=list(ENGINES))
def engine(request) -> str:
    return request.param


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def holding(folder: Path, trace: bytes) -> list[str]:
    return [name for name, body in contents(folder).items() if trace in body]


def packed(folder: Path) -> list[bytes]:
    with closing(sqlite3.connect(folder / "archive.db")) as database:
        asked = "SELECT DISTINCT packed FROM bodies JOIN captures USING (digest) WHERE url LIKE ?"
        return [row[0] for row in database.execute(asked, ["%/mill"])]


def test_without_a_terminal_nothing_is_done_unless_yes_is_said(fonds, mill):
    ran = fonds("withdraw", mill, "--reason", "A court said so.")
    assert ran.status == 2
    assert "add --yes" in ran.err
    assert "Okonkwovance buys the mill" in ran.err
    assert fonds("show", mill).status == 0


def test_a_withdrawal_needs_a_reason_and_pages(fonds, mill):
    assert "--reason TEXT" in fonds("withdraw", mill, "--yes").err
    assert "name pages" in fonds("withdraw", "--reason", "x", "--yes").err
    for typed in ("mill", "https://", ""):
        ran = fonds("withdraw", "--url", typed, "--reason", "x", "--yes")
        assert (ran.status, "begins no address" in ran.err) == (2, True)
    ran = fonds("withdraw", "--source", "Nobody", "--reason", "x", "--yes")
    assert (ran.status, "no page is of the source" in ran.err) == (2, True)
    assert fonds("withdraw", "ffff", "--reason", "x", "--yes").status == 1


def test_only_what_was_named_goes_and_what_says_the_same_is_told(fonds, own, mill):
    ran = fonds("withdraw", mill, "--reason", "A court said so.", "--yes")
    assert ran.status == 0
    assert "1 page beside says the same" in ran.err
    assert "1 page with the same or nearly the same text stays." in ran.out
    assert fonds("show", id_at(own, "https://mirror.example/mill")).status == 0


def test_near_copies_go_too_where_they_are_asked_for(fonds, own, mill):
    ran = fonds("withdraw", mill, "--reason", "x", "--yes", "--near-copies", "--json")
    told = json.loads(ran.out)
    assert len(told["withdrawn"]) == 2
    assert told["stay"] == told["remains"] == []
    assert "1 page:" in fonds("search", "orchard OR mill").out


def test_no_byte_of_it_is_left_in_the_folder(fonds, own, mill, engine):
    assert fonds("reindex", "--engine", engine).status == 0
    bodies = packed(own)
    assert bodies
    assert all(holding(own, body) for body in bodies)
    assert holding(own / "index", mill.encode())
    with Archive.open(own) as beside, closing(open_index(beside, wait=False)) as index:
        searcher = Searcher(beside, index)
        client = create_app(searcher, beside).test_client()
        assert b"Okonkwovance" in client.get("/?q=mill").data
        ran = fonds("withdraw", mill, "--near-copies", "--yes", "--reason", "A court said so.")
        assert ran.status == 0, ran.err
        for trace in (*bodies, *TRACES):
            assert holding(own, trace) == []
        assert holding(own / "index", mill.encode()) == []
        found = searcher.search(Query("mill"))
        assert (found.total, searcher.search(Query("orchard")).total) == (0, 1)
        assert b"Okonkwovance" not in client.get("/?q=mill").data
        assert b"Okonkwovance" not in client.get("/suggest?q=okonk").data
        answer = client.get(f"/doc/{mill}")
        assert answer.status_code == 410
        assert b"A court said so." in answer.data
        assert "retirée" in client.get(f"/fr/doc/{mill}").text
        problem = client.get(f"/api/v1/documents/{mill}")
        assert (problem.status_code, problem.json["type"]) == (410, "urn:fonds:problem:withdrawn")
    assert fonds("verify").status == 0


def test_what_no_index_holds_any_more_is_not_counted_before_the_index_is_made_anew(own, mill):
    """The command may be killed between the two: then the next opening catches up."""
    from datetime import UTC, datetime

    from archive.withdrawals import Order

    with Archive.open(own) as archive, closing(open_index(archive)) as index:
        order = Order("x", "ann", datetime.now(UTC))
        archive.withdrawals.take_out(mill, order)
        assert all(hit.id != mill for hit in Searcher(archive, index).search(Query("mill")).hits)
        with closing(open_index(archive)) as again:
            assert Searcher(archive, again).search(Query("mill")).total == 1
        assert any("--finish" in fault.mend for fault in archive.verify())


def test_what_a_reader_of_an_old_state_keeps_is_told_and_can_be_finished(fonds, own, mill):
    (own / "fonds.toml").write_text("write_wait_s = 0.2\n", "utf-8")
    reader = sqlite3.connect(own / "archive.db")
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM documents").fetchone()
    ran = fonds("withdraw", mill, "--near-copies", "--yes", "--reason", "x")
    assert ran.status == 3
    assert "Another process reads an old state" in ran.err
    assert "fonds withdraw --finish" in ran.err
    assert "fonds withdraw --finish" in fonds("verify").out
    assert fonds("withdraw", "--finish").status == 3
    reader.close()
    assert fonds("withdraw", "--finish").status == 0
    assert holding(own, TRACES[0]) == []
    assert fonds("verify").status == 0


def test_it_is_not_taken_in_again_and_the_refusal_is_kept(fonds, own, mill, tmp_path):
    fonds("withdraw", mill, "--near-copies", "--yes", "--reason", "A court said so.")
    dry = fonds("ingest", tmp_path / "pages", "--dry-run")
    assert "2 refused" in dry.out
    ran = fonds("ingest", tmp_path / "pages")
    assert ran.status == 3
    assert "1 known already; 2 refused" in ran.out
    assert "A court said so." in fonds("refusals").out
    assert "A court said so." in fonds("refusals", "--ui", "fr").out
    assert "retirée" in fonds("refusals", "--ui", "fr").out


def test_a_page_is_hidden_until_its_day_and_let_back_before_it(fonds, own, mill):
    day = date.today() + timedelta(days=30)
    ran = fonds("withdraw", mill, "--until", day, "--yes", "--reason", "Embargo.")
    assert ran.status == 0
    assert f"is hidden until {day}: Embargo." in fonds("show", mill).err
    assert "1 page:" in fonds("search", "mill").out
    assert b"Okonkwovance" not in warc(fonds).split(b"mirror.example")[0]
    assert "1  pages hidden for a time" in fonds("stats").out
    assert fonds("withdraw", "--undo", mill[:8]).status == 0
    assert "2 pages:" in fonds("search", "mill").out
    assert fonds("withdraw", "--undo", mill).status == 1
    assert fonds("verify").status == 0


def warc(fonds) -> bytes:
    return fonds("export", "--format", "warc").out.encode("utf-8", "surrogateescape")


@pytest.mark.parametrize("typed", ["2020-01-01", "tomorrow", "2027-02-30", ""])
def test_a_day_that_cannot_be_is_no_day_to_hide_until(fonds, mill, typed):
    ran = fonds("withdraw", mill, "--until", typed, "--yes", "--reason", "x")
    assert ran.status == 2


def test_backups_that_hold_it_are_named(fonds, own, mill, tmp_path):
    file = tmp_path / "b.tar.zst"
    assert fonds("backup", file).status == 0
    ran = fonds("withdraw", mill, "--yes", "--reason", "x")
    assert str(file) in ran.out
    assert digest_of(file.read_bytes())[:16] in ran.out
    assert "Backups that were made before Fonds recorded them" in ran.out


def test_exports_name_what_they_do_not_hold(fonds, own, mill):
    import gzip

    fonds("withdraw", mill, "--yes", "--reason", "A court said so.")
    ran = fonds("export", "mill", "--format", "csv")
    assert f"Not in it: {mill} was withdrawn on" in ran.err
    written = own.parent / "all.warc.gz"
    fonds("export", "--format", "warc", "-o", written)
    first = gzip.decompress(written.read_bytes()).split(b"WARC/1.1", 2)[1]
    assert f"withdrawn: {mill} was withdrawn on".encode() in first
    assert b"A court said so." in first


def test_words_are_blacked_out_to_the_last_byte_and_the_rest_stays(fonds, own, mill, engine):
    assert fonds("reindex", "--engine", engine).status == 0
    mirror = id_at(own, "https://mirror.example/mill")
    fonds("correct", mill, "author=Marguerite Okonkwovance", "--note", "says M. Okonkwovance")
    bodies = packed(own)
    args = ("--words", "Okonkwovance", "--yes", "--reason", "She asked for it.")
    ran = fonds("withdraw", mill, mirror, *args)
    assert ran.status == 0, ran.err
    for trace in (*bodies, b"Okonkwovance", b"okonkwovance", b"okonkwov"):
        assert holding(own, trace) == []
    found = json.loads(fonds("show", mill, "--json").out)
    assert found["title"] == "█████ buys the mill"
    assert found["authors"] == ["Marguerite █████"]
    assert "wheel will turn again" in found["text"]
    assert "words were blacked out in it" in found["flags"]
    assert "2 pages:" in fonds("search", "thistlewick").out
    assert "it came as" in fonds("show", mill, "--captures").out
    verified = fonds("verify")
    assert verified.status == 0, verified.out
    assert "In 2 pages words were blacked out" in verified.out
    again = fonds("ingest", own.parent / "pages")
    assert "2 refused" in again.out
    assert "Words were blacked out in this page" in fonds("refusals").out
    assert "words blacked out in" in fonds("log").out
    assert fonds("reprocess").status == 0
    assert holding(own, b"Okonkwovance") == []


def test_words_in_the_reason_would_be_kept_so_they_are_refused(fonds, mill):
    ran = fonds("withdraw", mill, "--words", "Okonkwovance", "--yes", "--reason", "okonkwovance")
    assert (ran.status, "holds the words" in ran.err) == (2, True)


def test_words_that_no_page_holds_change_nothing(fonds, own, mill):
    before = (own / "archive.db").read_bytes()
    ran = fonds("withdraw", mill, "--words", "Zebra", "--yes", "--reason", "x")
    assert (ran.status, "None of these pages" in ran.err) == (1, True)
    assert fonds("withdraw", mill, "--words", "ab", "--yes", "--reason", "x").status == 2
    assert (own / "archive.db").read_bytes() == before


def test_a_page_whose_address_holds_the_words_is_to_go_as_a_whole(fonds, mill):
    ran = fonds("withdraw", mill, "--words", "mill", "--yes", "--reason", "x")
    ran = fonds("withdraw", mill, "--words", "paper example", "--yes", "--reason", "x")
    assert ran.status == 1
    assert "its address holds the words; withdraw the page as a whole" in ran.err
