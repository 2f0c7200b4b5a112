"""What a person calls a place, brought together with the places that an archive's pages name.

`city:"London, Ont."` asks for London in Ontario although no page's place is labelled so; a name
that no page's place has gets a note with the nearest one, so that a zero is never silent.
"""

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from archive.document import Place, PlaceKind
from indexer.analysis import fold
from indexer.engine import Search, SearchEngine
from indexer.query.nodes import And, Node, Not, Or, Phrase, Scope, Within, Word

KINDS: dict[Scope, tuple[PlaceKind, ...]] = {
    Scope.CITY: ("city",),
    Scope.PLACE: ("city", "region", "country"),
}
WORDS = {Scope.CITY: "city", Scope.PLACE: "place"}

# More values than any facet has.
ALL_VALUES = 10_000_000
# Below this likeness (difflib's ratio) a suggestion is more puzzling than none.
LIKE_ENOUGH = 0.7


def with_ids(node: Node) -> Node:
    """The query, each name of a place also meaning the place that GeoNames knows by it."""
    match node:
        case And(nodes) | Or(nodes):
            return replace(node, nodes=tuple(map(with_ids, nodes)))
        case Not(inner):
            return replace(node, node=with_ids(inner))
        case Within(scope, inner) if scope in KINDS:
            return replace(node, node=_named(inner, KINDS[scope]))
        case _:
            return node


def _named(node: Node, kinds: tuple[PlaceKind, ...]) -> Node:
    match node:
        case And(nodes) | Or(nodes):
            return replace(node, nodes=tuple(_named(each, kinds) for each in nodes))
        case Not(inner):
            return replace(node, node=_named(inner, kinds))
        case Word(text) | Phrase(text):
            place = place_called(text, kinds)
            if place is None:
                return node
            return Or((node, Phrase(str(place.geonames_id), node.span)), node.span)
        case _:
            return node


def place_called(text: str, kinds: tuple[PlaceKind, ...]) -> Place | None:
    """The place that GeoNames knows by a name, or None; None too before the gazetteer is made."""
    from indexer.metadata.places import is_built, named

    return named(text, kinds) if is_built() else None


def notes(node: Node | None, engine: SearchEngine) -> tuple[str, ...]:
    """For each name of a place in a query that no page's place has: that, and the nearest name.

    Raise EngineUnavailable.
    """
    return tuple(
        note(WORDS[asked.scope], text, nearest(text, KINDS[asked.scope], engine))
        for asked in _asked(node)
        for text in _texts(asked.node)
        if not engine.search(Search(node=with_ids(replace(asked, node=_word(text))), limit=0)).total
    )


def note(field: str, typed: str, like: str | None) -> str:
    """What a person reads about a name that no page has."""
    suggestion = f" Did you mean {like}?" if like else ""
    return f'No page names a {field} called "{typed}".{suggestion}'


def nearest(typed: str, kinds: tuple[PlaceKind, ...], engine: SearchEngine) -> str | None:
    """The label of the archive's place that is written most like this, or None."""
    everything = Search(facets=kinds, facet_size=ALL_VALUES, limit=0)
    labels: dict[str, str] = {}
    for facet in engine.search(everything).facets:
        for row in facet.values:
            labels.setdefault(fold(row.label.partition(",")[0]), row.label)
            labels.setdefault(fold(row.label), row.label)
    close = get_close_matches(fold(typed), labels, n=1, cutoff=LIKE_ENOUGH)
    return labels[close[0]] if close else None


def _word(text: str) -> Phrase:
    return Phrase(text, (0, 0))


def _asked(node: Node | None) -> Iterator[Within]:
    """The parts of a query that ask for a place; what is left out (NOT) misses nothing."""
    match node:
        case And(nodes) | Or(nodes):
            for each in nodes:
                yield from _asked(each)
        case Within(scope) if scope in KINDS:
            yield node


def _texts(node: Node) -> Iterator[str]:
    match node:
        case And(nodes) | Or(nodes):
            for each in nodes:
                yield from _texts(each)
        case Word(text) | Phrase(text):
            yield text
