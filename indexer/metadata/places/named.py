"""A place looked up by what a person types: for corrections and for the search box."""

from archive.document import Place
from indexer.metadata.places.atlas import atlas, short_form
from indexer.metadata.places.choose import Around, choose
from indexer.metadata.places.gazetteer import gazetteer
from indexer.metadata.places.hints import NO_ID
from indexer.metadata.places.home import Home
from indexer.metadata.places.lookup import lookup
from indexer.metadata.places.place import plain_place
from indexer.metadata.places.sense import Sense, is_within
from indexer.metadata.places.words import name_key

LARGEST_ID = 2**63 - 1


def named(text: str) -> Place | None:
    """The place that a person means by "London, Ontario", "Montreal", "N.B." or a GeoNames id.

    The last part after a comma says where it lies; without one the best known is meant. None where
    no place has this name, or none there.
    """
    text = text.strip()
    if text.isascii() and text.isdigit():
        return by_id(int(text))
    name, *where = (part.strip() for part in text.split(","))
    senses = lookup(name_key(name)) or atlas().by_short.get(short_form(name), ())
    for said in reversed(where):
        areas = [area for area in areas_of(said) if any(is_within(s, area) for s in senses)]
        senses = tuple(s for s in senses if any(is_within(s, area) for area in areas))
    senses = tuple(sense for sense in senses if sense.geonames_id != NO_ID)
    if not senses:
        return None
    choice = choose(name_key(name), senses, None, Around(Home()))
    return plain_place(choice.sense, evidence=choice.evidence)


def by_id(geonames_id: int) -> Place | None:
    """The place with this GeoNames id, or None."""
    if geonames_id > LARGEST_ID:
        return None
    sense = atlas().by_id.get(geonames_id) or gazetteer().by_id(geonames_id)
    return plain_place(sense, evidence="GeoNames id") if sense else None


def areas_of(said: str) -> tuple[Sense, ...]:
    """The regions and countries that a name or an abbreviation stands for."""
    return atlas().by_key.get(name_key(said), ()) + atlas().by_short.get(short_form(said), ())
