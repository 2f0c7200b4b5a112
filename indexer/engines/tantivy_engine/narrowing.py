"""Facet values and dates as queries of Tantivy."""

from collections.abc import Iterable

import tantivy
from tantivy import Occur

from indexer.engine import MISSING
from indexer.engines.tantivy_engine.schema import NO_VALUE, SCHEMA, token
from indexer.query.nodes import Dated

Query = tantivy.Query


def having(name: str, values: Iterable[str]) -> Query:
    """The documents that have any of these values of a facet (MISSING: those that have none)."""
    tokens = [token(value) for value in values if value != MISSING]
    found = [Query.term_set_query(SCHEMA, name, tokens)] if tokens else []
    if len(tokens) < len(set(values)):
        found.append(Query.term_query(SCHEMA, NO_VALUE, name))
    return Query.boolean_query([(Occur.Should, each) for each in found])


def dated(node: Dated) -> Query:
    """The documents that were published then, or perhaps then."""
    earliest, latest = ("latest", "earliest") if node.perhaps else ("earliest", "latest")
    clauses = [from_to("earliest", 0, None)]  # UNDATED is below
    if node.earliest is not None:
        clauses.append(from_to(earliest, node.earliest.toordinal(), None))
    if node.latest is not None:
        clauses.append(from_to(latest, None, node.latest.toordinal()))
    return Query.boolean_query([(Occur.Must, each) for each in clauses])


def from_to(name: str, lower: int | None, upper: int | None) -> Query:
    """The documents whose number lies between two, both included."""
    return Query.range_query(SCHEMA, name, tantivy.FieldType.Integer, lower, upper)
