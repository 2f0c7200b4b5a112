"""Wildcards and fuzzy words, with the words of the archive that they stand for."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from indexer.errors import QueryError
from indexer.query.limits import MOST_EXPANSIONS
from indexer.query.nodes import (
    And,
    AtLeast,
    Expanded,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Scope,
    Wildcard,
    Within,
)


class Known(NamedTuple):
    """A folded term that stands in the archive, and in about how many documents."""

    term: str
    documents: int


# The terms of a scope that begin with a prefix; all of them where it is empty.
Vocabulary = Callable[[Scope, str], Iterable[Known]]


def expand(node: Node | None, text: str, vocabulary: Vocabulary) -> Node | None:
    """The query with every pattern expanded. Raise QueryError where one stands for too much.

    text: the query as typed, for the error
    """
    return None if node is None else _Expander(text, vocabulary).node(node, Scope.ANYWHERE)


class _Expander:
    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._text, self._vocabulary = text, vocabulary

    def node(self, node: Node, scope: Scope) -> Node:
        match node:
            case And() | Or() | AtLeast() | Near():
                return replace(node, nodes=tuple(self.node(child, scope) for child in node.nodes))
            case Not():
                return replace(node, node=self.node(node.node, scope))
            case Within():
                return replace(node, node=self.node(node.node, node.scope))
            case Wildcard():
                prefix = re.split(r"[*?]", node.text)[0]
                return self._expanded(node, fitting(node, self._vocabulary(scope, prefix)))
            case Fuzzy():
                return self._expanded(node, nearly(node, self._vocabulary(scope, "")))
            case _:
                return node

    def _expanded(self, node: Wildcard | Fuzzy, found: Iterable[Known]) -> Expanded:
        known = sorted(found, key=lambda each: (-each.documents, each.term))
        if len(known) > MOST_EXPANSIONS:
            start, end = node.span
            typed = self._text[start:end]
            reason = f"{typed} stands for {len(known):,} words; {MOST_EXPANSIONS} are allowed."
            raise QueryError(self._text, start, reason, "Type more letters.")
        return Expanded(node, tuple(each.term for each in known), node.span)


def fitting(node: Wildcard, vocabulary: Iterable[Known]) -> list[Known]:
    """The terms that a wildcard stands for."""
    signs = {"*": ".*", "?": "."}
    parts = re.split(r"([*?])", node.text)
    fits = re.compile("".join(signs.get(part, re.escape(part)) for part in parts), re.DOTALL)
    return [known for known in vocabulary if fits.fullmatch(known.term)]


def nearly(node: Fuzzy, vocabulary: Iterable[Known]) -> list[Known]:
    """The terms that are a fuzzy word but for its edits (optimal string alignment distance)."""
    from rapidfuzz.distance import OSA  # only who types ~ waits for it
    from rapidfuzz.process import extract

    shortest, longest = len(node.text) - node.edits, len(node.text) + node.edits
    able = [known for known in vocabulary if shortest <= len(known.term) <= longest]
    found = extract(
        node.text,
        [known.term for known in able],
        scorer=OSA.distance,
        score_cutoff=node.edits,
        limit=None,
    )
    return [able[place] for _, _, place in found]
