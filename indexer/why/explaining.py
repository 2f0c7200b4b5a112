"""The account of a query and a document: the query's tree, each clause with its finding."""

import re

from archive.document import Document
from indexer import query
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
from indexer.query.wording import ENGLISH, Wording
from indexer.why import absent, dates, distances, names
from indexer.why.account import Account, Clause, Kind, Reason
from indexer.why.lists import listed
from indexer.why.own_words import expand_for
from indexer.why.texts import Texts
from indexer.why.wording import Because

NAMES = frozenset({Scope.SOURCE, Scope.AUTHOR, Scope.CITY, Scope.PLACE, Scope.LANGUAGE})

# Brackets right beside a group.
CLOSING = re.compile(r"\s*\)")
OPENING = re.compile(r"\(\s*$")


def explain(document: Document, text: str, wording: Wording = ENGLISH) -> Account:
    """Why a query, as it was typed, finds a document or not. Raise QueryError."""
    return account_of(document, text, query.parse(text), wording)


def account_of(
    document: Document, text: str, node: Node | None, wording: Wording = ENGLISH
) -> Account:
    """The same for what the query means, where that is not all that was typed.

    wording: the language in which it is told what was understood
    """
    expanded = expand_for(node, text, document)
    clause = None if expanded is None else _Explainer(document, text).clause(expanded)
    return Account(
        id=document.id,
        title=document.title,
        query=text,
        understood=query.echo(node, wording),
        holds=clause is None or clause.holds,
        clause=clause,
    )


class _Explainer:
    def __init__(self, document: Document, text: str) -> None:
        self._document, self._text = document, text
        self._texts = Texts(document)

    def clause(self, node: Node, scope: Scope = Scope.ANYWHERE, typed: str = "") -> Clause:
        """A clause of the query that looks for its words in a scope.

        typed: what to show instead of the node's own words
        """
        match node:
            case Within(inner, child):
                return self.clause(child, inner, typed or self._typed(node))
            case And(nodes) | Or(nodes) | AtLeast(nodes):
                return self._group(node, nodes, scope, typed)
            case Not(child):
                inside = self.clause(child, scope)
                because = Because.LEFT_OUT if inside.holds else Because.NOT_THERE_AS_ASKED
                shown = typed or self._typed(node)
                holds = not inside.holds
                return Clause(Kind.NOT, shown, scope, holds, (), (Reason(because),), (inside,))
            case Dated():
                return Clause(
                    Kind.DATE,
                    typed or self._typed(node),
                    scope,
                    dates.is_dated(node, self._document),
                    reasons=dates.reasons(node, self._document),
                )
            case _ if scope in NAMES:
                return self._named(node, scope, typed or self._typed(node))
            case _:
                return self._leaf(node, scope, typed or self._typed(node))

    def _group(
        self, node: And | Or | AtLeast, nodes: tuple[Node, ...], scope: Scope, typed: str
    ) -> Clause:
        clauses = tuple(self.clause(child, scope) for child in nodes)
        holding = sum(clause.holds for clause in clauses)
        match node:
            case And():
                kind, least = Kind.ALL, len(nodes)
            case Or():
                kind, least = Kind.ANY, 1
            case AtLeast():
                kind, least = Kind.AT_LEAST, node.least
        told = Reason(Because.SOME_HOLD, (("count", str(holding)), ("all", str(len(nodes)))))
        return Clause(
            kind=kind,
            typed=typed or self._typed(node),
            scope=scope,
            holds=holding >= least,
            reasons=(told,),
            clauses=clauses,
        )

    def _named(self, node: Node, scope: Scope, typed: str) -> Clause:
        holds = names.is_named(node, self._document, scope)
        reasons = [names.has(self._document, scope)]
        instead = (
            () if holds or scope is Scope.LANGUAGE else self._texts.standings(node, Scope.ANYWHERE)
        )
        if instead:
            reasons.append(Reason(Because.IN_TEXT_INSTEAD, (), instead))
        return Clause(_kind(node), typed, scope, holds, (), tuple(reasons))

    def _leaf(self, node: Node, scope: Scope, typed: str) -> Clause:
        standings = self._texts.standings(node, scope)
        reasons: tuple[Reason, ...] = ()
        if not standings:
            reasons = absent.reasons(self._texts, node, scope)
        elif isinstance(node, Expanded):
            reasons = (Reason(Because.WORDS_THAT_FIT, (("found", listed(node.terms)),)),)
        things = (
            tuple(self.clause(child, scope) for child in node.nodes)
            if isinstance(node, Near)
            else ()
        )
        if isinstance(node, Near) and not standings:
            reasons += distances.reasons(self._texts, node, scope, things)
        return Clause(_kind(node), typed, scope, bool(standings), standings, reasons, things)

    def _typed(self, node: Node) -> str:
        """What a node was typed as, with the brackets around it that are its own."""
        start, end = node.span
        text = self._text
        more = text.count("(", start, end) - text.count(")", start, end)
        while more > 0 and (bracket := CLOSING.match(text, end)):
            end, more = bracket.end(), more - 1
        while more < 0 and (bracket := OPENING.search(text, 0, start)):
            start, more = bracket.start(), more + 1
        return text[start:end] if start < end and not more else query.unparse(node)


def _kind(node: Node) -> Kind:
    match node:
        case Expanded(asked):
            return _kind(asked)
        case Word():
            return Kind.WORD
        case Phrase():
            return Kind.PHRASE
        case Loose():
            return Kind.LOOSE
        case Near():
            return Kind.NEAR
        case Wildcard():
            return Kind.WILDCARD
        case Fuzzy():
            return Kind.FUZZY
        case _:
            raise TypeError(f"{node!r} is a group")
