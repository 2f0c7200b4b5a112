"""Looking a place up by what a person types."""

import pytest

from indexer.metadata.places import like, named

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
    ("London, Ont.", "London, Ontario"),
    ("Hamilton ON", "Hamilton, Ontario"),
    ("London Ontario", "London, Ontario"),
    ("Montréal (Québec)", "Montréal, Quebec"),
    ("Vancouver, Wash.", "Vancouver, Washington"),
    ("Vancouver (C.-B.)", "Vancouver, British Columbia"),
    ("London, U.K.", "London, United Kingdom"),
    ("Genève", "Geneva, Switzerland"),
    ("New York City, NY, US", "New York City, New York"),
    ("Toronto, ON, CA", "Toronto, Ontario"),
    ("Montréal, Quebec, CA", "Montréal, Quebec"),
    ("San Diego, CA, US", "San Diego, California"),
    ("Ontario, CA", "Ontario, California"),
    ("London, CA", "London, California"),
    ("Paris, FR", "Paris, France"),
    ("Toronto ON CA", "Toronto, Ontario"),
    ("Toronto, ON CA", "Toronto, Ontario"),
    ("US", "United States"),
    ("CA", "California, United States"),
    ("6167865", "Toronto, Ontario"),
    ("6093943", "Ontario, Canada"),
]


@pytest.mark.parametrize(("typed", "label"), TYPED)
def test_what_is_typed_names_this_place(typed: str, label: str) -> None:
    place = named(typed)
    assert place is not None
    assert place.label == label


def test_only_a_place_of_the_wanted_kind_is_given() -> None:
    city = named("Québec", ("city",))
    assert city is not None
    assert city.label == "Québec, Quebec"
    assert named("Ontario", ("country",)) is None
    assert named("6093943", ("city",)) is None


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "nowhere at all",
        "London, Atlantis",
        "London Atlantis",
        "Toronto, XX, CA",
        "Toronto, ON, US",
        "()",
        ",",
        "9" * 30,
        "1",
    ],
)
def test_what_is_no_place_is_none(typed: str) -> None:
    assert named(typed) is None


@pytest.mark.parametrize("slip", ["Londn", "Otawa"])
def test_a_stray_spelling_names_no_place(slip: str) -> None:
    assert named(slip) is None


def test_a_stray_spelling_is_answered_with_what_it_can_mean() -> None:
    assert set(like("Londn")) == {"London, United Kingdom", "London, Ontario"}


@pytest.mark.parametrize("name", ["London", "Londres", "Munich", "Wien", "Quebec City", "no such"])
def test_a_name_that_people_use_is_no_slip(name: str) -> None:
    assert like(name) == ()
