"""A query's meaning as a query of Tantivy, with the terms and phrases that its score rests on."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, product
from math import inf, prod

import tantivy
from tantivy import Occur

from indexer import analysis
from indexer.engines.matches.looking import (
    COLUMN_OF,
    PARTS_OF,
    TAKES_IDS,
    language_values,
    slots_of,
)
from indexer.engines.tantivy_engine.narrowing import dated, having
from indexer.engines.tantivy_engine.schema import SCHEMA, STEMS, token
from indexer.engines.tantivy_engine.scoring import ScoredTerm, idf, weight
from indexer.engines.tantivy_engine.snapshot import Snapshot
from indexer.engines.tantivy_engine.windows import window
from indexer.query.nodes import (
    And,
    AtLeast,
    Dated,
    Expanded,
    Link,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Scope,
    Unit,
    Within,
    Word,
)

Query = tantivy.Query

# A word of several parts ("co-operate") is a phrase in each way that its stems can follow each
# other; above so many ways it is looked for in the documents that hold the stems.
MOST_WAYS = 27

# The commonest of the words that a pattern stands for score; the others are found all the same.
MOST_SCORED = 32


@dataclass(frozen=True, slots=True)
class Asked:
    """A query of Tantivy.

    exact: False where it also finds documents that are not meant; never does it miss one
    most:  it finds no more documents than these
    """

    query: Query
    exact: bool = True
    most: float = inf


@dataclass(frozen=True, slots=True)
class Asker:
    """Walks a query once.

    rarities: how much each word and phrase tells, in order; those under Not are left out
    units:    what scores: each is a form of one of these
    """

    snapshot: Snapshot
    scope: Scope = Scope.ANYWHERE
    scored: bool = True
    rarities: list[float] = field(default_factory=list)
    units: list[ScoredTerm] = field(default_factory=list)

    def ask(self, node: Node) -> Asked:
        """What to ask of Tantivy."""
        match node:
            case And(nodes):
                return self._all(nodes)
            case Or(nodes):
                return any_of([self.ask(each) for each in nodes])
            case AtLeast(nodes, least):
                return any_of([self.ask(each) for each in nodes], least)
            case Not():
                return self._all((node,))
            case Within(scope, inner):
                return replace(self, scope=scope).ask(inner)
            case Dated():
                return Asked(unscored(dated(node)))
            case Word() | Phrase() | Expanded() if self.scope not in PARTS_OF:
                return Asked(unscored(self._naming(node)))
            case Word() | Phrase() | Expanded():
                return self._leaf(node)
            case Loose() | Near():
                return any_of([self._in_part(node, part) for part in PARTS_OF[self.scope]])
            case _:
                raise NotImplementedError(f"{node!r} must be expanded before it is searched for.")

    def _all(self, nodes: Sequence[Node]) -> Asked:
        wanted = [self.ask(each) for each in nodes if not isinstance(each, Not)]
        unmeant = replace(self, scored=False)
        unwanted = [unmeant.ask(each.node) for each in nodes if isinstance(each, Not)]
        clauses = [(Occur.Must, each.query) for each in wanted]
        clauses += [(Occur.MustNot, each.query) for each in unwanted if each.exact]
        if not wanted:
            clauses.append((Occur.Must, unscored(Query.all_query())))
        exact = all(each.exact for each in wanted + unwanted)
        return Asked(
            Query.boolean_query(clauses), exact, min((e.most for e in wanted), default=inf)
        )

    def _naming(self, node: Word | Phrase | Expanded) -> Query:
        name = COLUMN_OF[self.scope]
        column = self.snapshot.column(name)
        if isinstance(node, Expanded):
            return having(name, column.saying(node.terms))
        if self.scope is Scope.LANGUAGE:
            return having(name, language_values(node.text))
        terms = analysis.terms(node.text)
        values = column.naming(terms) if terms else ()
        if self.scope in TAKES_IDS:
            values = (*values, node.text.strip())
        return having(name, values)

    def _leaf(self, node: Word | Phrase | Expanded) -> Asked:
        kind, slots = tokens_of(node)
        if kind == "stems" and self.scope is Scope.ANYWHERE and len(slots) == 1:
            return self._terms([STEMS], slots[0])
        return self._slots([f"{part}_{kind}" for part in PARTS_OF[self.scope]], slots)

    def _slots(self, fields: Sequence[str], slots: Sequence[Sequence[str]]) -> Asked:
        if not slots:
            return NOTHING
        if len(slots) == 1:
            return self._terms(fields, slots[0])
        return self._sequence(fields, slots)

    def _terms(self, fields: Sequence[str], terms: Sequence[str]) -> Asked:
        """The documents that hold any of the terms in any of the fields."""
        doc_freq = self.snapshot.searcher.doc_freq
        most = sum(doc_freq(name, term) for name in fields for term in terms)
        if not self.scored:
            return Asked(any_term(fields, terms), most=most)
        leaf = len(self.rarities)
        self.rarities.append(self._rarity(fields, terms))
        scoring = [
            self._weighted(Query.term_query(SCHEMA, name, term), name, leaf, own)
            for term in terms[:MOST_SCORED]
            for name in fields
            if (own := self._own(name, term))
        ]
        clauses = [(Occur.Should, query) for query in scoring]
        if len(terms) > MOST_SCORED:
            clauses.append((Occur.Should, unscored(any_term(fields, terms[MOST_SCORED:]))))
        return Asked(Query.boolean_query(clauses), most=most)

    def _rarity(self, fields: Sequence[str], terms: Sequence[str]) -> float:
        """How much a word tells that stands wherever one of the terms does."""
        doc_freq, documents = self.snapshot.searcher.doc_freq, self.snapshot.documents
        holding = sum(max(doc_freq(name, term) for name in fields) for term in terms)
        return idf(documents, min(documents, holding))

    def _own(self, name: str, term: str) -> float:
        """The rarity that Tantivy gives a term; 0 for one that no document holds."""
        holding = self.snapshot.searcher.doc_freq(name, term)
        return idf(self.snapshot.documents, holding) if holding else 0.0

    def _weighted(self, query: Query, name: str, leaf: int, own: float) -> Query:
        """The query, scoring by the rarity of its leaf."""
        self.units.append(ScoredTerm(query, name, leaf, own))
        return Query.boost_query(query, self.rarities[leaf] * weight(name) / own)

    def _sequence(self, fields: Sequence[str], slots: Sequence[Sequence[str]]) -> Asked:
        """The documents that hold one of each slot's terms, one after the other in one field."""
        leaf = len(self.rarities)
        if self.scored:
            self.rarities.append(sum(self._rarity(fields, slot) for slot in slots))
        return any_of([self._sequence_in(name, slots, leaf) for name in fields])

    def _sequence_in(self, name: str, slots: Sequence[Sequence[str]], leaf: int) -> Asked:
        known = [[term for term in slot if self._own(name, term)] for slot in slots]
        if not all(known):
            return NOTHING
        most = min(self._holding(name, terms) for terms in known)
        if prod(map(len, known)) > MOST_WAYS:
            return Asked(all_of([any_term([name], each) for each in known]), False, most)
        clauses = []
        for way in product(*known):
            phrase = Query.phrase_query(SCHEMA, name, list(way))
            if self.scored:
                own = sum(self._own(name, term) for term in way)
                phrase = self._weighted(phrase, name, leaf, own)
            clauses.append((Occur.Should, phrase))
        return Asked(Query.boolean_query(clauses), most=most)

    def _holding(self, name: str, terms: Sequence[str]) -> int:
        """How many documents at most hold any of the terms in a field."""
        return sum(self.snapshot.searcher.doc_freq(name, term) for term in terms)

    def _in_part(self, node: Node, part: str) -> Asked:
        """The documents in one part of which things can stand near each other."""
        match node:
            case Loose(text, words):
                terms = [token(term) for term in analysis.terms(text)]
                return self._loosely(f"{part}_words", terms, words)
            case Near(nodes, links):
                things = [self._in_part(each, part) for each in nodes]
                pairs = zip(pairwise(nodes), links, strict=True)
                windows = [self._window(part, *pair, link) for pair, link in pairs]
                return self._narrowed(things, windows, exact=len(things) == 2)
            case Or(nodes):
                return any_of([self._in_part(each, part) for each in nodes])
            case Word() | Phrase() | Expanded():
                kind, slots = tokens_of(node)
                return self._slots([f"{part}_{kind}"], slots)
            case _:
                raise NotImplementedError(f"{node!r} cannot stand in a chain.")

    def _loosely(self, name: str, terms: Sequence[str], words: int) -> Asked:
        """The documents in which each two terms can stand in one stretch of all of them."""
        if not terms:
            return NOTHING
        different = sorted(set(terms))
        link = Link(Unit.WORDS, len(terms) + words - 2)
        windows = [window(name, [one], [other], link) for one, other in pairwise(different)]
        things = [self._terms([name], [term]) for term in different]
        return self._narrowed(things, windows, exact=len(terms) == len(different) == 2)

    def _window(self, part: str, one: Node, other: Node, link: Link) -> Query | None:
        """The documents in which two words hold a link; None where Tantivy cannot tell."""
        kinds, terms = [], []
        for node in (one, other):
            if not isinstance(node, Word | Phrase | Expanded):
                return None
            kind, slots = tokens_of(node)
            if len(slots) != 1:
                return None
            kinds.append(kind)
            name = f"{part}_{kind}"
            terms.append([term for term in slots[0] if self._own(name, term)])
        if kinds[0] != kinds[1] or link.unit is not Unit.WORDS:
            return None
        return window(name, terms[0], terms[1], link)

    def _narrowed(
        self, things: Sequence[Asked], windows: Sequence[Query | None], *, exact: bool
    ) -> Asked:
        """The documents that hold all things, two by two in their windows as far as these tell."""
        told = [unscored(each) for each in windows if each is not None]
        exact = exact and len(told) == len(windows)
        query = all_of([*(thing.query for thing in things), *told])
        return Asked(query, exact, min(thing.most for thing in things))


NOTHING = Asked(Query.empty_query(), most=0)


def tokens_of(node: Word | Phrase | Expanded) -> tuple[str, list[list[str]]]:
    """Which kind of terms to look for, and for each word in sequence which of them will do."""
    if isinstance(node, Expanded):
        return "words", [[token(term) for term in node.terms]] if node.terms else []
    kind, slots = slots_of(node)
    return kind, [sorted(map(token, slot)) for slot in slots]


def unscored(query: Query) -> Query:
    """The query without a score."""
    return Query.const_score_query(query, 0.0)


def any_of(parts: Sequence[Asked], least: int = 1) -> Asked:
    """What at least so many of these find."""
    should = [(Occur.Should, part.query) for part in parts]
    # Where one is enough, Tantivy can leave out what cannot be among the best.
    query = Query.boolean_query(should, minimum_number_should_match=least if least > 1 else None)
    exact, most = all(part.exact for part in parts), sum(part.most for part in parts)
    return Asked(query, exact, most)


def all_of(queries: Sequence[Query]) -> Query:
    """What all of these find."""
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def any_term(fields: Sequence[str], terms: Sequence[str]) -> Query:
    """The documents that hold any of these terms in any of the fields."""
    sets = [Query.term_set_query(SCHEMA, name, list(terms)) for name in fields]
    return Query.boolean_query([(Occur.Should, each) for each in sets])
