"""Random queries as people type them, over every operator of the language, from a seed."""

import random

from indexer.analysis import terms
from indexer.query.limits import MOST_CHARACTERS, MOST_CLAUSES
from tests.engine_contract.documents import AUTHORS, ENGLISH, FRENCH, MESSY

# A space that nobody sees parts words, in texts and queries; in a chain that would be one too many.
KNOWN = [word for word in ENGLISH + FRENCH + MESSY if terms(word) and "\u200b" not in word]
LONG = sorted({word for word in ENGLISH + FRENCH if len(word) > 5 and word.isalpha()})
LINKS = ("w/1", "w/3", "W/8", "near/4", "/2", "pre/1", "PRE/3", "pre/250", "/s", "w/S", "/p", "w/p")
QUOTES = ('""', "“”", "«»", "„“", "‹›", "「」", "＂＂")
GAPS = (" ", "  ", " AND ", "\u3000", "\t", " \u200e", "\ufeff ")

SOURCES = (
    "harbour",
    "l'étoile",
    '"Étoile du Quai"',
    '"harbour light"',
    "counc*",
    "(star OR light)",
)
CITIES = ("London", '"London, Ontario"', "6077243", "montreal", "(toronto OR london)", "mont*")
PLACES = ("canada", "Ontario", '"United Kingdom"', "6093943", "kingdm~", "(london ontario)")
LANGUAGES = ("fr", "Français", "de", "EN", "undetermined", "(en OR fr)", '"English"')
YEARS = ("2016", "2017?", "2015..2016", "2016..", "..2016?", "(2015 OR 2017?)", "2031")
DAYS = (
    "2016-02",
    "2016-02-29",
    "2015-06..2016-01",
    "2016-05-01..?",
    "..2017-03",
    "2017",
    '"2016 .. "',
)
ENDS = ("2016", "2016-07", "2015-12-31?", "2017?")

ELIDED = "l'"


def random_query(chance: random.Random) -> str:
    """A query that means something and is within the limits: no generated one may be refused."""
    typed = either(chance, 2)
    while len(typed) > MOST_CHARACTERS or len(typed.split()) > MOST_CLAUSES:
        typed = either(chance, 2)
    return typed


def either(chance: random.Random, depth: int) -> str:
    return " OR ".join(every(chance, depth) for _ in range(chance.choice((1, 1, 1, 2, 3))))


def every(chance: random.Random, depth: int) -> str:
    clauses = [clause(chance, depth) for _ in range(chance.choice((1, 1, 2, 2, 3)))]
    said = clauses[0]
    for each in clauses[1:]:
        said += chance.choice(GAPS) + each
    return said


def clause(chance: random.Random, depth: int) -> str:
    out = chance.choice(("", "", "", "", "", "NOT ", "-", "–"))
    return out + term(chance, depth)


def term(chance: random.Random, depth: int) -> str:
    match chance.randrange(12):
        case 0 | 1 if depth:
            return f"({either(chance, depth - 1)})"
        case 2 | 3:
            return chain(chance)
        case 4:
            return loose(chance)
        case 5:
            return f"{chance.choice(('title:', 'removed:', 'Title: '))}{running(chance, depth)}"
        case 6 | 7:
            return narrowed(chance)
        case 8:
            return f"co-{wildcard(chance).removeprefix(ELIDED)}"
        case _:
            return thing(chance)


def running(chance: random.Random, depth: int) -> str:
    """What can be asked of a field that holds running text."""
    match chance.randrange(5):
        case 0:
            return f"({chain(chance)})"
        case 1:
            return f"({thing(chance)} {chance.choice(('OR ', '', '-'))}{thing(chance)})"
        case 2:
            return loose(chance)
        case _:
            return chance.choice(("2016", thing(chance)))


def narrowed(chance: random.Random) -> str:
    author = chance.choice(AUTHORS)
    choices = {
        "source": SOURCES,
        "author": (author.split()[-1], f'"{author}"', f"{author.split()[0].lower()}", "plu*"),
        "city": CITIES,
        "place": PLACES,
        "lang": LANGUAGES,
        "year": YEARS,
        "date": DAYS,
        "after": ENDS,
        "before": ENDS,
    }
    field = chance.choice(sorted(choices))
    return f"{field}:{chance.choice(choices[field])}"


def chain(chance: random.Random) -> str:
    said = operand(chance)
    for _ in range(chance.choice((1, 1, 1, 2))):
        said += f" {chance.choice(LINKS)} {operand(chance)}"
    return said


def operand(chance: random.Random) -> str:
    if chance.random() < 0.15:
        return f"({thing(chance)} OR {thing(chance)})"
    return thing(chance)


def thing(chance: random.Random) -> str:
    """A word, a phrase or a pattern."""
    match chance.randrange(9):
        case 0 | 1:
            return phrase(chance, chance.randint(1, 3))
        case 2:
            return wildcard(chance)
        case 3:
            return fuzzy(chance)
        case 4:
            return "-".join(chance.choices([word for word in ENGLISH if word.isalpha()], k=2))
        case _:
            return word(chance)


def word(chance: random.Random) -> str:
    said = chance.choice([each for each in KNOWN if not each.isdigit()])
    match chance.randrange(8):
        case 0:
            return said.capitalize()
        case 1 if len(said) > 4:
            return said.upper()
        case 2:
            return chance.choice(("l'", "d’", "qu'")) + said
        case 3:
            return said + chance.choice(("'s", "’s", ",", "."))
        case _:
            return said


def phrase(chance: random.Random, words: int) -> str:
    opening, closing = chance.choice(QUOTES)
    said = chance.choice((" ", ", ", "-")).join(chance.choices(KNOWN, k=words))
    return f"{opening}{said}{closing}"


def loose(chance: random.Random) -> str:
    return f"{phrase(chance, chance.randint(2, 3))}~{chance.choice((1, 2, 4, 9, 250))}"


def wildcard(chance: random.Random) -> str:
    letters = chance.choice(LONG)
    cut = chance.randrange(3, len(letters))
    elided = chance.choice(("", "", ELIDED))
    return elided + chance.choice(
        (f"{letters[:cut]}*", f"{letters[:cut]}*{letters[-1]}", f"{letters[:cut]}?*",
         f"{letters[: cut - 1]}?{letters[cut]}" if cut > 3 else f"{letters[:cut]}*")
    )  # fmt: skip


def fuzzy(chance: random.Random) -> str:
    letters = list(chance.choice(LONG))
    for _ in range(chance.randint(0, 2)):
        place = chance.randrange(len(letters))
        match chance.randrange(3):
            case 0:
                letters[place] = chance.choice("aeioursé")
            case 1:
                letters.insert(place, chance.choice("aeiours"))
            case _:
                letters[place : place + 2] = reversed(letters[place : place + 2])
    return "".join(letters) + chance.choice(("~", "~1", "~2"))
