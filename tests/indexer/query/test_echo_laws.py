"""Queries that mean something else never sound alike, in any language of the echo."""

import random
from collections import defaultdict

import pytest

from indexer import analysis
from indexer.query import echo, expand, parse, query_words
from indexer.query.expanding import Known
from indexer.query.languages import language_code
from indexer.query.nodes import (
    And,
    AtLeast,
    Dated,
    Expanded,
    Fuzzy,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Scope,
    Wildcard,
    Within,
    Word,
)
from indexer.query.wording import WORDINGS, Wording
from tests.engine_contract.typed import random_query

QUERIES = 3_000
Meaning = tuple[object, ...]
SMALL = (
    "a",
    "b",
    '"a b"',
    "a-b",
    '"a"',
    "a w/2 b",
    "a pre/2 b",
    "a w/1 b",
    "a pre/1 b",
    "a /s b",
    "a /p b",
    '"a b"~2',
    '"a b"~1',
    "abc*",
    "abcd~",
    "abcdef~2",
    "abcdef~",
    "title:a",
    'title:"a"',
    "removed:a",
    "source:a",
    "author:a",
    "city:a",
    "place:a",
    "lang:fr",
    "year:2016",
    "year:2016?",
    "date:2016-02",
    "after:2016",
    "before:2016",
    "after:2016?",
    "date:2015..2016",
    "date:2016-01-05",
    "-a",
    "title:(a b)",
    "title:(a OR b)",
    "(a OR b)",
    "(a b)",
    "NOT (a b)",
    "-title:a",
    "-year:2016",
)


def meaning(node: Node, scope: Scope = Scope.ANYWHERE) -> Meaning:
    """What a node asks, without where it was typed, nor the order where that is all the same."""
    match node:
        case And(nodes) | Or(nodes):
            parts = frozenset(meaning(each, scope) for each in nodes)
            return (type(node).__name__, parts) if len(parts) > 1 else next(iter(parts))
        case AtLeast(nodes, least):
            return ("at least", least, tuple(sorted(repr(meaning(each, scope)) for each in nodes)))
        case Not(child):
            return ("not", meaning(child, scope))
        case Within(inner, child):
            return ("within", inner, meaning(child, inner))
        case Near(nodes, links):
            return ("near", tuple(meaning(each, scope) for each in nodes), links)
        case Dated(earliest, latest, perhaps):
            return ("dated", earliest, latest, perhaps)
        case _:
            return leaf(node, scope)


def leaf(node: Word | Phrase | Loose | Wildcard | Fuzzy | Expanded, scope: Scope) -> Meaning:
    match node:
        case Word(text) | Phrase(text) if scope is Scope.LANGUAGE:
            return ("language", language_code(text))
        case Word(text) | Phrase(text) if scope in NAMES:
            return ("name", tuple(analysis.terms(text)))
        case Word(text):
            return ("word", tuple(query_words(text)))
        case Phrase(text):
            return ("phrase", tuple(analysis.terms(text)))
        case Loose(text, words):
            return ("loose", tuple(analysis.terms(text)), words)
        case Expanded(asked, terms):
            return ("expanded", leaf(asked, scope), terms)
        case Wildcard(text):
            return ("wildcard", text)
        case Fuzzy(text, edits):
            return ("fuzzy", text, edits)


NAMES = {Scope.SOURCE, Scope.AUTHOR, Scope.CITY, Scope.PLACE}


def small_node(chance: random.Random, depth: int = 2) -> Node:
    """A node of few parts over few words, so that two of them are often nearly the same."""
    if depth == 0 or chance.random() < 0.3:
        node = parse(chance.choice(SMALL))
        assert node is not None
        return node
    nodes = tuple(small_node(chance, depth - 1) for _ in range(chance.choice((2, 2, 3))))
    match chance.randrange(5):
        case 0 | 1:
            return And(nodes, (0, 0))
        case 2 | 3:
            return Or(nodes, (0, 0))
        case _:
            return AtLeast(nodes, chance.randint(1, len(nodes)), (0, 0))


def typed_node(chance: random.Random) -> Node:
    node = parse(random_query(chance))
    assert node is not None
    return node


@pytest.mark.parametrize("wording", WORDINGS.values(), ids=list(WORDINGS))
@pytest.mark.parametrize("made", [small_node, typed_node], ids=["small", "typed"])
def test_what_sounds_alike_means_the_same(made, wording: Wording) -> None:
    chance = random.Random(11)
    heard: dict[str, set[Meaning]] = defaultdict(set)
    for _ in range(QUERIES):
        node = made(chance)
        said = echo(node, wording)
        assert said.replace("\N{NO-BREAK SPACE}", " ").isprintable()
        heard[said].add(meaning(node))
    ambiguous = {said: meanings for said, meanings in heard.items() if len(meanings) > 1}
    assert ambiguous == {}


@pytest.mark.parametrize("wording", WORDINGS.values(), ids=list(WORDINGS))
def test_every_typed_query_has_an_echo(wording: Wording) -> None:
    chance = random.Random(12)

    def vocabulary(scope: Scope, prefix: str) -> list[Known]:
        return [Known(prefix + end, 1) for end in ("a", "er", "s")] if prefix else []

    for _ in range(300):
        text = random_query(chance)
        assert echo(expand(parse(text), text, vocabulary), wording)
