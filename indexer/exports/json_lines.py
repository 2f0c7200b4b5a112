"""JSON Lines: whole documents with ledger and evidence, one a line, as the API gives them."""

import json
from collections.abc import Iterable, Iterator

from archive.characters import whole
from archive.document import Document
from indexer.wire import document_json


def json_lines(documents: Iterable[Document]) -> Iterator[str]:
    """Each document as one line."""
    for document in documents:
        yield whole(json.dumps(document_json(document), ensure_ascii=False)) + "\n"
