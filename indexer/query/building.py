"""The grammar's tree to nodes, each word checked in its place."""

from dataclasses import replace

from lark import Token, Tree

from indexer.errors import QueryError
from indexer.query.checks import check_phrase, check_word
from indexer.query.dates import ImpossibleDate, read_days
from indexer.query.faults import nested_field
from indexer.query.fields import FIELD_OF, QueryField
from indexer.query.languages import language_code
from indexer.query.nodes import And, Dated, Node, Not, Or, Phrase, Scope, Span, Within, Word
from indexer.query.quoting import quotable

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
        return Word(typed, span)

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
