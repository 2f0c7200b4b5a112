"""The formats that Fonds reads, in the order in which they are tried."""

from indexer.readers import page
from indexer.readers.format import Format

FORMATS: tuple[Format, ...] = (page.FORMAT,)
