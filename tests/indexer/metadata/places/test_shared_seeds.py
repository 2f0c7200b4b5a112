"""The places of the five pages that the project began with."""

import json
import unicodedata

import pytest

from archive.document import Place
from indexer.metadata.places import find_places
from tests.shared_data import SHARED, shared

EXPECTED = SHARED / "seeds" / "expected.json"
PAGES = json.loads(EXPECTED.read_text("utf-8")) if EXPECTED.exists() else {"absent.txt": {}}
# What else may be found there without being wrong: named in the text, but in no list.
ALSO = {"Parkdale", "Lampedusa", "Koln", "Buenos Aires"}


def plain(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in parts if c.isalnum())


def places_of(page: str) -> tuple[Place, ...]:
    return find_places(shared(f"seeds/{page}").read_text("utf-8"))


def names(place: Place) -> set[str]:
    return {plain(place.name), plain(f"{place.name}, {place.region}"), plain(place.label)}


def cities(page: str) -> list[Place]:
    return [place for place in places_of(page) if place.kind == "city"]


@pytest.mark.parametrize("page", PAGES)
def test_every_city_is_found(page: str) -> None:
    found = set().union(*map(names, cities(page)))
    assert {plain(city) for city in PAGES[page].get("cities", ())} <= found


@pytest.mark.parametrize("page", PAGES)
def test_no_city_is_found_that_is_not_there(page: str) -> None:
    wanted = {plain(city) for city in PAGES[page].get("cities", ())} | set(map(plain, ALSO))
    assert [place.label for place in cities(page) if not names(place) & wanted] == []


@pytest.mark.parametrize("page", PAGES)
def test_no_namesake_is_taken_for_another(page: str) -> None:
    for wrong in PAGES[page].get("not_cities", ()):
        name, _, country = wrong.partition(", ")
        country = "United Kingdom" if country == "England" else country
        assert not [p for p in cities(page) if p.name == name and p.country == country]


@pytest.mark.parametrize("page", PAGES)
def test_every_region_is_found(page: str) -> None:
    found = {plain(place.name) for place in places_of(page) if place.kind == "region"}
    assert {plain(region) for region in PAGES[page].get("regions", ())} <= found


@pytest.mark.parametrize("page", PAGES)
def test_the_main_city_comes_first(page: str) -> None:
    if main := PAGES[page].get("main_city"):
        assert plain(main) in names(cities(page)[0])
