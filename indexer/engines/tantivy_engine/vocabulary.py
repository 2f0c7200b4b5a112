"""Which terms stand in the documents, and in how many."""

from collections.abc import Iterable

from indexer.engines.matches.looking import COLUMN_OF, PARTS_OF
from indexer.engines.tantivy_engine.errors import damage_is_ours
from indexer.engines.tantivy_engine.schema import token
from indexer.engines.tantivy_engine.snapshot import Snapshot
from indexer.query.nodes import Scope


def vocabulary(snapshot: Snapshot, scope: Scope, prefix: str) -> dict[str, int]:
    """The terms that stand in a scope and begin so, and in about how many documents."""
    if scope not in PARTS_OF:
        return snapshot.column(COLUMN_OF[scope]).vocabulary(prefix)
    found: dict[str, int] = {}
    with damage_is_ours("read"):
        for part in PARTS_OF[scope]:
            for term, documents in snapshot.searcher.terms_with_prefix(f"{part}_words", prefix):
                found[term] = max(found.get(term, 0), documents)
    return found


def frequencies(snapshot: Snapshot, scope: Scope, terms: Iterable[str]) -> dict[str, int]:
    """In about how many documents each term stands: those of the part that has it most."""
    if scope not in PARTS_OF:
        known = snapshot.column(COLUMN_OF[scope]).vocabulary("")
        return {term: known[term] for term in terms if term in known}
    fields = [f"{part}_words" for part in PARTS_OF[scope]]
    with damage_is_ours("read"):
        doc_freq = snapshot.searcher.doc_freq
        return {term: max(doc_freq(field, token(term)) for field in fields) for term in terms}
