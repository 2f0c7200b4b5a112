"""Invented documents for the contract: by hand, and at random from a seed."""

import hashlib
import random
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
    "bien", "être", "2016", "2017",
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


def random_text(chance: random.Random, known: list[str]) -> str:
    """Words in sentences and paragraphs."""
    said = chance.choices(known, k=chance.randint(0, 30))
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
