"""The single words of a query: what each is looked for as, and where it was typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from indexer.analysis import Token, words
from indexer.query.nodes import And, AtLeast, Loose, Near, Node, Or, Phrase, Scope, Within, Word
from indexer.query.words import query_words


@dataclass(frozen=True, slots=True)
class Asked:
    """A word of a query.

    term:       folded
    start, end: where it stands in the query, in characters
    quoted:     whether it stands between quotation marks: looked for in this form only
    single:     whether two words in its place must stand in quotation marks of their own
    """

    term: str
    start: int
    end: int
    scope: Scope
    quoted: bool
    single: bool

    @property
    def node(self) -> Node:
        """What finds the pages that have it."""
        span = (self.start, self.end)
        word = Phrase(self.term, span) if self.quoted else Word(self.term, span)
        return word if self.scope is Scope.ANYWHERE else Within(self.scope, word, span)


def asked_words(node: Node | None, text: str) -> tuple[Asked, ...]:
    """Those that a page must have, in order; patterns, dates and what is left out have none.

    text: the query as typed
    """
    return tuple(_walk(node, text, Scope.ANYWHERE, chained=False))


def _walk(node: Node | None, text: str, scope: Scope, *, chained: bool) -> Iterator[Asked]:
    match node:
        case And(nodes) | Or(nodes) | AtLeast(nodes):
            for each in nodes:
                yield from _walk(each, text, scope, chained=chained)
        case Near(nodes):
            for each in nodes:
                yield from _walk(each, text, scope, chained=True)
        case Within(inner_scope, inner):
            yield from _walk(inner, text, inner_scope, chained=chained)
        case Word(_, (start, end)):
            single = chained or scope is not Scope.ANYWHERE
            for token in _looked_for(text[start:end]):
                yield _asked(token, start, scope, quoted=False, single=single)
        case Phrase(inside, (start, _)) | Loose(inside, _, (start, _)):
            for token in words(inside):
                yield _asked(token, start + 1, scope, quoted=True, single=False)


def _asked(token: Token, offset: int, scope: Scope, *, quoted: bool, single: bool) -> Asked:
    return Asked(token.term, offset + token.start, offset + token.end, scope, quoted, single)


def _looked_for(typed: str) -> list[Token]:
    """The words of an unquoted word, clitics left out."""
    every, wanted = words(typed), list(query_words(typed))
    for first in range(len(every) - len(wanted) + 1):
        row = every[first : first + len(wanted)]
        if [token.term for token in row] == wanted:
            return row
    return every


def side_by_side(asked: tuple[Asked, ...], text: str) -> Iterator[tuple[Asked, Asked]]:
    """Neighbours with nothing but spaces between them: they may be one word typed as two."""
    for first, second in pairwise(asked):
        alike = first.scope is second.scope and first.quoted == second.quoted
        if alike and not second.single and text[first.end : second.start].isspace():
            yield first, second
