"""A WARC of all captures gives everything back: ids, bytes, dates, supplied facts, ledger."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pytest
from fastwarc.warc import ArchiveIterator
from hypothesis import given
from hypothesis import strategies as st

from archive import Archive
from archive.capture import Capture
from archive.supplied import FACTS, SaidBy, Supplied, is_supplied, supplied_by
from indexer.exports.web_archive import web_archive
from indexer.ingest import ingest
from indexer.readers import read
from indexer.readers.warc import own

DAY = datetime(2020, 5, 17, 12, 30, 5, 250_000, tzinfo=UTC)
MENU = "<ul><li><a href=/>Home</a></li><li><a href=/about>About us</a></li></ul>"


def html(text: str) -> bytes:
    return f"<html><head><title>{text}</title></head><body>{MENU}<p>{text}.</p></body>".encode()


def capture(body: bytes, url: str | None = None, days: int | None = None, **more) -> Capture:
    captured = None if days is None else DAY + timedelta(days=days)
    return Capture(body, "text/html", url, captured, "some/page.html", **more)


STATED = supplied_by(SaidBy.MANIFEST, "pages.csv:3", source="Ville é", date="2017-02-20")
VOTE = "https://city.example/vote"
BEFORE, AFTER = html("The council will vote in Toronto"), html("The council voted in Toronto")
CAPTURES = (
    capture(BEFORE, VOTE, 0, charset="utf-8"),
    capture(AFTER, VOTE, 2),
    capture(BEFORE, VOTE, 5),  # the old bytes are back
    capture(AFTER, "https://copy.example/vote", 1),
    capture("Séance du conseil à Montréal".encode("cp1252"), None, 3, charset="cp1252"),
    capture(html("A page of unknown time"), "https://city.example/été?a=b"),
    capture(html("A page of neither time nor place")),
    capture(html("Stated"), None, 7, supplied=STATED),
    capture(b"Only words here.\r\n\r\nAnd more \x00 of them.\r\n", "https://x.example/t", 8),
    capture(html("Odd charset"), "https://x.example/o", 9, charset='weird "x\r\nA: b'),
)


def take_in(folder, items) -> Archive:
    archive = Archive.open(folder, create=True)
    report = ingest(archive, iter(items))
    assert report.refused == 0
    return archive


def everything(archive: Archive):
    """All that must come back; origins and times of ingest are of the archive itself."""
    documents = {document.id: without_who(document) for _, document in archive.scan()}
    histories = {
        id: [
            (one.digest, one.captured, one.seen_last, one.url, one.media_type, one.current)
            for one in archive.history(id)
        ]
        for id in documents
    }
    raw = {
        (one.capture.document_id, one.capture.digest): (
            one.capture.body,
            one.capture.charset,
            {fact.name: fact.value for fact in one.capture.supplied.facts},
        )
        for one in archive.captures.scan()
    }
    ledgers = {key: archive.removed(*key) for key in raw}
    return documents, histories, raw, ledgers


def without_who(document):
    """A document whose supplied facts do not name who says them."""

    def told(finder):
        return "supplied" if is_supplied(finder) else finder

    published = document.published
    return replace(
        document,
        evidence=tuple(replace(one, finder=told(one.finder)) for one in document.evidence),
        published=published and replace(published, evidence=told(published.evidence)),
    )


def export(archive: Archive, ids=None) -> bytes:
    return b"".join(web_archive("Fonds/test", DAY, archive.captures.scan(ids)))


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with take_in(tmp_path_factory.mktemp("first"), CAPTURES) as archive:
        yield archive


def test_what_is_exported_and_ingested_again_is_the_same(archive, tmp_path):
    (tmp_path / "all.warc.gz").write_bytes(export(archive))
    with take_in(tmp_path / "second", read([tmp_path / "all.warc.gz"])) as second:
        assert everything(second) == everything(archive)
        assert len(everything(second)[2]) == 9


def test_the_same_archive_gives_the_same_file(archive, tmp_path):
    first = export(archive)
    assert export(archive) == first
    (tmp_path / "all.warc.gz").write_bytes(first)


def test_a_selection_gives_the_captures_of_its_documents_only(archive, tmp_path):
    id = capture(b"", VOTE).document_id
    (tmp_path / "some.warc.gz").write_bytes(export(archive, {id}))
    with take_in(tmp_path / "second", read([tmp_path / "some.warc.gz"])) as second:
        assert [document.id for _, document in second.scan()] == [id]
        assert len(second.history(id)) == 2


def test_other_readers_find_the_pages_and_sound_digests(archive):
    records = list(ArchiveIterator(io.BytesIO(export(archive)), verify_digests=False))
    kinds = [record.headers["WARC-Type"] for record in records]
    assert kinds == ["warcinfo", "resource", "revisit", *["resource"] * 8]
    for record in ArchiveIterator(io.BytesIO(export(archive))):
        assert record.verify_block_digest()


words = st.text(max_size=30)


@given(
    st.builds(
        Capture,
        body=st.just(b"x"),
        media_type=st.sampled_from(["text/html", "text/plain", "application/pdf"]),
        url=st.none() | words.map(lambda path: f"https://city.example/{quote(path)}"),
        captured=st.none() | st.datetimes(timezones=st.just(UTC)),
        origin=words,
        charset=st.none() | words,
        supplied=st.dictionaries(st.sampled_from(FACTS), words, max_size=4).map(
            lambda facts: supplied_by(SaidBy.RECORD, **facts)
        ),
    )
)
def test_whatever_is_known_of_a_capture_stands_on_one_line_and_comes_back(page):
    written = own.written(page)
    assert written.isascii()
    assert written.isprintable()
    bare = Capture(b"x", "text/plain", None, None, page.origin)
    found = own.read(written, bare)
    assert replace(found, supplied=Supplied()) == replace(page, supplied=Supplied())
    assert set(found.supplied.facts) == set(page.supplied.facts)


@pytest.mark.parametrize(
    "value",
    [
        *("", "{", "[]", '{"url": 1}', '{"stated": [1]}', '{"stated": {"a": 1}}', "[" * 100_000),
        '{"captured": "x"}',
        '{"captured": "2020-01-01"}',
        f'{{"url": "{"a" * 300_000}"}}',
    ],
)
def test_a_field_that_another_wrote_badly_is_told(value):
    with pytest.raises(own.BadField):
        own.read(value, capture(b"x"))
