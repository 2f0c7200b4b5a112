"""The formats that Fonds reads, in the order in which they are tried."""

from indexer.readers import json_lines, json_values, page
from indexer.readers.format import Format

FORMATS: tuple[Format, ...] = (json_lines.FORMAT, json_values.FORMAT, page.FORMAT)
