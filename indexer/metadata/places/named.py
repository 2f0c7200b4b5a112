"""A place looked up by what a person types: for corrections and for the search box."""

import re

from archive.document import Place, PlaceKind
from indexer.metadata.places.atlas import atlas, short_form
from indexer.metadata.places.choose import Around, choose
from indexer.metadata.places.gazetteer import gazetteer
from indexer.metadata.places.hints import NO_ID
from indexer.metadata.places.home import Home
from indexer.metadata.places.lookup import lookup
from indexer.metadata.places.place import plain_place
from indexer.metadata.places.sense import Sense, is_within
from indexer.metadata.places.stray import is_stray, meant
from indexer.metadata.places.words import name_key

ANY_KIND: tuple[PlaceKind, ...] = ("city", "region", "country")
PARTS = re.compile(r"[,(]")
# Of a region or a country: "ON", "US", "NSW".
CODE = re.compile(r"[A-Z]{2,3}")
LARGEST_ID = 2**63 - 1


def named(text: str, kinds: tuple[PlaceKind, ...] = ANY_KIND) -> Place | None:
    """The place that a person means by "London, Ont.", "Hamilton ON", "N.B." or a GeoNames id.

    What follows a comma, stands in brackets or comes last says where it lies; without it the best
    known is meant. None where no place of these kinds has this name, or none there, or where only
    a stray spelling is so: `like` says what it can mean.
    """
    text = text.strip()
    if text.isascii() and text.isdigit():
        place = by_id(int(text))
        return place if place is not None and place.kind in kinds else None
    name, *where = (part.strip() for part in PARTS.split(text.rstrip(" )")))
    found = called(name, kinds)
    if not found and not where:
        return in_one_breath(name, kinds)
    return within(name, found, qualifiers(where))


def like(text: str) -> tuple[str, ...]:
    """The labels of the places that a slip can mean: "Londn"; none where the name is no slip."""
    name, *where = (part.strip() for part in PARTS.split(text.strip().rstrip(" )")))
    return meant(name_key(name)) if not where else ()


def called(name: str, kinds: tuple[PlaceKind, ...]) -> tuple[Sense, ...]:
    """Everything of these kinds that bears a name or is abbreviated so."""
    senses = lookup(name_key(name))
    if is_stray(name_key(name), senses):
        senses = ()
    short = atlas().by_short.get(short_form(name), ())
    senses = (() if short else country_of(name)) or senses or short
    return tuple(s for s in senses if s.geonames_id != NO_ID and s.kind in kinds)


def in_one_breath(text: str, kinds: tuple[PlaceKind, ...]) -> Place | None:
    """The place of a name with its region after it, without a comma: "Hamilton ON"."""
    words = text.split()
    for at in range(len(words) - 1, 0, -1):
        name, where = " ".join(words[:at]), " ".join(words[at:])
        place = within(name, called(name, kinds), qualifiers([where]))
        if place is not None:
            return place
    return None


def within(name: str, senses: tuple[Sense, ...], where: list[str]) -> Place | None:
    """The likeliest of these that lies in all that is named.

    "CA" is California before it is Canada; behind a region it may be either: "Toronto, ON, CA".
    """
    for position, said in enumerate(reversed(where)):
        areas, countries = holding(areas_of(said), senses), holding(country_of(said), senses)
        if position or len(where) == 1:
            countries = () if areas else countries
        senses = tuple(
            s for s in senses if any(is_within(s, area) for area in (*areas, *countries))
        )
    if not senses:
        return None
    choice = choose(name_key(name), senses, None, Around(Home()))
    return plain_place(choice.sense, evidence=choice.evidence)


def holding(areas: tuple[Sense, ...], senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """Those areas in which any of the places lies."""
    return tuple(area for area in areas if any(is_within(s, area) for s in senses))


def qualifiers(where: list[str]) -> list[str]:
    """What says where a place lies, one by one: "ON CA" is two."""
    parted: list[str] = []
    for said in where:
        codes = said.split()
        together = len(codes) < 2 or areas_of(said) or not all(map(CODE.fullmatch, codes))
        parted += [said] if together else codes
    return parted


def by_id(geonames_id: int) -> Place | None:
    """The place with this GeoNames id, or None."""
    if geonames_id > LARGEST_ID:
        return None
    sense = atlas().by_id.get(geonames_id) or gazetteer().by_id(geonames_id)
    return plain_place(sense, evidence="GeoNames id") if sense else None


def country_of(said: str) -> tuple[Sense, ...]:
    """The country of an ISO 3166 code in capitals: "CA", "US"."""
    country = atlas().countries.get(said) if CODE.fullmatch(said) else None
    return (country,) if country else ()


def areas_of(said: str) -> tuple[Sense, ...]:
    """The regions and countries that a name or an abbreviation stands for."""
    return atlas().by_key.get(name_key(said), ()) + atlas().by_short.get(short_form(said), ())
