"""Looking a place up by what a person types."""

import pytest

from indexer.metadata.places import named

TYPED = [
    ("London, Ontario", "London, Ontario"),
    ("London, ON", "London, Ontario"),
    ("Paris, Ont.", "Paris, Ontario"),
    ("Victoria, BC, Canada", "Victoria, British Columbia"),
    ("MONTREAL", "Montréal, Quebec"),
    ("St John's", "St. John's, Newfoundland and Labrador"),
    ("Quebec City", "Québec, Quebec"),
    ("N.B.", "New Brunswick, Canada"),
    ("C.-B.", "British Columbia, Canada"),
    ("Nouvelle-Écosse", "Nova Scotia, Canada"),
    ("Allemagne", "Germany"),
    ("6167865", "Toronto, Ontario"),
    ("6093943", "Ontario, Canada"),
]


@pytest.mark.parametrize(("typed", "label"), TYPED)
def test_what_is_typed_names_this_place(typed: str, label: str) -> None:
    place = named(typed)
    assert place is not None
    assert place.label == label


@pytest.mark.parametrize("typed", ["", " ", "nowhere at all", "London, Atlantis", "9" * 30, "1"])
def test_what_is_no_place_is_none(typed: str) -> None:
    assert named(typed) is None
