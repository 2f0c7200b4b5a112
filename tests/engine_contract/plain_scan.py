"""The oracle: an engine that reads every document for every search, straight from the contract."""

from collections.abc import Iterable

from archive.document import Document
from indexer import analysis, fields
from indexer.engine import MISSING, Facet, FacetValue, Found, Match, Search, Sort
from indexer.query.languages import language_code
from indexer.query.nodes import And, Dated, Node, Not, Or, Phrase, Scope, Within, Word
from indexer.query.words import query_words


class PlainScan:
    """Slow and plain. Matches have no scores, so relevance is the order of ids."""

    name = "plain-scan"

    def __init__(self) -> None:
        self._documents: dict[str, Document] = {}
        self._reached = 0

    def add(self, documents: Iterable[Document], reached: int) -> int:
        added = {document.id: document for document in documents}
        self._documents |= added
        self._reached = reached
        return len(added)

    def reached(self) -> int:
        return self._reached

    def close(self) -> None:
        pass

    def search(self, search: Search) -> Found:
        """Pages are not its business: it answers with the first `limit` matches."""
        found = [
            d for d in self._documents.values() if search.node is None or holds(search.node, d)
        ]
        matching = [d for d in found if is_selected(d, search)]
        matching.sort(key=lambda d: (*order(d, search.sort), d.id))
        everything = list(self._documents.values())
        facets = tuple(facet(name, found, everything, search) for name in search.facets)
        matches = tuple(Match(d.id, 0.0) for d in matching[: search.limit])
        return Found(len(matching), matches, facets, 0, None)


def holds(node: Node, document: Document, scope: Scope = Scope.ANYWHERE) -> bool:
    match node:
        case And(nodes):
            return all(holds(each, document, scope) for each in nodes)
        case Or(nodes):
            return any(holds(each, document, scope) for each in nodes)
        case Not(inner):
            return not holds(inner, document, scope)
        case Within(inner_scope, inner):
            return holds(inner, document, inner_scope)
        case Dated():
            return is_dated(node, document)
        case Word() | Phrase():
            return says(node, document, scope)


def says(node: Word | Phrase, document: Document, scope: Scope) -> bool:
    if scope is Scope.LANGUAGE:
        return document.language == language_code(node.text)
    if scope not in (Scope.ANYWHERE, Scope.TITLE, Scope.REMOVED):
        return is_named(node, document, scope)
    removed = "\n".join(line.text for line in document.removed)
    texts = {
        Scope.ANYWHERE: (document.title, document.text),
        Scope.TITLE: (document.title,),
        Scope.REMOVED: (removed,),
    }[scope]
    if isinstance(node, Phrase):
        wanted = [{term} for term in analysis.terms(node.text)]
        return any(stand_in_sequence(wanted, analysis.terms(text)) for text in texts)
    forms = [set(analysis.stems(term)) for term in query_words(node.text)]
    return any(stand_in_sequence(forms, stems_of(text, document.language)) for text in texts)


def stems_of(text: str, language: str) -> list[str]:
    return [analysis.stem(term, language) for term in analysis.terms(text)]


def stand_in_sequence(wanted: list[set[str]], said: list[str]) -> bool:
    if not wanted:
        return False
    return any(
        all(said[start + i] in choices for i, choices in enumerate(wanted))
        for start in range(len(said) - len(wanted) + 1)
    )


def is_named(node: Word | Phrase, document: Document, scope: Scope) -> bool:
    cities = [place for place in document.places if place.kind == "city"]
    named = {Scope.CITY: cities, Scope.PLACE: list(document.places)}.get(scope, [])
    if node.text.strip() in {str(place.geonames_id) for place in named}:
        return True
    names = {
        Scope.SOURCE: [document.source or ""],
        Scope.AUTHOR: list(document.authors),
    }.get(scope, [name for place in named for name in (place.name, place.label)])
    wanted = [{term} for term in analysis.terms(node.text)]
    return any(stand_in_sequence(wanted, analysis.terms(name)) for name in names)


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
    """Whether every facet but one has one of its selected values here."""
    chosen: dict[str, set[str]] = {}
    for selection in search.selections:
        chosen.setdefault(selection.field, set()).update(selection.values)
    for name, values in chosen.items():
        has = set(values_of(name, document)) or {MISSING}
        if name != without and values and not has & values:
            return False
    return True


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
    rows = [FacetValue(v, labels[v], count, v in selected) for v, count in counts.items()]
    if name in ("year", "year_mentioned"):
        rows.sort(key=lambda row: (-int(row.value) if row.value.isdecimal() else 0, row.value))
    else:
        rows.sort(key=lambda row: (-row.count, row.label, row.value))
    unselected = [row for row in rows if not row.selected]
    left_out = unselected[search.facet_size :]
    missing = sum(1 for document in within if not values_of(name, document))
    return Facet(
        field=name,
        values=tuple(row for row in rows if row not in left_out),
        other=sum(row.count for row in left_out),
        missing=missing,
        missing_selected=MISSING in selected,
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
