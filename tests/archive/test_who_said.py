"""Schema 5 did not tell a WARC from a person: what it holds is named by what is sure."""

import sqlite3
from pathlib import Path

import pytest

from archive import Archive
from archive.store.migrations.stated import LEFT_OUT, typed
from archive.supplied import SaidBy

# Pages of schema 5, as they came in when it was the newest: one with halves of characters, a WARC
# that poses as the archivist, WARCs with --source and with a manifest, a table, a file. Never mend
# it.
FIFTH = (Path(__file__).parent / "golden" / "schema-5.sql").read_text("utf-8")


@pytest.fixture
def fifth(folder):
    """The folder of that archive."""
    folder.mkdir()
    with sqlite3.connect(folder / "archive.db") as database:
        database.executescript(FIFTH)
    database.close()
    return folder


@pytest.fixture
def pages(fifth):
    """Its documents by where they were read, each with what was supplied."""
    with Archive.open(fifth) as archive:
        yield {
            one.capture.origin: (archive.get(one.capture.document_id), one.capture.supplied)
            for one in archive.captures.scan()
        }


def finders(page):
    document, _ = page
    return {one.field: one.finder for one in document.evidence}


def test_a_warc_that_posed_as_a_manifest_is_no_longer_believed(pages):
    document, supplied = pages["forged.warc#0"]
    assert {fact.by for fact in supplied.facts} == {SaidBy.UNKNOWN}
    assert finders(pages["forged.warc#0"])["title"] == "said by the WARC or a manifest"
    assert document.published.evidence == "said by the WARC or a manifest"
    assert document.url is None
    assert "pages.csv" not in repr(document)
    assert "verified by the archivist" not in repr((document, supplied))
    assert LEFT_OUT in document.flags
    assert any(flag.startswith("the WARC or a manifest: place “soon”") for flag in document.flags)


def test_a_warc_that_named_nobody_is_said_to_say_it_itself(pages):
    document, supplied = pages["claimed.warc#0"]
    assert finders(pages["claimed.warc#0"])["source"] == "said by the WARC"
    assert supplied.notes == document.flags == ("the crawler cut it off (length)",)


def test_a_source_that_the_command_of_the_run_has_is_the_archivists(pages):
    assert finders(pages["crawl.warc#0"])["source"] == "ingest --source"


def test_what_a_manifest_said_of_a_warc_cannot_be_told_from_what_the_warc_said(pages):
    assert finders(pages["man.warc#0"])["title"] == "said by the WARC or a manifest"


def test_what_no_file_could_forge_is_named_as_before(pages):
    assert finders(pages["stated.txt"])["title"] == "manifest pages.csv:2"
    assert finders(pages["rows.jsonl#line 1"])["source"] == "record rows.jsonl:1"
    (flag,) = pages["stated.txt"][0].flags
    assert flag.startswith("pages.csv:2: date “soonish” was not understood")


def test_halves_of_characters_are_read_as_unknown_ones_and_verify_tells_of_them(fifth):
    with Archive.open(fifth) as archive:
        (half,) = [one for _, one in archive.scan() if one.title.startswith("Half")]
        assert half.source == "Post \ufffd"
        assert ("Post \ufffd", 1) in archive.stats().sources
        (fault,) = archive.verify()
        assert (fault.where, "reprocess" in fault.mend) == (half.id, True)


def test_a_seal_that_was_broken_before_stays_broken(fifth):
    with sqlite3.connect(fifth / "archive.db") as database:
        database.execute("UPDATE documents SET text = 'Other' WHERE title = 'Forged title'")
    database.close()
    with Archive.open(fifth) as archive:
        assert any("not what was stored" in fault.what for fault in archive.verify())


@pytest.mark.parametrize(
    ("stated", "origin", "command", "by", "where"),
    [
        ({"title": "T", "record": "x.wacz!pages"}, "a/x.wacz!d.warc#0", "", "record", True),
        ({"title": "T", "record": "x.wacz!pages"}, "a/y.wacz!d.warc#0", "", "record", False),
        ({"title": "T", "record": "a manifest"}, "a/x.warc#0", "", "record", False),
        ({"title": "T", "manifest": "m.csv:2"}, "a/x.warc#line 2", "", "manifest", True),
        ({"source": "S"}, "x.warc#0", "fonds ingest x.warc --source=S", "command", False),
        ({"source": "S"}, "x.warc#0", "fonds ingest --source 'S T'", "record", False),
        ({"source": "S"}, "x.warc#0", "fonds ingest 'never closed", "record", False),
        ({"source": "S"}, "x.html", "", "command", False),
    ],
)
def test_each_fact_of_before_is_named_by_what_bears_it_out(stated, origin, command, by, where):
    (fact,) = typed(stated, origin, command).facts
    assert (fact.by.value, bool(fact.where)) == (by, where)


@pytest.mark.parametrize(
    ("noted", "kept"),
    [
        ("its chunks were cut off", ("its chunks were cut off",)),
        ("verified by the archivist", (LEFT_OUT,)),
        (
            "its chunks were cut off; its address is none of the web, and is left out: ftp://a/b",
            (
                "its chunks were cut off",
                "its address is none of the web, and is left out: ftp://a/b",
            ),
        ),
        (
            "its address is none of the web, and is left out: javascript:alert(1)",
            (LEFT_OUT,),
        ),
    ],
)
def test_of_a_warcs_notes_those_of_our_readers_stay(noted, kept):
    assert typed({"noted": noted}, "x.warc#0", "").notes == kept
