"""Tokens to a tree by the grammar, and limits and faults told on the way."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from lark import Lark, Token, Tree, UnexpectedToken

from indexer.errors import QueryError
from indexer.query.building import Builder
from indexer.query.faults import fault_at, unclosed_quote
from indexer.query.fields import FIELDS
from indexer.query.limits import MOST_CLAUSES, MOST_DEPTH
from indexer.query.neighbours import check_neighbours
from indexer.query.nodes import Node

# What a word of an operator ends at, in a set of a regular expression: spaces, parentheses,
# quotation marks, and marks that nobody sees.
EDGES = r"""\s()"＂“”„‟«»‹›「」『』\ufeff\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069"""

CLAUSES = {"WORD", "QUOTED"}


@cache
def grammar() -> Lark:
    """The compiled grammar: once a process, and safe to share between threads."""
    names = "|".join(field.name for field in FIELDS)
    rules = files("indexer.query").joinpath("grammar.lark").read_text("utf-8")
    rules = rules.replace("%FIELDS%", names).replace("%EDGES%", EDGES)
    return Lark(rules, parser="lalr", lexer="basic")


def read(text: str) -> Node | None:
    """What a query of at most `MOST_CHARACTERS` means; raise QueryError."""
    tokens = list(_tokens(text))
    if not tokens:
        return None
    _check_size(text, tokens)
    check_neighbours(text, tokens)
    tree = _tree(text, tokens)
    return Builder(text).build(tree)


def _tokens(text: str) -> Iterator[Token]:
    """The tokens by the parser's own lexer; Lark.lex makes another one for each text."""
    reading = grammar().parse_interactive(text)
    read: Iterator[Token] = reading.lexer_thread.lex(reading.parser_state)  # type: ignore[no-untyped-call]
    return read


def _check_size(text: str, tokens: list[Token]) -> None:
    """Raise QueryError for an open quote, and for too many clauses or parentheses."""
    clauses = depth = 0
    for token in tokens:
        if token.type == "UNCLOSED":
            raise unclosed_quote(text, token)
        clauses += token.type in CLAUSES
        depth += (token.type == "_OPEN") - (token.type == "_CLOSE")
        if clauses > MOST_CLAUSES:
            reason = f"The query has more than {MOST_CLAUSES} words, phrases and dates."
            raise QueryError(text, _at(token), reason, "Ask in several queries.")
        if depth > MOST_DEPTH:
            reason = f"More than {MOST_DEPTH} parentheses stand inside each other."
            raise QueryError(text, _at(token), reason, "Leave out those that are not needed.")


def _tree(text: str, tokens: list[Token]) -> Tree[Token]:
    parser = grammar().parse_interactive()
    place = 0
    try:
        for place, token in enumerate(tokens):  # noqa: B007
            parser.feed_token(token)
        place = len(tokens)
        end = Token.new_borrow_pos("$END", "", tokens[-1])
        tree: Tree[Token] = parser.feed_token(end)
    except UnexpectedToken as error:
        raise fault_at(text, tokens, place) from error
    return tree


def _at(token: Token) -> int:
    return token.start_pos or 0
