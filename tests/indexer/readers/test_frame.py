"""The frame: compressions come off, what is broken is told with its place, bombs are broken off."""

import bz2
import gzip
import io
import lzma

import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

from archive.capture import Capture
from archive.document import Refused
from indexer.readers import frame, read
from indexer.readers.format import Format
from indexer.readers.limits import MAX_DEPTH
from indexer.readers.packing import PACKINGS
from indexer.readers.peeking import Peekable
from indexer.readers.source import Source

PAGE = b"<!doctype html><title>A vote</title><p>Council voted on the arena.</p>"
PACK = {"gzip": gzip.compress, "zstd": zstd.compress, "bzip2": bz2.compress, "xz": lzma.compress}


def items(body: bytes, origin: str = "input"):
    return list(frame.items_of(Source(io.BytesIO(body), origin)))


@pytest.mark.parametrize("packing", PACKINGS, ids=lambda packing: packing.name)
def test_a_compressed_page_is_a_page(packing):
    (page,) = items(PACK[packing.name](PAGE), "page.dat")
    assert (page.body, page.media_type, page.origin) == (PAGE, "text/html", "page.dat")


@pytest.mark.parametrize("packing", PACKINGS, ids=lambda packing: packing.name)
def test_members_one_after_the_other_are_one_input(packing):
    packed = PACK[packing.name](PAGE[:20]) + PACK[packing.name](PAGE[20:])
    (page,) = items(packed + (b"\0" * 512 if packing.name == "gzip" else b""))
    assert page.body == PAGE


def test_compressions_around_each_other_come_off():
    (page,) = items(lzma.compress(gzip.compress(PAGE)))
    assert page.body == PAGE


@pytest.mark.parametrize("packing", PACKINGS, ids=lambda packing: packing.name)
def test_what_is_cut_off_anywhere_is_refused_and_says_so(packing):
    packed = PACK[packing.name](PAGE * 50)
    for end in range(12, len(packed), 7):
        (found,) = items(packed[:end])
        assert isinstance(found, Refused), end
        assert found.reason
        assert found.mend


@pytest.mark.parametrize("packing", PACKINGS, ids=lambda packing: packing.name)
def test_a_bomb_is_broken_off(packing):
    packed = PACK[packing.name](bytes(22_000_000))
    (found,) = items(packed)
    assert isinstance(found, Refused)
    assert "bomb" in found.reason or "20 MB" in found.reason


@given(st.binary(max_size=400), st.lists(st.integers(1, 90), max_size=12))
def test_looking_ahead_takes_nothing(body, sizes):
    stream, taken = Peekable(io.BytesIO(body)), b""
    for size in sizes:
        assert stream.peek(size) == body[len(taken) : len(taken) + size]
        taken += stream.read(size)
        assert stream.position == len(taken)
    assert taken + stream.readall() == body


BOX = b"BOX "


def read_box(source: Source):
    """A container of one input, to try the frame with."""
    stream = source.unpacked()
    stream.read(len(BOX))
    yield source.inside("in", stream)
    if source.name == "broken":
        raise ZeroDivisionError("a fault nobody thought of")


@pytest.fixture
def boxes(monkeypatch):
    box = Format("a box", lambda head: head.unpacked.startswith(BOX), read_box)
    monkeypatch.setattr(frame, "FORMATS", (box, *frame.FORMATS))


@pytest.mark.usefixtures("boxes")
def test_what_lies_in_a_container_tells_the_way_to_it():
    (page,) = items(BOX + BOX + gzip.compress(PAGE), "a.box")
    assert (page.origin, page.body) == ("a.box!in!in", PAGE)


@pytest.mark.usefixtures("boxes")
def test_containers_in_containers_end_somewhere():
    (page,) = items(BOX * MAX_DEPTH + PAGE)
    assert isinstance(page, Capture)
    (refused,) = items(BOX * (MAX_DEPTH + 1) + PAGE)
    assert "containers" in refused.reason


@pytest.mark.usefixtures("boxes")
def test_a_fault_of_a_reader_costs_the_rest_of_its_input_and_nothing_else(tmp_path):
    (tmp_path / "broken").write_bytes(BOX + PAGE)
    (tmp_path / "page.html").write_bytes(PAGE)
    first, fault, last = read([tmp_path])
    assert isinstance(first, Capture)
    assert "ZeroDivisionError" in fault.reason
    assert isinstance(last, Capture)
