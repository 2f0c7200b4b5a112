"""The city that a page is mainly about: told with its reason, and only where one stands out."""

from dataclasses import replace

import pytest

from archive.document import Document, Place
from indexer.metadata.places import find_places, main_city

BARE = Document(
    id="0", title="", text="", removed=(), url=None, source=None, authors=(), published=None,
    language="en", places=(), years_mentioned=(), captured=None, digest="0" * 64,
)  # fmt: skip


def about(text: str, title: str = "") -> tuple[str, str] | None:
    places = find_places(text, title=title)
    found = main_city(replace(BARE, text=text, title=title, places=places))
    return (found.place.label, found.reason) if found else None


def test_the_city_of_title_and_first_lines_is_told_with_its_reason() -> None:
    text = "Police in Hamilton, Ont., met. Hamilton council agreed; Montréal did not."
    assert about(text, "Hamilton votes") == (
        "Hamilton, Ontario",
        "named 3 times, in the title, in the first lines",
    )


def test_a_city_in_a_dateline_and_often_after_is_told() -> None:
    found = about("REGINA — A man fell. Regina police came. They left Regina for Saskatoon.")
    assert found is not None
    assert found[0] == "Regina, Saskatchewan"
    assert "in a dateline" in found[1]


@pytest.mark.parametrize(
    "text",
    [
        "Nothing of the kind.",
        "OTTAWA — The bank raised its rate for all of the country.",
        "In Toronto they agreed. In Montréal they did not.",
        "Toronto, Montréal and Toronto. Montréal, Toronto and Montréal.",
        "Canada and Ontario agreed. Ontario paid; Canada did not.",
        "word " * 200 + "in Halifax.",
    ],
    ids=["none", "dateline alone", "two alike", "two alike often", "no city", "once, far down"],
)
def test_no_city_is_told_where_none_stands_out(text: str) -> None:
    assert about(text) is None


def test_a_city_that_a_manifest_states_is_the_main_one() -> None:
    guelph = Place(5967629, "Guelph", "city", "Ontario", "Canada", evidence="manifest")
    text = "Toronto, Toronto and Toronto again."
    document = replace(BARE, text=text, places=(guelph, *find_places(text)))
    found = main_city(document)
    assert found is not None
    assert found.place.name == "Guelph"
