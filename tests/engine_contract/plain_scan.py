"""The oracle: an engine that reads every document for every search, straight from the contract."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from archive.document import Document, Place
from indexer import analysis, fields
from indexer.deadline import COUNTING, Deadline
from indexer.engine import (
    MISSING,
    Facet,
    FacetValue,
    Found,
    Histogram,
    Match,
    Period,
    Search,
    Selection,
    Sort,
)
from indexer.indexed_part import indexed_parts
from indexer.query.expanding import Known
from indexer.query.languages import language_code
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
from tests.engine_contract.plain_near import Part, sequences


class PlainScan:
    """Slow and plain. Matches have no scores, so relevance is the order of ids."""

    name = "plain-scan"

    def __init__(self) -> None:
        self._documents: dict[str, Document] = {}
        self._reached = 0

    def add(self, documents: Iterable[Document], reached: int, gone: Collection[str] = ()) -> int:
        added = {document.id: document for document in documents}
        for id in gone:
            self._documents.pop(id, None)
        self._documents |= added
        self._reached = reached
        return len(added)

    def reached(self) -> int:
        return self._reached

    def close(self) -> None:
        pass

    def check(self) -> None:
        pass

    def vocabulary(self, scope: Scope, prefix: str) -> Iterable[Known]:
        found: dict[str, int] = {}
        for document in self._documents.values():
            texts = texts_of(document, scope) or names_of(document, scope)
            for term in {term for text in texts for term in analysis.terms(text)}:
                if term.startswith(prefix):
                    found[term] = found.get(term, 0) + 1
        return [Known(*item) for item in found.items()]

    def frequencies(self, scope: Scope, terms: Iterable[str]) -> Mapping[str, int]:
        known = dict(self.vocabulary(scope, ""))
        return {term: known.get(term, 0) for term in terms}

    def search(self, search: Search) -> Found:
        """Pages are not its business: it answers with the first `limit` matches."""
        Deadline(search.deadline).check(COUNTING)
        found = [
            d for d in self._documents.values() if search.node is None or holds(search.node, d)
        ]
        matching = [d for d in found if is_selected(d, search)]
        matching.sort(key=lambda d: (*order(d, search.sort), d.id))
        everything = list(self._documents.values())
        facets = tuple(facet(name, found, everything, search) for name in search.facets)
        dated = None
        if search.histogram:
            in_any_year = [d for d in found if is_selected(d, search, without="year")]
            dated = histogram(matching, in_any_year)
        total = len(matching)
        if not search.fold:
            matches = tuple(Match(d.id, 0.0) for d in matching[: search.limit])
            return Found(total, matches, facets, 0, None, None, dated)
        groups = folded(matching)
        return Found(total, groups[: search.limit], facets, 0, None, len(groups), dated)


def folded(matching: list[Document]) -> tuple[Match, ...]:
    """The first of each group, with the others in order."""
    groups: dict[str, list[str]] = {}
    for document in matching:
        groups.setdefault(document.group or f"alone {document.id}", []).append(document.id)
    return tuple(Match(first, 0.0, tuple(others)) for first, *others in groups.values())


def histogram(matching: list[Document], in_any_year: list[Document]) -> Histogram:
    periods = [period(document, len("2017-03")) for document in matching]
    years = [period(document, len("2017")) for document in in_any_year]
    return Histogram(
        tuple(Period(name, years.count(name)) for name in sorted(set(years) - {"", "wider"})),
        tuple(Period(name, periods.count(name)) for name in sorted(set(periods) - {"", "wider"})),
        periods.count("wider"),
        periods.count(""),
    )


def period(document: Document, characters: int) -> str:
    """The one year or month that the whole range lies in, "wider", or "" where there is no date."""
    date = fields.dated(document)
    if date is None:
        return ""
    first, last = (
        day.isoformat()[:characters] if day else None for day in (date.earliest, date.latest)
    )
    return first if first is not None and first == last else "wider"


def holds(node: Node, document: Document, scope: Scope = Scope.ANYWHERE) -> bool:
    match node:
        case And(nodes):
            return all(holds(each, document, scope) for each in nodes)
        case Or(nodes):
            return any(holds(each, document, scope) for each in nodes)
        case AtLeast(nodes, least):
            return sum(holds(each, document, scope) for each in nodes) >= least
        case Not(inner):
            return not holds(inner, document, scope)
        case Within(inner_scope, inner):
            return holds(inner, document, inner_scope)
        case Dated():
            return is_dated(node, document)
        case _:
            return says(node, document, scope)


def says(node: Node, document: Document, scope: Scope) -> bool:
    if scope is Scope.LANGUAGE and isinstance(node, Word | Phrase):
        code = language_code(node.text)
        spoken = {value for value, _ in fields.languages(document)}
        return code in spoken or (code == "und" and not spoken)
    if scope not in TEXTS and isinstance(node, Word | Phrase | Expanded):
        return is_named(node, document, scope)
    return any(
        stands_in(node, text, document.language, scope, number)
        for number, text in enumerate(texts_of(document, scope))
    )


def stands_in(node: Node, text: str, language: str, scope: Scope, number: int) -> bool:
    if isinstance(node, Near | Loose):
        is_title = number == 0 and scope is not Scope.REMOVED
        return Part(text, language, whole=is_title).holds(node)
    return bool(Part(text, language).stands(node))


TEXTS = (Scope.ANYWHERE, Scope.TITLE, Scope.REMOVED)


def texts_of(document: Document, scope: Scope) -> tuple[str, ...]:
    removed = "\n".join(line.text for line in document.removed)
    text, removed = indexed_parts((document.text, removed))
    texts = {
        Scope.ANYWHERE: (document.title, text),
        Scope.TITLE: (document.title,),
        Scope.REMOVED: (removed,),
    }
    return texts.get(scope, ())


def is_named(node: Word | Phrase | Expanded, document: Document, scope: Scope) -> bool:
    names = names_of(document, scope)
    if isinstance(node, Expanded):
        return any(set(node.terms) & set(analysis.terms(name)) for name in names)
    if node.text.strip() in {str(place.geonames_id) for place in places_of(document, scope)}:
        return True
    wanted = [{term} for term in analysis.terms(node.text)]
    return any(sequences(wanted, analysis.terms(name)) for name in names)


def names_of(document: Document, scope: Scope) -> list[str]:
    if scope is Scope.SOURCE:
        return [document.source or ""]
    if scope is Scope.AUTHOR:
        return list(document.authors)
    return [name for place in places_of(document, scope) for name in (place.name, place.label)]


def places_of(document: Document, scope: Scope) -> list[Place]:
    cities = [place for place in document.places if place.kind == "city"]
    return {Scope.CITY: cities, Scope.PLACE: list(document.places)}.get(scope, [])


def is_dated(node: Dated, document: Document) -> bool:
    date = fields.dated(document)
    if date is None:
        return False
    if node.perhaps:
        not_over = node.earliest is None or date.latest is None or date.latest >= node.earliest
        begun = node.latest is None or date.earliest is None or date.earliest <= node.latest
        return not_over and begun
    begins = node.earliest is None or (date.earliest is not None and date.earliest >= node.earliest)
    ends = node.latest is None or (date.latest is not None and date.latest <= node.latest)
    return begins and ends


def values_of(name: str, document: Document) -> dict[str, str]:
    return dict(fields.BY_NAME[name].values(document))


def is_selected(document: Document, search: Search, without: str = "") -> bool:
    """Whether every facet but one has one of its selected values here, and no excluded one."""
    chosen: dict[str, set[str]] = {}
    for selection in search.selections:
        chosen.setdefault(selection.field, set()).update(selection.values)
        if has(selection.field, document) & selection.without:
            return False
    return all(
        has(name, document) & values
        for name, values in chosen.items()
        if name != without and values
    )


def has(name: str, document: Document) -> set[str]:
    return set(values_of(name, document)) or {MISSING}


def alone(search: Search, name: str, value: str) -> Search:
    """The search with one value of a facet selected, and excluded no longer."""
    without = {v for s in search.selections if s.field == name for v in s.without} - {value}
    others = tuple(s for s in search.selections if s.field != name)
    chosen = Selection(name, frozenset({value}), frozenset(without))
    return replace(search, selections=(*others, chosen))


def facet(name: str, found: list[Document], everything: list[Document], search: Search) -> Facet:
    within = [document for document in found if is_selected(document, search, without=name)]
    selected = {v for s in search.selections if s.field == name for v in s.values}
    labels = {value: value for value in selected - {MISSING}}
    counts = dict.fromkeys(labels, 0)
    for document in everything:
        labels |= values_of(name, document)
    for document in within:
        for value in values_of(name, document):
            counts[value] = counts.get(value, 0) + 1
    excluded = {v for s in search.selections if s.field == name for v in s.without}
    back = {
        value: sum(is_selected(document, alone(search, name, value)) for document in found)
        for value in excluded
    }
    labels = {value: value for value in excluded} | labels
    counts |= {value: count for value, count in back.items() if value != MISSING}
    rows = [
        FacetValue(v, labels[v], count, v in selected, v in excluded) for v, count in counts.items()
    ]
    if name in ("year", "year_mentioned"):
        rows.sort(key=lambda row: (-int(row.value) if row.value.isdecimal() else 0, row.value))
    else:
        rows.sort(key=lambda row: (-row.count, row.label, row.value))
    unselected = [row for row in rows if not row.selected and not row.excluded]
    left_out = unselected[search.facet_size :]
    missing = sum(1 for document in within if not values_of(name, document))
    return Facet(
        field=name,
        values=tuple(row for row in rows if row not in left_out),
        other=sum(row.count for row in left_out),
        missing=back.get(MISSING, missing),
        missing_selected=MISSING in selected,
        missing_excluded=MISSING in excluded,
    )


def order(document: Document, sort: Sort) -> tuple[float, ...]:
    if sort is Sort.RELEVANCE:
        return ()
    date = fields.dated(document)
    if date is None:
        return (1.0,)
    earliest = date.earliest.toordinal() if date.earliest else float("-inf")
    latest = date.latest.toordinal() if date.latest else float("inf")
    return (0.0, -earliest, -latest) if sort is Sort.NEWEST else (0.0, earliest, latest)
