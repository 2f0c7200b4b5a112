"""A query's meaning as a query of Tantivy, with the terms and phrases that its score rests on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from math import prod

import tantivy
from tantivy import Occur

from indexer import analysis
from indexer.engine import MISSING
from indexer.engines.tantivy_engine.schema import NO_VALUE, SCHEMA, STEMS, token
from indexer.engines.tantivy_engine.scoring import Unit, idf, weight
from indexer.engines.tantivy_engine.snapshot import Snapshot
from indexer.engines.whoosh_engine.leaves import slots_of
from indexer.engines.whoosh_engine.resolve import (
    COLUMN_OF,
    PARTS_OF,
    TAKES_IDS,
    language_values,
)
from indexer.query.nodes import (
    And,
    AtLeast,
    Dated,
    Expanded,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Scope,
    Within,
    Word,
)

Query = tantivy.Query

# A word of several parts ("co-operate") is a phrase in each way that its stems can follow each
# other; above so many ways it is looked for in the documents that hold the stems.
MOST_WAYS = 27

# The commonest of the words that a pattern stands for score; the others are found all the same.
MOST_SCORED = 32

ANY_DAY = (-(2**62), 2**62)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query of Tantivy.

    exact: False where it also finds documents that are not meant; never does it miss one
    """

    query: Query
    exact: bool = True


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
    units: list[Unit] = field(default_factory=list)

    def ask(self, node: Node) -> Asked:
        """What to ask of Tantivy."""
        match node:
            case And(nodes):
                return self._all(nodes)
            case Or(nodes):
                return any_of([self.ask(each) for each in nodes])
            case AtLeast(nodes, least):
                parts = [self.ask(each) for each in nodes]
                should = [(Occur.Should, part.query) for part in parts]
                exact = all(part.exact for part in parts)
                return Asked(Query.boolean_query(should, minimum_number_should_match=least), exact)
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
                return Asked(self._together(node), exact=False)
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
        return Asked(Query.boolean_query(clauses), all(each.exact for each in wanted + unwanted))

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
            return Asked(self._terms([STEMS], slots[0]))
        return self._slots([f"{part}_{kind}" for part in PARTS_OF[self.scope]], slots)

    def _slots(self, fields: Sequence[str], slots: Sequence[Sequence[str]]) -> Asked:
        if not slots:
            return Asked(Query.empty_query())
        if len(slots) == 1:
            return Asked(self._terms(fields, slots[0]))
        return self._sequence(fields, slots)

    def _terms(self, fields: Sequence[str], terms: Sequence[str]) -> Query:
        """The documents that hold any of the terms in any of the fields."""
        if not self.scored:
            return any_term(fields, terms)
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
        return Query.boolean_query(clauses)

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
        self.units.append(Unit(query, name, leaf, own))
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
            return Asked(Query.empty_query())
        if prod(map(len, known)) > MOST_WAYS:
            return Asked(all_of([any_term([name], each) for each in known]), exact=False)
        clauses = []
        for way in product(*known):
            phrase = Query.phrase_query(SCHEMA, name, list(way))
            if self.scored:
                own = sum(self._own(name, term) for term in way)
                phrase = self._weighted(phrase, name, leaf, own)
            clauses.append((Occur.Should, phrase))
        return Asked(Query.boolean_query(clauses))

    def _together(self, node: Loose | Near) -> Query:
        """The documents that hold in one part all that must stand near each other."""
        return any_of([self._in_part(node, part) for part in PARTS_OF[self.scope]]).query

    def _in_part(self, node: Node, part: str) -> Asked:
        match node:
            case Loose(text):
                terms = sorted({token(term) for term in analysis.terms(text)})
                found = [self._terms([f"{part}_words"], [term]) for term in terms]
                return Asked(all_of(found) if found else Query.empty_query())
            case Near(nodes):
                return Asked(all_of([self._in_part(each, part).query for each in nodes]))
            case Or(nodes):
                return any_of([self._in_part(each, part) for each in nodes])
            case Word() | Phrase() | Expanded():
                kind, slots = tokens_of(node)
                return self._slots([f"{part}_{kind}"], slots)
            case _:
                raise NotImplementedError(f"{node!r} cannot stand in a chain.")


def tokens_of(node: Word | Phrase | Expanded) -> tuple[str, list[list[str]]]:
    """Which kind of terms to look for, and for each word in sequence which of them will do."""
    if isinstance(node, Expanded):
        return "words", [[token(term) for term in node.terms]] if node.terms else []
    kind, slots = slots_of(node)
    return kind, [sorted(map(token, slot)) for slot in slots]


def unscored(query: Query) -> Query:
    """The query without a score."""
    return Query.const_score_query(query, 0.0)


def any_of(parts: Sequence[Asked]) -> Asked:
    """What any of these finds."""
    query = Query.boolean_query([(Occur.Should, part.query) for part in parts])
    return Asked(query, all(part.exact for part in parts))


def all_of(queries: Sequence[Query]) -> Query:
    """What all of these find."""
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def any_term(fields: Sequence[str], terms: Sequence[str]) -> Query:
    """The documents that hold any of these terms in any of the fields."""
    sets = [Query.term_set_query(SCHEMA, name, list(terms)) for name in fields]
    return Query.boolean_query([(Occur.Should, each) for each in sets])


def having(name: str, values: Iterable[str]) -> Query:
    """The documents that have any of these values of a facet (MISSING: those that have none)."""
    tokens = [token(value) for value in values if value != MISSING]
    found = [Query.term_set_query(SCHEMA, name, tokens)] if tokens else []
    if len(tokens) < len(set(values)):
        found.append(Query.term_query(SCHEMA, NO_VALUE, name))
    return Query.boolean_query([(Occur.Should, each) for each in found])


def dated(node: Dated) -> Query:
    """The documents that were published then, or perhaps then."""
    earliest, latest = ("latest", "earliest") if node.perhaps else ("earliest", "latest")
    clauses = [from_to("earliest", 0, None)]  # UNDATED is below
    if node.earliest is not None:
        clauses.append(from_to(earliest, node.earliest.toordinal(), None))
    if node.latest is not None:
        clauses.append(from_to(latest, None, node.latest.toordinal()))
    return all_of(clauses)


def from_to(name: str, lower: int | None, upper: int | None) -> Query:
    """The documents whose number lies between two, both included."""
    return Query.range_query(SCHEMA, name, tantivy.FieldType.Integer, lower, upper)
