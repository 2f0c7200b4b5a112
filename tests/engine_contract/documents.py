"""Invented documents for the contract: by hand, and at random from a seed."""

import hashlib
import random
from dataclasses import replace
from datetime import date, timedelta

from archive.document import Document, Place, PublicationDate, RemovedLine

TORONTO = Place(6167865, "Toronto", "city", "Ontario", "Canada")
LONDON = Place(6058560, "London", "city", "Ontario", "Canada")
LONDON_UK = Place(2643743, "London", "city", "England", "United Kingdom")
MONTREAL = Place(6077243, "Montréal", "city", "Quebec", "Canada")
ONTARIO = Place(6093943, "Ontario", "region", None, "Canada")
CANADA = Place(6251999, "Canada", "country", None, "Canada")
PLACES = (TORONTO, LONDON, LONDON_UK, MONTREAL, ONTARIO, CANADA)

ENGLISH = [
    "police", "polices", "policing", "status", "immigrant", "immigration", "immigrants",
    "city", "cities", "sanctuary", "school", "schools", "border", "services", "officer",
    "officers", "council", "vote", "voted", "voting", "the", "of", "and", "don", "t", "co",
    "operation", "cooperate", "garden", "gardens", "river", "Montréal", "s", "2016", "2017",
]  # fmt: skip
FRENCH = [
    "police", "policière", "statut", "immigrant", "immigration", "immigrants", "ville",
    "villes", "sanctuaire", "école", "écoles", "frontière", "services", "agent", "agents",
    "conseil", "vote", "voté", "l", "d", "la", "de", "et", "jardin", "rivière", "Montréal",
    "bien", "être", "2016", "2017", "allié", "alliée", "ALLIES", "aller", "privé", "privées",
    "PRIVE", "reçu", "reçus", "boulanger", "boulangères", "journal", "journaux",
]  # fmt: skip
# What real pages hold besides words: other scripts, no spaces, signs inside, other ways to write
# the same, very long ones.
MESSY = [
    "北京", "市民会館", "カナダ", "ｶﾅﾀﾞ", "서울", "שלום", "مرحبا", "Ελλάδα", "Москва", "नमस्ते",
    "naïve", "l’été", "d'asile", "aujourd'hui", "O’Brien", "Côte-des-Neiges", "don't", "qu’elle",
    "straße", "STRASSE", "ﬁnance", "cœur", "e\u0301cole", "hawaiʻi", "a_b", "U.S.A.", "C++",
    "12:30", "№5", "½", "x" * 300, "https://a.example/x?y=1", "vil\u00adle",
    "po\ufefflice", "po\u200blice",
]  # fmt: skip
SOURCES = ("The Harbour Light", "L'Étoile du Quai", "Council of Riverton", None)
AUTHORS = ("Ada Quill", "Bram Ferry", "Zoé Plume")


def ident(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def on(day: str | None, last: str | None = None) -> PublicationDate:
    """A day, or the range between two; "" leaves a side open."""
    first = date.fromisoformat(day) if day else None
    end = first if last is None else date.fromisoformat(last) if last else None
    return PublicationDate(first, end, "invented")


def page(
    name: str,
    text: str = "",
    *,
    title: str = "A page",
    removed: tuple[str, ...] = (),
    source: str | None = None,
    authors: tuple[str, ...] = (),
    published: PublicationDate | None = None,
    language: str = "en",
    places: tuple[Place, ...] = (),
    years: tuple[int, ...] = (),
) -> Document:
    lines = tuple(
        RemovedLine(n, line, "menu", "It is a menu.") for n, line in enumerate(removed, 1)
    )
    return Document(
        id=ident(name),
        title=title,
        text=text,
        removed=lines,
        url=f"https://pages.example/{name}",
        source=source,
        authors=authors,
        published=published,
        language=language,
        places=places,
        years_mentioned=years,
        captured=None,
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )


def random_page(chance: random.Random, name: str) -> Document:
    """A page of random words that may have any mix of metadata."""
    language = chance.choice(("en", "en", "fr", "fr", "de", "und"))
    known = {"en": ENGLISH, "fr": FRENCH}.get(language, ENGLISH + FRENCH)
    return page(
        name,
        random_text(chance, known),
        title=" ".join(chance.choices(known, k=chance.randint(1, 4))),
        removed=tuple(" ".join(chance.choices(known, k=3)) for _ in range(chance.randint(0, 2))),
        source=chance.choice(SOURCES),
        authors=tuple(chance.sample(AUTHORS, chance.randint(0, 2))),
        published=random_date(chance),
        language=language,
        places=tuple(chance.sample(PLACES, chance.randint(0, 3))),
        years=tuple(sorted(chance.sample(range(2010, 2018), chance.randint(0, 3)))),
    )


def messy_page(chance: random.Random, name: str) -> Document:
    """A random page in which anything may stand: other scripts, one word, a thousand."""
    made = random_page(chance, name)
    known = ENGLISH * 2 + FRENCH * 2 + MESSY
    length = chance.choice((0, 1, 2, 12, 40, 40, 40, 300))
    mixed = "\n\n".join(
        random_text(chance, words, length)
        for words in chance.sample((ENGLISH, FRENCH, MESSY, known), chance.randint(1, 3))
    )
    removed = tuple(
        RemovedLine(n, random_text(chance, known, 4), "menu", "It is a menu.")
        for n in range(1, chance.randint(1, 4))
    )
    title = random_text(chance, known, chance.choice((0, 1, 3, 9)))
    return replace(made, text=mixed, title=title, removed=removed)


def random_text(chance: random.Random, known: list[str], most_words: int = 30) -> str:
    """Words in sentences and paragraphs."""
    said = chance.choices(known, k=chance.randint(0, most_words))
    kinds = {" ": 20, ". ": 4, "! ": 1, "\n": 1, "\n\n": 1, ".\n\n": 1}
    gaps = chance.choices([*kinds], [*kinds.values()], k=len(said))
    starts = [True, *(gap != " " for gap in gaps)]
    return "".join(
        (word.capitalize() if begins else word) + gap
        for word, gap, begins in zip(said, gaps, starts, strict=False)
    ).strip()


def random_date(chance: random.Random) -> PublicationDate | None:
    day = date(2015, 6, 1) + timedelta(days=chance.randint(0, 900))
    later = day + timedelta(days=chance.choice((0, 20, 400)))
    kinds: tuple[PublicationDate | None, ...] = (
        PublicationDate(day, day, "invented"),
        PublicationDate(day, day, "invented"),
        PublicationDate(day, later, "invented"),
        PublicationDate(day, None, "invented"),
        PublicationDate(None, day, "invented"),
        PublicationDate(None, None, "invented"),
        None,
    )
    return chance.choice(kinds)
