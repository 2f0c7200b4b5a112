"""Short ways to write nodes, and random ones."""

import random
from datetime import date

from indexer.engine import Found, Search, SearchEngine
from indexer.query.nodes import And, Dated, Node, Not, Or, Phrase, Scope, Within, Word
from tests.engine_contract.documents import AUTHORS, ENGLISH, FRENCH

SPAN = (0, 0)


def word(text: str) -> Word:
    return Word(text, SPAN)


def phrase(text: str) -> Phrase:
    return Phrase(text, SPAN)


def all_of(*nodes: Node) -> And:
    return And(nodes, SPAN)


def any_of(*nodes: Node) -> Or:
    return Or(nodes, SPAN)


def but_not(node: Node) -> Not:
    return Not(node, SPAN)


def within(scope: Scope, node: Node) -> Within:
    return Within(scope, node, SPAN)


def dated(earliest: str | None, latest: str | None, *, perhaps: bool = False) -> Dated:
    first = date.fromisoformat(earliest) if earliest else None
    last = date.fromisoformat(latest) if latest else None
    return Dated(first, last, perhaps, "date", SPAN)


def ids(engine: SearchEngine, node: Node | None) -> set[str]:
    return {match.id for match in ask(engine, node).matches}


def ask(engine: SearchEngine, node: Node | None = None, **options: object) -> Found:
    return engine.search(Search(node, **{"limit": 1000} | options))  # type: ignore[arg-type]


def random_node(chance: random.Random, depth: int = 3) -> Node:
    if depth == 0 or chance.random() < 0.35:
        return random_leaf(chance)
    parts = [random_node(chance, depth - 1) for _ in range(chance.randint(2, 3))]
    match chance.randrange(4):
        case 0:
            return all_of(*parts)
        case 1:
            return any_of(*parts)
        case 2:
            return but_not(parts[0])
        case _:
            return within(chance.choice((Scope.TITLE, Scope.REMOVED)), parts[0])


def random_leaf(chance: random.Random) -> Node:
    known = ENGLISH + FRENCH
    match chance.randrange(8):
        case 0 | 1 | 2:
            return word(chance.choice(known))
        case 3:
            return word("-".join(chance.choices(known, k=2)))
        case 4 | 5:
            return phrase(" ".join(chance.choices(known, k=chance.randint(1, 3))))
        case 6:
            return random_dates(chance)
        case _:
            return random_name(chance)


def random_dates(chance: random.Random) -> Dated:
    days = sorted(date(2015, 1, 1).toordinal() + chance.randint(0, 1200) for _ in range(2))
    first, last = (chance.choice((None, date.fromordinal(day))) for day in days)
    return Dated(first, last, chance.random() < 0.5, "date", SPAN)


def random_name(chance: random.Random) -> Within:
    scope, text = chance.choice(
        (
            (Scope.SOURCE, "harbour light"),
            (Scope.SOURCE, "etoile"),
            (Scope.AUTHOR, chance.choice(AUTHORS).split()[-1]),
            (Scope.CITY, "London"),
            (Scope.CITY, "London, Ontario"),
            (Scope.CITY, "6077243"),
            (Scope.CITY, "Ontario"),
            (Scope.PLACE, "canada"),
            (Scope.LANGUAGE, "Français"),
            (Scope.LANGUAGE, "de"),
        )
    )
    return within(scope, chance.choice((word(text), phrase(text))))
