"""Readers: a path in, captures out; one format a file."""

from indexer.readers.decoding import Decoded, decode
from indexer.readers.reading import read

__all__ = ["Decoded", "decode", "read"]
