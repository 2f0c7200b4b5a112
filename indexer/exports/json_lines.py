"""JSON Lines: whole documents with ledger and evidence, one a line, as the API gives them."""

import json
import re
from collections.abc import Iterable, Iterator

from archive.document import Document
from indexer.wire import document_json

# Halves of characters, which no file in UTF-8 can hold; in JSON they are written by number.
HALVES = re.compile("[\ud800-\udfff]")


def json_lines(documents: Iterable[Document]) -> Iterator[str]:
    """Each document as one line."""
    for document in documents:
        line = json.dumps(document_json(document), ensure_ascii=False)
        yield HALVES.sub(lambda half: f"\\u{ord(half.group()):04x}", line) + "\n"
