"""One place that a name can mean."""

from dataclasses import dataclass
from functools import lru_cache

from archive.document import PlaceKind


@dataclass(frozen=True, slots=True)
class Sense:
    """One place that a name can mean.

    geonames_id: its id at GeoNames
    name:        its GeoNames name
    country:     ISO 3166 code of its country, two letters
    region:      its GeoNames admin1 code, "" where GeoNames gives none
    latitude, longitude: degrees, 0 for regions and countries (they are no points)
    population:  people, 0 where GeoNames knows none; 0 for regions and countries
    alternate:   whether the name looked up is another than `name`
    """

    geonames_id: int
    name: str
    kind: PlaceKind
    country: str
    region: str = ""
    latitude: float = 0.0
    longitude: float = 0.0
    population: int = 0
    alternate: bool = False


@lru_cache(maxsize=4096)
def is_within(inner: Sense, outer: Sense) -> bool:
    """Whether a city lies in a region or country, or a region in a country."""
    if inner.country != outer.country or inner.geonames_id == outer.geonames_id:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    return outer.kind == "region" and inner.kind == "city" and inner.region == outer.region
