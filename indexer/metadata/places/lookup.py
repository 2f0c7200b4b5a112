"""Everything that a name can mean: countries, regions, cities."""

from dataclasses import replace
from functools import lru_cache

from indexer.metadata.places.atlas import atlas
from indexer.metadata.places.demonyms import DEMONYMS
from indexer.metadata.places.exonyms import EXONYMS
from indexer.metadata.places.gazetteer import gazetteer
from indexer.metadata.places.hints import hint_of
from indexer.metadata.places.sense import Sense
from indexer.metadata.places.short_names import NICKNAMES
from indexer.metadata.places.vocabulary import NO_CITIES

# Names remembered, so that the words of like pages cost nothing.
MOST_REMEMBERED_NAMES = 50_000


@lru_cache(maxsize=MOST_REMEMBERED_NAMES)
def lookup(key: str) -> tuple[Sense, ...]:
    """Everything of this name: countries, regions, cities."""
    areas = atlas().by_key.get(key) or hint_of(key)
    if key in NO_CITIES or key in DEMONYMS:
        return areas
    cities = gazetteer().find(key)
    known = NICKNAMES.get(key)
    if known is None and key in EXONYMS and cities:
        known = cities[0].geonames_id
    return areas + tuple(
        replace(city, alternate=False) if city.geonames_id == known else city for city in cities
    )
