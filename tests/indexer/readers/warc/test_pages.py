"""What each kind of record is: a page as a browser would have it, or no page, and why."""

import gzip
import hashlib
import io
import zlib
from base64 import b32encode
from datetime import UTC, datetime
from functools import partial

import brotli
import pytest
from backports import zstd

from archive import Archive
from archive.capture import Capture
from archive.document import PassedOver, Refused
from indexer.ingest import ingest, rehearse
from indexer.readers import read
from indexer.readers.frame import items_of
from indexer.readers.revisit import Revisit
from indexer.readers.source import Source
from tests.indexer.readers.warc.making import HTML, PAGE, each_packed, http, record

URL = "https://a.example/vote"


def items(*records: bytes):
    return list(items_of(Source(io.BytesIO(each_packed(list(records))), "f.warc.gz")))


def only(*records: bytes):
    (item,) = items(*records)
    return item


def chunked(body: bytes, size: int = 7) -> bytes:
    parts = [body[place : place + size] for place in range(0, len(body), size)]
    return b"".join(b"%x;x=y\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


SENT = {
    "gzip": gzip.compress(PAGE),
    "x-gzip": gzip.compress(PAGE),
    "deflate": zlib.compress(PAGE),
    "Deflate": raw_deflate(PAGE),
    "br": brotli.compress(PAGE),
    "zstd": zstd.compress(PAGE),
    "gzip, br": brotli.compress(gzip.compress(PAGE)),
    "identity": PAGE,
}


PACK = {
    "gzip": partial(gzip.compress, compresslevel=6),
    "br": partial(brotli.compress, quality=3),
    "zstd": zstd.compress,
    "deflate": zlib.compress,
}


@pytest.mark.parametrize("in_chunks", [False, True])
@pytest.mark.parametrize("coding", SENT)
def test_what_http_did_to_a_body_is_undone(coding, in_chunks):
    headers = HTML + f"Content-Encoding: {coding}\r\n".encode()
    body = SENT[coding]
    if in_chunks:
        headers, body = headers + b"Transfer-Encoding: chunked\r\n", chunked(body)
    page = only(record(URL, http(body, headers)))
    assert page.body == PAGE
    assert not page.supplied.notes


@pytest.mark.parametrize("header", ["Content-Encoding: gzip", "Content-Encoding: br"])
def test_a_body_that_is_not_packed_though_its_header_says_so_is_taken_and_noted(header):
    page = only(record(URL, http(PAGE, HTML + header.encode() + b"\r\n")))
    assert page.body == PAGE
    assert "not packed" in "; ".join(page.supplied.notes)


def test_a_body_without_chunks_though_its_header_says_so_is_taken_and_noted():
    page = only(record(URL, http(PAGE, HTML + b"Transfer-Encoding: chunked\r\n")))
    assert page.body == PAGE
    assert "not in chunks" in "; ".join(page.supplied.notes)


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd", "deflate"])
def test_a_bomb_is_broken_off(coding):
    pack = PACK[coding]
    for size in (3_000_000, 22_000_000):
        headers = HTML + f"Content-Encoding: {coding}\r\n".encode()
        found = only(record(URL, http(pack(bytes(size)), headers)))
        assert isinstance(found, Refused)
        assert "bomb" in found.reason or "20 MB" in found.reason
        assert found.offset == 0


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd", "deflate"])
def test_a_body_that_was_cut_off_is_taken_as_far_as_it_goes_and_noted(coding):
    long = b"".join(hashlib.sha256(b"%d" % n).digest() for n in range(8_000))
    body = PAGE + long.hex().encode()
    pack = PACK[coding]
    packed = pack(body)
    headers = HTML + f"Content-Encoding: {coding}\r\n".encode()
    page = only(record(URL, http(packed[: len(packed) * 3 // 4], headers)))
    assert page.body
    assert body.startswith(page.body)
    assert "cut off" in "; ".join(page.supplied.notes)


@pytest.mark.parametrize(
    ("block", "says"),
    [
        (http(status=b"404 Not Found"), "404 Not Found"),
        (http(status=b"500 Internal Server Error"), "500"),
        (http(status=b"304 Not Modified"), "304"),
        (http(b"", b"Location: https://a.example/new\r\n", b"301 Moved"), "redirects to https://a"),
        (http(b"\x89PNG", b"Content-Type: image/png\r\n"), "image/png"),
        (http(b"{}", b"Content-Type: application/json\r\n"), "application/json"),
        (http(b"\x89PNG\r\n\x1a\n" * 9, b""), "PNG"),
    ],
)
def test_what_is_no_page_is_passed_over_and_says_why(block, says):
    found = only(record(URL, block))
    assert isinstance(found, PassedOver)
    assert says in found.reason
    assert found.origin == "f.warc.gz#0"


def test_robots_txt_is_no_page():
    block = http(b"User-agent: *", b"Content-Type: text/plain\r\n")
    assert "robots" in only(record("https://a.example/robots.txt", block)).reason


@pytest.mark.parametrize(
    ("headers", "body", "media_type"),
    [
        (b"Content-Type: application/xhtml+xml\r\n", PAGE, "text/html"),
        (b"content-TYPE:text/plain\r\n", b"Only words here.", "text/plain"),
        (b"", PAGE, "text/html"),
        (b"Content-Type: application/octet-stream\r\n", PAGE, "text/html"),
        (b"Content-Type: text/html\r\n", b"%PDF-1.4\n%%EOF", "application/pdf"),
    ],
)
def test_the_kind_is_what_the_server_says_or_what_the_bytes_are(headers, body, media_type):
    assert only(record(URL, http(body, headers))).media_type == media_type


def test_address_time_and_charset_come_from_the_record():
    block = http(b"<p>Montr\xe9al", b"Content-Type: text/html; charset='windows-1252'\r\n")
    page = only(record(f"<{URL}>", block, date="2017-02-20T14:30:00.123456Z"))
    assert page.url == URL
    assert page.captured == datetime(2017, 2, 20, 14, 30, 0, 123456, tzinfo=UTC)
    assert page.charset == "windows-1252"


def test_a_time_that_cannot_be_read_is_noted():
    page = only(record(URL, http(), date="yesterday"))
    assert page.captured is None
    assert "yesterday" in "; ".join(page.supplied.notes)


def test_text_that_was_made_of_a_page_is_taken():
    wet = record(URL, "Séance du conseil".encode(), kind="conversion", content_type="text/plain")
    page = only(wet)
    assert (page.media_type, page.url, page.body.decode()) == (
        "text/plain",
        URL,
        "Séance du conseil",
    )


def test_a_resource_is_taken():
    page = only(record("urn:x:1", PAGE, kind="resource", content_type="text/html; charset=utf-8"))
    assert (page.url, page.body, page.charset) == (None, PAGE, "utf-8")


def test_what_tells_of_others_is_counted():
    about = [record(URL, b"x: y", kind=kind) for kind in ("request", "metadata", "request")]
    found = items(*about, record(URL, http()))
    assert isinstance(found[0], Capture)
    assert [item.reason for item in found[1:]] == [
        "1 metadata record: they tell of other records.",
        "2 request records: they tell how pages were asked for.",
    ]


def test_what_is_no_http_and_a_segment_are_refused():
    assert "no HTTP" in only(record(URL, b"\x00\x01")).reason
    assert "segment" in only(record(URL, http(), more="WARC-Segment-Number: 1\r\n")).reason


def sha1(body: bytes) -> str:
    return "sha1:" + b32encode(hashlib.sha1(body).digest()).decode()


def test_digests_that_fit_are_silent_however_a_crawler_made_them():
    packed = gzip.compress(PAGE)
    headers = HTML + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    block = http(chunked(packed), headers)
    for payload in (chunked(packed), packed, PAGE):
        more = f"WARC-Payload-Digest: {sha1(payload)}\r\nWARC-Block-Digest: {sha1(block)}\r\n"
        assert not only(record(URL, block, more=more)).supplied.notes


@pytest.mark.parametrize("name", ["payload", "block"])
def test_a_digest_that_does_not_fit_is_noted_and_the_page_taken(name):
    for digest in (sha1(b"other"), "sha256:" + hashlib.sha256(b"other").hexdigest()):
        page = only(record(URL, http(), more=f"WARC-{name.title()}-Digest: {digest}\r\n"))
        assert page.body == PAGE
        assert f"{name} digest" in "; ".join(page.supplied.notes)


def test_a_note_of_the_crawler_that_it_cut_a_page_off_is_kept():
    page = only(record(URL, http(), more="WARC-Truncated: length\r\n"))
    assert "length" in "; ".join(page.supplied.notes)


def test_what_is_noted_is_a_flag_of_the_document(tmp_path):
    (tmp_path / "f.warc").write_bytes(
        record(URL, http(), more=f"WARC-Block-Digest: {sha1(b'')}\r\n")
    )
    with Archive.create(tmp_path / "a") as archive:
        ingest(archive, read([tmp_path / "f.warc"]))
        ((_, document),) = archive.scan()
        assert any("block digest" in flag for flag in document.flags)


# Pages that were fetched again and found the same

FIRST = record(URL, http(), more=f"WARC-Payload-Digest: {sha1(PAGE)}\r\n")


def again(date: str, *, url: str = URL, block: bytes = b"", more: str = "") -> bytes:
    return record(url, block, kind="revisit", date=date, more=more)


SAME_DIGEST = f"WARC-Payload-Digest: {sha1(PAGE)}\r\n"
REFERS = f"WARC-Refers-To-Target-URI: {URL}\r\nWARC-Refers-To-Date: 2020-01-02T03:04:05Z\r\n"


def taken(folder, *files: bytes):
    with Archive.create(folder / "a") as archive:
        reports = []
        for number, body in enumerate(files):
            path = folder / f"{number}.warc.gz"
            path.write_bytes(body)
            reports.append(ingest(archive, read([path])))
        histories = {doc.url: archive.history(doc.id) for _, doc in archive.scan()}
        return reports, histories


@pytest.mark.parametrize("more", [SAME_DIGEST, REFERS, ""])
@pytest.mark.parametrize("apart", [False, True])
def test_a_revisit_is_the_same_bytes_at_another_time(tmp_path, more, apart):
    second = again("2021-05-06T00:00:00Z", more=more)
    files = [each_packed([FIRST]), each_packed([second])]
    reports, histories = taken(tmp_path, *(files if apart else [b"".join(files)]))
    assert sum(report.refused for report in reports) == 0
    ((capture,),) = histories.values()
    assert capture.captured.year == 2020
    assert capture.seen_last.year == 2021


def test_a_revisit_at_another_address_is_a_page_of_its_own(tmp_path):
    other = again("2021-05-06T00:00:00Z", url="https://b.example/copy", more=SAME_DIGEST)
    _, histories = taken(tmp_path, each_packed([FIRST, other]))
    assert set(histories) == {URL, "https://b.example/copy"}
    assert len({history[0].digest for history in histories.values()}) == 1


def test_a_revisit_whose_bytes_are_nowhere_is_refused_and_says_what_to_do(tmp_path):
    reports, _ = taken(tmp_path, each_packed([again("2021-05-06T00:00:00Z", more=REFERS)]))
    (refusal,) = reports[0].refusals
    assert URL in refusal.reason
    assert "2020-01-02" in refusal.reason
    assert "Ingest the file" in refusal.mend


def test_a_revisit_of_what_is_no_page_is_passed_over():
    image = http(b"\x89PNG", b"Content-Type: image/png\r\n")
    met = record(URL, image, more="WARC-Payload-Digest: sha1:X\r\n")
    found = items(met, again("2021-01-01T00:00:00Z", more="WARC-Payload-Digest: sha1:X\r\n"))
    assert [type(item) for item in found] == [PassedOver, PassedOver]
    found = items(again("2021-01-01T00:00:00Z", block=image))
    assert isinstance(found[0], PassedOver)
    assert isinstance(items(again("2021-01-01T00:00:00Z", block=http(b"")))[0], Revisit)


def test_a_rehearsal_knows_revisits_too(tmp_path):
    path = tmp_path / "f.warc.gz"
    path.write_bytes(each_packed([FIRST, again("2021-05-06T00:00:00Z", more=SAME_DIGEST)]))
    report = rehearse(None, read([path]))
    assert (report.documents, report.refused) == (2, 0)


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://a.example/the vote", "https://a.example/the%20vote"),
        ("https://a.example/«\u00a0oui\u00a0»", "https://a.example/%C2%AB%C2%A0oui%C2%A0%C2%BB"),
        ("https://a.example/Montréal", "https://a.example/Montréal"),
        (' <HTTP://a.example\\b?q="x"> ', "HTTP://a.example/b?q=%22x%22"),
    ],
)
def test_an_address_is_taken_as_browsers_take_it(written, url):
    assert only(record(written, http())).url == url


@pytest.mark.parametrize(
    "written", ["https://a b.example/", "https://[::1/", "mailto:ann@a.example"]
)
def test_what_is_no_address_is_kept_as_words_beside_a_page_without_one(written):
    page = only(record(written, http()))
    assert page.url is None
    assert written in "; ".join(page.supplied.notes)
