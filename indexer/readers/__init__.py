"""Readers: a path in, captures out; one format a file. See `format` for how to add one."""

from indexer.readers.decoding import Decoded, decode
from indexer.readers.files import origin_of
from indexer.readers.meter import Meter, meter_of
from indexer.readers.page import page_of
from indexer.readers.reading import read, read_page

__all__ = [
    "Decoded",
    "Meter",
    "decode",
    "meter_of",
    "origin_of",
    "page_of",
    "read",
    "read_page",
]
