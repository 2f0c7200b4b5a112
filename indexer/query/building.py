"""The grammar's tree to nodes, each word checked in its place."""

import re
from dataclasses import replace

from lark import Token, Tree

from indexer.errors import QueryError
from indexer.query.checks import check_phrase, check_word
from indexer.query.dates import ImpossibleDate, read_days
from indexer.query.faults import nested_field
from indexer.query.fields import FIELD_OF, QueryField
from indexer.query.languages import language_code
from indexer.query.nearness import check_operand, read_link, read_slack
from indexer.query.nodes import (
    And,
    Dated,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Scope,
    Span,
    Within,
    Word,
)
from indexer.query.patterns import is_pattern, pattern
from indexer.query.quoting import quotable

# Where distances can be asked: fields that hold running text.
RUNNING = frozenset({Scope.ANYWHERE, Scope.TITLE, Scope.REMOVED})

Branch = Tree[Token]


class Builder:
    """Nodes of one query text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def build(self, tree: Branch, field: QueryField | None = None) -> Node:
        """The node of a branch; `field` is the one that it stands in. Raise QueryError."""
        match tree.data:
            case "every" | "either":
                nodes = tuple(self.build(_branch(child), field) for child in tree.children)
                span = (nodes[0].span[0], nodes[-1].span[1])
                return And(nodes, span) if tree.data == "every" else Or(nodes, span)
            case "without":
                node = self.build(_branch(tree.children[1]), field)
                return Not(node, (_span(tree.children[0])[0], node.span[1]))
            case "group":
                return self.build(_branch(tree.children[0]), field)
            case "field":
                return self._within(tree, field)
            case "near":
                return self._near(tree, field)
            case "loose":
                return self._loose(tree, field)
            case "phrase":
                return self._phrase(tree.children[0], field)
            case _:
                return self._word(tree.children[0], field)

    def _within(self, tree: Branch, outer: QueryField | None) -> Node:
        prefix = tree.children[0]
        if outer is not None:
            raise nested_field(self._text, _token(prefix))
        field = FIELD_OF[str(prefix).rstrip(":").lower()]
        node = self.build(_branch(tree.children[1]), field)
        span = (_span(prefix)[0], node.span[1])
        if field.scope is not None:
            return Within(field.scope, node, span)
        return replace(node, span=span) if isinstance(node, Dated) else node

    def _word(self, token: Branch | Token, field: QueryField | None) -> Node:
        typed, span = str(token), _span(token)
        if field is not None and field.scope is None:
            return self._dated(field, typed, span, span[0])
        check_word(self._text, typed, span[0])
        self._check_language(typed, span[0], field)
        if is_pattern(typed):
            node = pattern(self._text, typed, span[0])
            if isinstance(node, Near):
                self._check_running(field, typed, span[0])
            return node
        return Word(typed, span)

    def _near(self, tree: Branch, field: QueryField | None) -> Near:
        links = tree.children[1::2]
        self._check_running(field, str(links[0]), _span(links[0])[0])
        nodes = tuple(self.build(_branch(child), field) for child in tree.children[::2])
        for place, node in enumerate(nodes):
            check_operand(self._text, node, str(links[max(0, place - 1)]))
        read = tuple(read_link(self._text, str(link), _span(link)[0]) for link in links)
        return Near(nodes, read, (nodes[0].span[0], nodes[-1].span[1]))

    def _loose(self, tree: Branch, field: QueryField | None) -> Loose:
        quoted, slack = tree.children
        typed, span = str(quoted)[1:-1], (_span(quoted)[0], _span(slack)[1])
        self._check_running(field, str(slack), _span(slack)[0])
        check_phrase(self._text, typed, span[0] + 1)
        return Loose(typed, read_slack(self._text, str(slack), typed, _span(slack)[0]), span)

    def _check_running(self, field: QueryField | None, typed: str, start: int) -> None:
        if field is None or field.scope in RUNNING:
            return
        reason = f"{quotable(typed)} cannot be asked of {field.name}:, which holds no running text."
        raise QueryError(self._text, start, reason, "Leave it out there, or ask it of the text.")

    def _phrase(self, token: Branch | Token, field: QueryField | None) -> Node:
        typed, span = str(token)[1:-1], _span(token)
        if field is not None and field.scope is None:
            return self._dated(field, typed, span, span[0] + 1)
        check_phrase(self._text, typed, span[0] + 1)
        self._check_language(typed, span[0] + 1, field)
        return Phrase(typed, span)

    def _dated(self, field: QueryField, typed: str, span: Span, start: int) -> Dated:
        perhaps = typed.endswith("?")
        asked = typed.removesuffix("?").strip()
        try:
            days = read_days(field.name, asked)
        except ImpossibleDate as error:
            raise QueryError(self._text, start, error.reason, error.mend) from error
        shown = f"{field.name}:{asked}" + ("?" if perhaps else "")
        return Dated(days.earliest, days.latest, perhaps, shown, span)

    def _check_language(self, typed: str, start: int, field: QueryField | None) -> None:
        if field is None or field.scope is not Scope.LANGUAGE or language_code(typed):
            return
        reason = f"“{quotable(typed)}” is not a language that we know."
        mend = "Type its two-letter code or its name: lang:fr, lang:French."
        code = language_code(re.split("[-_]", typed)[0])
        if code:
            mend = f"Countries are not told apart; type lang:{code}."
        raise QueryError(self._text, start, reason, mend)


def _branch(child: Branch | Token) -> Branch:
    """A child that the grammar makes a branch, for the type checker's sake."""
    if not isinstance(child, Tree):
        raise TypeError(f"the grammar gave a token: {child!r}")
    return child


def _token(child: Branch | Token) -> Token:
    if not isinstance(child, Token):
        raise TypeError(f"the grammar gave a branch: {child!r}")
    return child


def _span(child: Branch | Token) -> Span:
    """Where a token stands in the query."""
    token = _token(child)
    start = token.start_pos or 0
    return start, start + len(token)
