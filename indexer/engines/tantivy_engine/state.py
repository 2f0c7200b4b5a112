"""What a commit of Tantivy says of itself: a document of its own, replaced with every commit."""

import json
from dataclasses import asdict, dataclass

import tantivy

from indexer.engines.tantivy_engine.explaining import told
from indexer.engines.tantivy_engine.schema import FORMAT_VERSION, SCHEMA
from indexer.errors import EngineUnavailable

KIND = "state"


@dataclass(frozen=True, slots=True)
class State:
    """What there is as of a commit.

    commit:  its number, 1 for the first; 0 where there is none yet
    reached: the archive's sequence number
    rows:    how many rows were ever given out
    parts:   files of columns, each with its first row, in order
    """

    commit: int = 0
    reached: int = 0
    rows: int = 0
    parts: tuple[tuple[str, int], ...] = ()
    format_version: int = FORMAT_VERSION


def read_state(searcher: tantivy.Searcher) -> tuple[State, float]:
    """The state of the commit that is open, and how many documents Tantivy counts for scores.

    Raise ValueError where it is not one of ours, EngineUnavailable where another version made it.
    """
    query = tantivy.Query.term_query(SCHEMA, "kind", KIND)
    hits = searcher.search(query, 2).hits
    if not hits and searcher.num_docs == 0:
        return State(), 0.0
    if len(hits) != 1:
        raise ValueError("the index does not say which commit it is")
    read = json.loads(bytes(searcher.doc(hits[0][1])["state"][0]))
    parts = tuple((str(name), int(first)) for name, first in read.pop("parts"))
    state = State(**read, parts=parts)
    if state.format_version != FORMAT_VERSION:
        raise EngineUnavailable("Another version of Fonds made the index; run `fonds reindex`.")
    return state, told(searcher, query, hits[0][1], "N")


def write_state(writer: tantivy.IndexWriter, state: State) -> None:
    """Put the state in the place of the one before, in the commit that is being made."""
    made = tantivy.Document()
    made.add_text("kind", KIND)
    made.add_bytes("state", json.dumps(asdict(state)).encode())
    writer.delete_documents_by_term("kind", KIND)
    writer.add_document(made)
