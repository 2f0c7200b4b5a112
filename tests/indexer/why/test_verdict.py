"""The verdict of an account is that of a plain reading, for the whole and for each clause."""

import random
from dataclasses import replace

import pytest

from archive.document import Document
from indexer import naming
from indexer.query import expand
from indexer.query.nodes import And, AtLeast, Dated, Near, Node, Not, Or, Scope, Within
from indexer.why import Clause
from indexer.why.explaining import account_of
from indexer.why.own_words import vocabulary_of
from tests.engine_contract.documents import random_page
from tests.engine_contract.plain_scan import PlainScan, holds
from tests.engine_contract.queries import random_chain, random_node, word

DOCUMENTS, QUERIES = 25, 60
NAMES = (Scope.SOURCE, Scope.AUTHOR, Scope.CITY, Scope.PLACE, Scope.LANGUAGE)


def typable(node: Node, *, inside: bool = False) -> Node:
    """The node without fields in fields, which nobody can type."""
    match node:
        case And() | Or():
            return replace(node, nodes=tuple(typable(one, inside=inside) for one in node.nodes))
        case Not():
            return replace(node, node=typable(node.node, inside=inside))
        case Within():
            child = typable(node.node, inside=True)
            return child if inside else replace(node, node=child)
        case Dated() if inside:
            return word("police")
        case _:
            return node


def pages(chance: random.Random) -> list[Document]:
    return [random_page(chance, f"why{number}") for number in range(DOCUMENTS)]


@pytest.mark.parametrize("seed", range(5))
def test_the_verdict_is_that_of_a_plain_scan_of_the_whole_archive(seed: int) -> None:
    chance = random.Random(seed)
    documents = pages(chance)
    oracle = PlainScan()
    oracle.add(documents, 1)
    found = 0
    for _ in range(QUERIES):
        node = random_chain(chance) if chance.random() < 0.2 else typable(random_node(chance))
        expanded = expand(node, "", oracle.vocabulary)
        assert expanded is not None
        for document in documents:
            expected = holds(naming.with_ids(expanded), document)
            assert account_of(document, "", node).holds == expected, (node, document)
            found += expected
    assert found > QUERIES, "the queries should find something"


@pytest.mark.parametrize("seed", range(5, 8))
def test_so_is_that_of_each_clause(seed: int) -> None:
    chance = random.Random(seed)
    documents = pages(chance)
    for _ in range(QUERIES):
        node = typable(random_node(chance))
        document = chance.choice(documents)
        clause = account_of(document, "", node).clause
        expanded = expand(node, "", vocabulary_of(document))
        assert clause is not None
        assert expanded is not None
        check(clause, expanded, document, Scope.ANYWHERE)


def check(clause: Clause, node: Node, document: Document, scope: Scope) -> None:
    """Each clause against the oracle, walking both trees together; each says why."""
    if isinstance(node, Within):
        node, scope = node.node, node.scope
    asked = naming.with_ids(Within(scope, node, (0, 0)))
    assert clause.holds == holds(asked, document), (clause, document)
    assert clause.scope == scope
    assert clause.holds or clause.reasons, clause
    assert all(reason.text for reason in clause.reasons)
    if scope not in NAMES and not clause.clauses and clause.kind != "date":
        assert clause.holds == bool(clause.standings), clause
    for standing in clause.standings:
        assert standing.times > 0
        assert all(passage.snippet.marks for passage in standing.passages)
    inside: tuple[Node, ...] = ()
    match node:
        case And(nodes) | Or(nodes) | Near(nodes) | AtLeast(nodes):
            inside = nodes
        case Not(child):
            inside = (child,)
    assert len(clause.clauses) == len(inside)
    for each, child in zip(clause.clauses, inside, strict=True):
        check(each, child, document, scope)
