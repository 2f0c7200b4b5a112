"""Files made to keep the reader busy are given up in bounded time, memory and number of words."""

import io
import time

import pytest

from archive.document import Refused
from indexer.readers.frame import items_of
from indexer.readers.source import Source
from tests.indexer.readers.warc.making import http, record, response

HANG_S = 60  # a guard against hanging, no measure
ARC_HEAD = b"filedesc://a.arc 0.0.0.0 20060102030405 text/plain 4\nabc\n\n"
FILES = {
    "first lines only": b"WARC/1.1\r\n" * 50_000,
    "headers without end": response(0) + b"WARC/1.1\r\n" + b"A: b\r\n" * 700_000,
    "one line without end": response(0) + b"WARC/1.1\r\nA: " + b"a" * 8_000_000,
    "lengths that swallow all": record("https://a.example/", b"", length=20_000_000) * 60_000,
    "lengths of a world": record("https://a.example/", b"", length=10**17) * 60_000,
    "members that are none": response(0) + b"\x1f\x8b\x08" * 2_000_000,
    "an ARC of colons": ARC_HEAD + b"a:" * 4_000_000,
    "an ARC of short lines": ARC_HEAD + b"a: b\n" * 1_500_000,
    "chunks without end": record("https://a.example/", http(b"1\r\na\r\n" * 900_000)),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_a_trap_is_given_up(name):
    began = time.monotonic()
    found = list(items_of(Source(io.BytesIO(FILES[name]), "f.warc")))
    assert len([item for item in found if isinstance(item, Refused)]) < 100
    assert time.monotonic() - began < HANG_S


def test_many_damaged_records_in_a_row_are_told_in_sum_and_the_next_sound_one_is_taken():
    broken = record("https://a.example/x", http(), length="x")
    found = list(items_of(Source(io.BytesIO(broken * 500 + response(1)), "f.warc")))
    refused = [item for item in found if isinstance(item, Refused)]
    assert "480 more records" in refused[-1].reason
    assert len(refused) == 21
    assert found[-1].url == "https://a.example/1"
