"""Records are found in every packing; damage is told with its place, and costs nothing else."""

import bz2
import gzip
import io
import lzma

import pytest
from backports import zstd
from fastwarc.warc import ArchiveIterator
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.capture import Capture
from archive.document import Refused
from indexer.readers.frame import items_of
from indexer.readers.source import Source
from tests.indexer.readers.warc.making import each_packed, http, record, response

RECORDS = [response(number) for number in range(4)]
URLS = [f"https://a.example/{number}" for number in range(4)]


def items(body: bytes):
    return list(items_of(Source(io.BytesIO(body), "f.warc")))


def urls(found) -> list[str]:
    return [item.url for item in found if isinstance(item, Capture)]


def refusals(found) -> list[Refused]:
    return [item for item in found if isinstance(item, Refused)]


def with_dictionary(records: list[bytes], *, packed: bool) -> bytes:
    samples = [part[place : place + 60] for part in records for place in range(0, 300, 7)]
    dictionary = zstd.train_dict(samples, 2_000)
    content = dictionary.dict_content
    head = zstd.compress(content) if packed else content
    frames = [zstd.compress(one, zstd_dict=dictionary) for one in records]
    return b"\x5d\x2a\x4d\x18" + len(head).to_bytes(4, "little") + head + b"".join(frames)


WHOLE = b"".join(RECORDS)
PACKED = {
    "plain": WHOLE,
    "gzip by record": each_packed(RECORDS),
    "gzip whole": gzip.compress(WHOLE),
    "gzip in blocks": b"".join(
        gzip.compress(WHOLE[i : i + 100]) for i in range(0, len(WHOLE), 100)
    ),
    "zstd by record": b"".join(map(zstd.compress, RECORDS)),
    "zstd with a dictionary": with_dictionary(RECORDS, packed=False),
    "zstd with a packed dictionary": with_dictionary(RECORDS, packed=True),
    "bzip2": bz2.compress(WHOLE),
    "xz": lzma.compress(WHOLE),
}


@pytest.mark.parametrize("name", PACKED)
def test_every_packing_gives_the_same_pages(name):
    found = items(PACKED[name])
    assert urls(found) == URLS
    assert len(found) == 4
    assert len({page.origin for page in found}) == 4


@pytest.mark.parametrize("name", ["plain", "gzip by record", "zstd by record"])
def test_an_origin_names_the_byte_where_another_reader_finds_the_record(name):
    offsets = [page.stream_pos for page in ArchiveIterator(io.BytesIO(PACKED[name]))]
    assert [page.origin for page in items(PACKED[name])] == [f"f.warc#{at}" for at in offsets]


def test_in_one_member_an_origin_names_the_byte_of_the_unpacked_file():
    place = len(RECORDS[0]) + len(RECORDS[1])
    assert items(PACKED["gzip whole"])[2].origin == f"f.warc#0+{place}"


@pytest.mark.parametrize("packing", ["plain", "by record", "whole"])
@pytest.mark.parametrize("wrong", [20, 400, -20, 1_000_000, 10**12, "", "-5", "9" * 40, "x"])
def test_a_wrong_length_costs_its_record_and_no_neighbour(packing, wrong):
    block = http()
    length = len(block) + wrong if isinstance(wrong, int) else wrong
    broken = record("https://a.example/broken", block, length=length)
    records = [RECORDS[0], broken, RECORDS[1], RECORDS[2]]
    body = each_packed(records) if packing == "by record" else b"".join(records)
    found = items(gzip.compress(body) if packing == "whole" else body)
    assert urls(found) == URLS[:3]
    (refusal,) = refusals(found)
    assert "Content-Length" in refusal.reason
    assert refusal.mend
    at = len(each_packed(RECORDS[:1])) if packing == "by record" else len(RECORDS[0])
    assert refusal.origin == f"f.warc#{'0+' if packing == 'whole' else ''}{at}"
    assert refusal.offset == (0 if packing == "whole" else at)


@pytest.mark.parametrize("place", range(0, 200, 9))
def test_a_flipped_bit_in_a_member_costs_its_record_and_no_neighbour(place):
    members = [bytearray(gzip.compress(one, mtime=0)) for one in RECORDS]
    members[1][place if place != 9 else 10] ^= 0xFF
    found = items(b"".join(members))
    assert [url for url in urls(found) if url != URLS[1]] == [URLS[0], *URLS[2:]]
    assert refusals(found) or place in (4, 6, 8)  # time and system: nothing depends on them


BETWEEN_RECORDS = {
    "plain": {len(RECORDS[0]) * count - spared for count in range(5) for spared in range(5)},
    "gzip by record": {len(each_packed(RECORDS[:count])) for count in range(5)},
    "zstd by record": {len(b"".join(map(zstd.compress, RECORDS[:count]))) for count in range(5)},
    "gzip whole": set(),
}


@pytest.mark.parametrize("name", BETWEEN_RECORDS)
def test_what_is_cut_off_anywhere_keeps_what_came_before_and_says_so(name):
    body = PACKED[name]
    for end in range(20, len(body), 11):
        found = items(body[:end])
        assert urls(found) == URLS[: len(urls(found))]
        assert bool(refusals(found)) == (end not in BETWEEN_RECORDS[name])


@pytest.mark.parametrize("name", ["plain", "gzip by record", "gzip whole"])
def test_of_the_last_record_of_a_file_that_is_cut_off_what_came_is_kept_with_a_flag(name):
    body = PACKED[name]
    whole = [page.body for page in items(body) if isinstance(page, Capture)]
    kept_in_part = 0
    for end in range(20, len(body), 7):
        pages = [item for item in items(body[:end]) if isinstance(item, Capture)]
        for page, expected in zip(pages, whole, strict=False):
            assert expected.startswith(page.body)
            if page.body != expected:
                kept_in_part += 1
                assert page is pages[-1]
                assert "the file ends within it" in "; ".join(page.supplied.notes)
    assert kept_in_part


def test_bytes_between_records_are_told_and_skipped():
    junk = b"not a record\r\nat all " * 30
    for body in (
        RECORDS[0] + junk + RECORDS[1],
        each_packed(RECORDS[:1]) + junk + each_packed(RECORDS[1:2]),
        each_packed([RECORDS[0], junk, RECORDS[1]]),
    ):
        found = items(body)
        assert urls(found) == URLS[:2]
        assert len(refusals(found)) == 1


def test_a_bomb_among_the_members_costs_itself_alone():
    bomb = gzip.compress(record("https://a.example/bomb", bytes(22_000_000)))
    found = items(each_packed(RECORDS[:1]) + bomb + each_packed(RECORDS[1:2]))
    assert urls(found) == URLS[:2]
    assert len(refusals(found)) == 1


def test_blank_lines_too_many_or_too_few_between_records_are_no_damage():
    assert urls(items(b"\r\n\r\n\r\n".join(RECORDS))) == URLS
    assert urls(items(b"".join(one.rstrip(b"\r\n") for one in RECORDS))) == URLS


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(["plain", "gzip by record", "zstd by record"]))
def test_no_damage_brings_the_reader_down_or_makes_pages_up(seed, name):
    body = bytearray(PACKED[name])
    for step in range(3):
        place = (seed * 7919 + step * 104_729) % len(body)
        body[place] = (seed >> step) & 0xFF
        if seed % 5 == step:
            del body[place : place + seed % 90]
    for item in items(bytes(body)):
        assert not isinstance(item, Refused) or "fault of Fonds" not in item.mend


def arc(urls_of_pages: list[str], fields: str = "") -> bytes:
    about = b"1 0 Council Watch\nURL IP-address Archive-date Content-type Archive-length\n\n"
    body = b"filedesc://a.arc 0.0.0.0 20060102030405 text/plain %d\n" % len(about) + about + b"\n"
    for url in urls_of_pages:
        block = http()
        line = f"{url} 192.0.2.1 20060102030405 text/html {fields}{len(block)}\n"
        body += line.encode() + block + b"\n"
    return body


@pytest.mark.parametrize("fields", ["", "200 - - 4711 a.arc "])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_an_arc_file_is_read_too(fields, pack):
    found = items(pack(arc(URLS, fields)))
    assert urls(found) == URLS
    assert found[0].captured.isoformat() == "2006-01-02T03:04:05+00:00"
    assert found[0].charset == "utf-8"
    assert not refusals(found)


@pytest.mark.parametrize(
    "first",
    [
        b"filedesc://a.arc 0.0.0.0 20060102030405 text/plain 4\nabc\n\n",
        b"filedesc://a.arc 0.0.0.0 20060102030405  4\nabc\n\n",
        b"\r\nfiledesc://a.arc 0.0.0.0 20060102030405 text/plain 4\nabc\n\n",
        b"filedesc: written by hand\n\n",
        b"",
    ],
)
def test_an_arc_is_one_however_odd_its_first_line_is(first):
    records = [
        ("https://a.example/1", "text/html "),
        ("https://a.example/a page.html", "text/html "),
        ("https://a.example/3", " "),
        ("https://a.example/4", "text/html; charset=utf-8 "),
        ("https://a.example/5", ""),
    ]
    body = first
    for url, kind in records:
        block = http()
        body += f"{url} 192.0.2.1 20060102030405 {kind}{len(block)}\n".encode() + block + b"\n"
    assert urls(items(body)) == [url.replace(" ", "%20") for url, _ in records]


@pytest.mark.parametrize(
    ("first", "lost"),
    [
        (b"\r\n\r\n" + RECORDS[0], 0),
        (b"\xef\xbb\xbf" + RECORDS[0], 0),
        (RECORDS[0].replace(b"WARC/1.1", b"warc/1.1.1"), 0),
        (RECORDS[0].replace(b"WARC/1.1", b"WARC/1.1 (made by hand)"), 1),
        (RECORDS[0].removeprefix(b"WARC/1.1\r\n"), 1),
        (RECORDS[0][4:], 1),
    ],
)
def test_a_warc_is_one_however_odd_its_first_line_is(first, lost):
    found = items(first + RECORDS[1] + RECORDS[2])
    assert urls(found) == URLS[lost:3]
    assert refusals(found) or not lost


def test_a_page_that_quotes_a_record_is_a_page():
    page = b"<html><p>A record begins so:</p><pre>\n" + RECORDS[0][:150] + b"</pre></html>"
    (found,) = items_of(Source(io.BytesIO(page), "about-warc.html"))
    assert (found.body, found.media_type) == (page, "text/html")


@pytest.mark.parametrize("junk", [b"\xef\xbb\xbf", b"not a record at all\r\n"])
def test_what_stands_before_the_first_record_costs_nothing_and_is_told_in_whole_sentences(junk):
    found = items(junk + b"".join(RECORDS))
    assert urls(found) == URLS
    for one in refusals(found):
        assert "what came before" not in one.mend
        assert one.mend.startswith("Look at these bytes: ")
