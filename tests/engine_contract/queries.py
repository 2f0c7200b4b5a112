"""Short ways to write nodes, and random ones."""

import random
from datetime import date

from indexer.analysis import fold
from indexer.engine import Found, Search, SearchEngine
from indexer.query import expand
from indexer.query.nodes import (
    And,
    AtLeast,
    Dated,
    Fuzzy,
    Link,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Scope,
    Unit,
    Wildcard,
    Within,
    Word,
)
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


def at_least(least: int, *nodes: Node) -> AtLeast:
    return AtLeast(nodes, least, SPAN)


def but_not(node: Node) -> Not:
    return Not(node, SPAN)


def within(scope: Scope, node: Node) -> Within:
    return Within(scope, node, SPAN)


def dated(earliest: str | None, latest: str | None, *, perhaps: bool = False) -> Dated:
    first = date.fromisoformat(earliest) if earliest else None
    last = date.fromisoformat(latest) if latest else None
    return Dated(first, last, perhaps, "date", SPAN)


def wildcard(text: str) -> Wildcard:
    return Wildcard(text, SPAN)


def fuzzy(text: str, edits: int = 1) -> Fuzzy:
    return Fuzzy(text, edits, SPAN)


def loose(text: str, words: int) -> Loose:
    return Loose(text, words, SPAN)


def near(first: Node, link: Link, second: Node, *more: Link | Node) -> Near:
    """A chain as it is typed: thing, link, thing, link, thing."""
    nodes = (first, second, *(each for each in more if not isinstance(each, Link)))
    links = (link, *(each for each in more if isinstance(each, Link)))
    return Near(nodes, links, SPAN)


def words_apart(words: int, *, ordered: bool = False) -> Link:
    return Link(Unit.WORDS, words, ordered)


SAME_SENTENCE = Link(Unit.SENTENCE)
SAME_PARAGRAPH = Link(Unit.PARAGRAPH)


def ids(engine: SearchEngine, node: Node | None) -> set[str]:
    return {match.id for match in ask(engine, node).matches}


def ask(engine: SearchEngine, node: Node | None = None, **options: object) -> Found:
    node = expand(node, "", engine.vocabulary)
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
    match chance.randrange(13):
        case 8 | 9:
            return random_chain(chance)
        case 10:
            text = " ".join(chance.choices(known, k=chance.randint(2, 3)))
            return loose(text, chance.randint(1, 6))
        case 11:
            return random_wildcard(chance)
        case 12:
            return fuzzy(random_typo(chance), 1)
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


def random_chain(chance: random.Random) -> Near:
    links = (
        words_apart(chance.randint(1, 5), ordered=chance.random() < 0.5),
        chance.choice((SAME_SENTENCE, SAME_PARAGRAPH)),
    )
    things = [random_thing(chance) for _ in range(chance.randint(2, 3))]
    return Near(tuple(things), tuple(chance.choices(links, k=len(things) - 1)), SPAN)


def random_thing(chance: random.Random) -> Node:
    known = ENGLISH + FRENCH
    match chance.randrange(6):
        case 0:
            return phrase(" ".join(chance.choices(known, k=2)))
        case 1:
            return any_of(word(chance.choice(known)), phrase(" ".join(chance.choices(known, k=2))))
        case 2:
            return random_wildcard(chance)
        case _:
            return word(chance.choice(known))


def random_wildcard(chance: random.Random) -> Wildcard:
    letters = fold(chance.choice([each for each in ENGLISH + FRENCH if len(each) > 4]))
    letters = "".join(letter for letter in letters if letter.isalnum())
    if chance.random() < 0.5:
        return wildcard(f"{letters[: chance.randint(3, len(letters))]}*")
    place = chance.randrange(3, len(letters))
    return wildcard(f"{letters[:place]}?{letters[place + 1 :]}")


def random_typo(chance: random.Random) -> str:
    letters = list(chance.choice([each for each in ENGLISH if len(each) > 4 and each.isalpha()]))
    letters[chance.randrange(len(letters))] = chance.choice("aeiourst")
    return "".join(letters)


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
