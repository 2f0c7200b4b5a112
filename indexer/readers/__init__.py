"""Readers: a path in, captures out; one format a file."""

from indexer.readers.decoding import Decoded, decode
from indexer.readers.files import origin_of, read_file
from indexer.readers.reading import count, page_of, read, read_page

__all__ = ["Decoded", "count", "decode", "origin_of", "page_of", "read", "read_file", "read_page"]
