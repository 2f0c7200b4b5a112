"""ZIP and TAR: every member in turn; what is hostile is told, and costs itself alone."""

import bz2
import gzip
import lzma
import os
import struct
import tarfile
import zipfile
from operator import itemgetter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.capture import Capture
from archive.document import PassedOver, Refused
from indexer.readers import read
from tests.faults.duration import LONG
from tests.indexer.readers.archives_made import odd_tar, quoted_overlap, tar_of, zip_of

PAGES = [
    ("a.html", b"<!doctype html><title>A</title><p>A page.</p>"),
    ("folder/été.txt", b"Une page."),
    ("folder/pages.jsonl", b'{"text": "A line."}\n{"text": "Another."}\n'),
]
FOUND = ["a.html", "folder/été.txt", "folder/pages.jsonl#line 1", "folder/pages.jsonl#line 2"]


def read_all(tmp_path, body: bytes, name: str = "pages.bin"):
    path = tmp_path / name
    path.write_bytes(body)
    return list(read([path]))


def members(items) -> list[str]:
    """The origins of the pages, without that of the file."""
    return [one.origin.partition("!")[2] for one in items if isinstance(one, Capture)]


def refusals(items) -> dict[str, str]:
    return {one.origin.partition("!")[2]: one.reason for one in items if isinstance(one, Refused)}


def passed(items) -> list[str]:
    return [one.origin.partition("!")[2] for one in items if isinstance(one, PassedOver)]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_each_member_of_a_zip_is_read_for_what_it_is(tmp_path, method):
    assert members(read_all(tmp_path, zip_of(PAGES, method))) == FOUND


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT, tarfile.USTAR_FORMAT])
@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_each_member_of_a_tar_is_read_for_what_it_is(tmp_path, form, pack):
    assert members(read_all(tmp_path, pack(tar_of(PAGES, form)))) == FOUND


def test_long_names_are_read_in_every_form(tmp_path):
    name = "d" * 90 + "/" + "e" * 90 + "/page.txt"
    for form in (tarfile.PAX_FORMAT, tarfile.GNU_FORMAT):
        assert members(read_all(tmp_path, tar_of([(name, b"A page.")], form))) == [name]


def test_names_of_dos_and_of_utf_8_are_read(tmp_path):
    body = zip_of([("xxx.txt", b"A page.")])
    assert members(read_all(tmp_path, body.replace(b"xxx", b"\x82t\x82"))) == ["été.txt"]
    assert members(read_all(tmp_path, body.replace(b"xxx", "éx".encode()))) == ["éx.txt"]


def test_containers_nest_to_a_bounded_depth(tmp_path):
    body = zip_of([("page.txt", b"A page.")])
    for level in range(7):
        body = tar_of([("in.zip", body)]) if level % 2 else zip_of([("in.tar", body)])
    (item,) = read_all(tmp_path, body)
    assert isinstance(item, Refused)
    assert "containers" in item.reason
    nested = zip_of([("b.tar.gz", gzip.compress(tar_of([("c.zip", zip_of(PAGES))])))])
    assert members(read_all(tmp_path, nested)) == [f"b.tar.gz!c.zip!{name}" for name in FOUND]


@pytest.mark.parametrize(
    "name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "C:\\out.txt", "\\out"]
)
def test_a_name_that_leads_out_is_refused_and_nothing_is_written(tmp_path, name):
    work = tmp_path / "work"
    work.mkdir()
    for body in (zip_of([(name, b"Evil."), *PAGES]), tar_of([(name, b"Evil."), *PAGES])):
        items = read_all(work, body)
        assert refusals(items) == {name: "Its name leads out of the archive."}
        assert members(items) == FOUND
    assert os.listdir(tmp_path) == ["work"]
    assert os.listdir(work) == ["pages.bin"]


def test_names_that_cannot_be_seen_or_have_no_end_are_refused(tmp_path):
    items = read_all(tmp_path, zip_of([("a\x1b[2Jb.txt", b"x"), ("n" * 5_000, b"x"), *PAGES]))
    assert next(iter(refusals(items))) == "a\\x1b[2Jb.txt"
    assert len(refusals(items)) == 2
    assert all(one.origin.isprintable() for one in items)
    assert members(items) == FOUND


def test_links_and_devices_are_told_and_not_followed(tmp_path):
    items = read_all(
        tmp_path, odd_tar(link=tarfile.SYMTYPE, hard=tarfile.LNKTYPE, dev=tarfile.CHRTYPE)
    )
    assert passed(items) == ["link", "hard", "dev"]
    assert members(items) == ["page.txt"]
    link = bytearray(zip_of([("link", b"/etc/passwd"), *PAGES]))
    at = link.index(b"PK\1\2")
    link[at + 5], link[at + 38 : at + 42] = 3, struct.pack("<L", 0o120777 << 16)
    items = read_all(tmp_path, bytes(link))
    assert passed(items) == ["link"]


def test_a_second_member_of_a_name_is_refused(tmp_path):
    twice = [("a.txt", b"First."), ("a.txt", b"Second.")]
    for body in (zip_of(twice), tar_of(twice)):
        items = read_all(tmp_path, body)
        assert [one.body for one in items if isinstance(one, Capture)] == [b"First."]
        assert "has its name" in refusals(items)["a.txt"]


def test_members_that_lie_over_each_other_are_told(tmp_path):
    items = read_all(tmp_path, quoted_overlap(3, 1_000))
    assert members(items) == []
    assert set(refusals(items).values()) == {"It lies over another member."}
    (bomb,) = read_all(tmp_path, quoted_overlap(5_000, 1_000_000))
    assert "a bomb" in bomb.reason


@pytest.mark.parametrize("wrong", ["size", "crc", "encrypted", "method", "local", "offset"])
def test_a_member_that_is_not_what_the_directory_says_costs_itself_alone(tmp_path, wrong):
    body = bytearray(zip_of([("bad.txt", b"A bad page."), *PAGES]))
    at = body.index(b"PK\1\2")
    change = {
        "size": (at + 24, struct.pack("<L", 5)),
        "crc": (at + 16, b"abcd"),
        "encrypted": (at + 8, b"\1\0"),
        "method": (at + 10, struct.pack("<H", 14)),
        "local": (30, b"bat"),
        "offset": (at + 42, struct.pack("<L", 3)),
    }
    place, new = change[wrong]
    body[place : place + len(new)] = new
    items = read_all(tmp_path, bytes(body))
    assert "bad.txt" in refusals(items)
    assert set(members(items)) >= set(FOUND[1:])


def test_a_bomb_costs_itself_alone(tmp_path, monkeypatch):
    monkeypatch.setattr("indexer.readers.packing.FREE_EXPANSION_BYTES", 100_000)
    bomb = ("bomb.txt", b"a" * 10_000_000)
    items = read_all(tmp_path, zip_of([bomb, *PAGES]))
    assert "a bomb" in refusals(items)["bomb.txt"]
    assert members(items) == FOUND


def test_many_small_bombs_together_are_one(tmp_path, monkeypatch):
    monkeypatch.setattr("indexer.readers.allowance.FREE_EXPANSION_IN_ALL_BYTES", 1_000_000)
    body = zip_of([(f"{n}.txt", b"a" * 500_000) for n in range(100)])
    items = read_all(tmp_path, body)
    assert len(items) < 60
    assert "All in it unpacks" in refusals(items)[""]


def test_what_was_cut_off_is_told(tmp_path):
    (item,) = read_all(tmp_path, zip_of(PAGES)[:-10])
    assert "cut off" in item.reason
    whole = tar_of(PAGES)
    items = read_all(tmp_path, whole[: 512 * 3 + 100])
    assert members(items) == FOUND[:1]
    assert refusals(items)
    assert "end mark" in refusals(read_all(tmp_path, whole.rstrip(b"\0").ljust(512 * 8, b"\0")))[""]


def test_what_is_no_page_by_its_name_is_passed_over(tmp_path):
    names = ["__MACOSX/._a.html", "style.css", "README.md", ".git/config", "Thumbs.db"]
    items = read_all(tmp_path, zip_of([(name, b"x y z") for name in names]))
    assert passed(items) == names


def test_an_office_document_is_not_taken_for_pages(tmp_path):
    (item,) = read_all(tmp_path, zip_of([("[Content_Types].xml", b"<x/>"), ("a.xml", b"<x/>")]))
    assert "office document" in item.reason


def test_an_empty_archive_is_told(tmp_path):
    (item,) = read_all(tmp_path, zip_of([]))
    assert "nothing in it" in item.reason


@pytest.mark.skipif(not LONG, reason="writing so many takes a while; FONDS_TESTS=long")
def test_more_members_than_16_bits_count_are_read(tmp_path):
    count, path = 70_000, tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(count):
            archive.writestr(zipfile.ZipInfo(f".{number}"), b"")
    assert sum(1 for _ in read([path])) == count


NAMES = st.text("aéÉ1ßж漢", min_size=1, max_size=9)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.tuples(NAMES, st.text("abc é\n", max_size=9)), max_size=4, unique_by=itemgetter(0)),
    st.sampled_from([zip_of, tar_of]),
)
def test_what_was_packed_is_read(tmp_path_factory, pages, pack):
    folder = tmp_path_factory.mktemp("any")
    written = [(f"{name}.txt", f"Page. {text}".encode()) for name, text in pages]
    items = read_all(folder, pack([*written, ("last.txt", b"The last.")]))
    found = [(one.origin.partition("!")[2], one.body) for one in items if isinstance(one, Capture)]
    assert found == [*written, ("last.txt", b"The last.")]
