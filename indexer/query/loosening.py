"""Asking for any of a query's words instead of all: `--match any`."""

import re
from collections.abc import Iterator

from indexer.query.nodes import And, Dated, Node, Not, Or, Scope, Within

# An AND that was typed holds; words that merely stand side by side are loosened.
TYPED_AND = re.compile(r"\bAND\b")

# Fields that say which pages are asked, not what stands in them.
CONDITIONS = frozenset({Scope.SOURCE, Scope.AUTHOR, Scope.CITY, Scope.PLACE, Scope.LANGUAGE})


def any_of(node: Node | None, text: str) -> Node | None:
    """The query with any of the words at its top, where it asks for all of them.

    What is left out (`-rally`), dated (`year:2017`) or a condition (`city:Toronto`) still holds,
    and so does an AND that was typed between words. `text` is the query as typed.
    """
    match node:
        case Or(nodes):
            return Or(tuple(_loosened(part, text) for part in nodes), node.span)
        case And():
            return _loosened(node, text)
        case _:
            return node


def _loosened(node: Node, text: str) -> Node:
    """The query with any of the words that stand side by side in it."""
    if not isinstance(node, And):
        return node
    conditions = tuple(part for part in node.nodes if _is_condition(part))
    words = tuple(_joined(node, text))
    if len(words) < 2:
        return node
    either = Or(words, (words[0].span[0], words[-1].span[1]))
    return And((either, *conditions), node.span) if conditions else either


def _joined(node: And, text: str) -> Iterator[Node]:
    """The parts of an And that are no conditions, those joined by a typed AND as one part.

    A condition that stands between two words joins them only where AND stands on both its sides.
    """
    run: list[Node] = []
    end = node.span[0]
    tied = True
    for part in node.nodes:
        tied = tied and TYPED_AND.search(text[end : part.span[0]]) is not None
        end = part.span[1]
        if _is_condition(part):
            continue
        if run and not tied:
            yield _whole(run)
            run = []
        run.append(part)
        tied = True
    if run:
        yield _whole(run)


def _whole(run: list[Node]) -> Node:
    return run[0] if len(run) == 1 else And(tuple(run), (run[0].span[0], run[-1].span[1]))


def _is_condition(node: Node) -> bool:
    match node:
        case Not() | Dated():
            return True
        case Within():
            return node.scope in CONDITIONS
        case And() | Or():
            return all(_is_condition(part) for part in node.nodes)
        case _:
            return False
