"""The sample corpus, read as a careful reader would: one test for each fact."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from archive.document import Document
from indexer import prepare
from indexer.readers import read

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = tomllib.loads((Path(__file__).parent / "expected.toml").read_text("utf-8"))


def facts(field: str) -> list[object]:
    """A test case for each page of which this fact is known."""
    return [
        pytest.param(page, known[field], id=page.split("/")[1])
        for page, known in EXPECTED.items()
        if field in known
    ]


@cache
def document(page: str) -> Document:
    (capture,) = read([ROOT / "seeds" / page], source=None, manifest=None)
    made = prepare(capture)
    assert isinstance(made, Document), made
    return made


@pytest.mark.parametrize(("page", "title"), facts("title"))
def test_the_title_is_the_pages_own(page: str, title: str) -> None:
    assert document(page).title == title


@pytest.mark.parametrize(("page", "source"), facts("source"))
def test_the_source_is_who_published_it(page: str, source: str) -> None:
    assert document(page).source == source


@pytest.mark.parametrize(("page", "authors"), facts("authors"))
def test_the_authors_are_those_who_signed(page: str, authors: list[str]) -> None:
    assert list(document(page).authors) == authors


@pytest.mark.parametrize(("page", "language"), facts("language"))
def test_the_language_is_told(page: str, language: str) -> None:
    assert document(page).language == language


@pytest.mark.parametrize(("page", "bounds"), facts("published"))
def test_the_date_is_as_precise_as_the_page_and_no_more(page: str, bounds: list[str]) -> None:
    published = document(page).published
    assert published is not None
    earliest, latest = bounds
    if latest:
        assert (str(published.earliest), str(published.latest)) == (earliest, latest)
    else:
        assert not published.exact, "no day is stated"
        assert str(published.earliest) >= earliest
    assert published.evidence


@pytest.mark.parametrize(("page", "cities"), facts("cities"))
def test_the_cities_are_found(page: str, cities: list[str]) -> None:
    found = {place.label for place in document(page).places if place.kind == "city"}
    assert set(cities) <= found


@pytest.mark.parametrize(("page", "cities"), facts("not_cities"))
def test_what_only_looks_like_a_city_is_left(page: str, cities: list[str]) -> None:
    found = [place.label for place in document(page).places if place.kind == "city"]
    assert [label for label in found if label.startswith(tuple(cities))] == []


@pytest.mark.parametrize(("page", "lines"), facts("removed"))
def test_furniture_is_removed_with_a_reason(page: str, lines: list[str]) -> None:
    removed = document(page).removed
    for line in lines:
        taken = [r for r in removed if r.text.strip(" •\t").startswith(line)]
        assert taken, line
        assert all(r.rule and r.reason for r in taken)
        assert line not in document(page).text


@pytest.mark.parametrize(("page", "lines"), facts("kept"))
def test_the_pages_own_lines_stay(page: str, lines: list[str]) -> None:
    for line in lines:
        assert line in document(page).text
