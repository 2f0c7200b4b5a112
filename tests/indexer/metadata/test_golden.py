import json
from datetime import datetime
from pathlib import Path

import pytest

from archive.supplied import SaidBy, supplied_by
from indexer.metadata import describe

ROOT = Path(__file__).parents[2] / "golden" / "metadata"
CASES = sorted(folder for folder in ROOT.iterdir() if folder.is_dir())


def stated(case):
    return json.loads((case / "facts.json").read_text("utf-8"))


def described(case):
    wanted = stated(case)
    given = dict(wanted["given"])
    if "captured" in given:
        given["captured"] = datetime.fromisoformat(given["captured"])
    if "stated" in given:
        given["supplied"] = supplied_by(SaidBy.MANIFEST, **given.pop("stated"))
    page = next(case.glob("page.*"))
    kind = "html" if page.suffix == ".html" else "text"
    return wanted["facts"], describe(**{kind: page.read_text("utf-8")}, **given)


def value(fact):
    return fact and fact.value


def finder(fact):
    return fact and fact.finder


def stating(field):
    """The folders whose facts.json states which finder finds the field."""
    return [case for case in CASES if field in stated(case).get("finders", {})]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_title_is_found(case):
    wanted, found = described(case)
    assert value(found.title) == wanted["title"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_authors_are_found(case):
    wanted, found = described(case)
    assert [author.value for author in found.authors] == wanted["authors"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_source_is_found(case):
    wanted, found = described(case)
    assert value(found.source) == wanted["source"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_language_is_found(case):
    wanted, found = described(case)
    assert found.language.value == wanted["language"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_places_are_found(case):
    wanted, found = described(case)
    if "places" in wanted:
        assert [place.label for place in found.places] == wanted["places"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_publication_date_is_found_with_its_evidence(case):
    wanted, found = described(case)
    date = found.published
    ends = date and [str(day) if day else None for day in (date.earliest, date.latest)]
    assert (ends and [*ends, date.evidence]) == wanted["published"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_case_says_why_it_is_there(case):
    assert (case / "why.md").read_text("utf-8").strip()


@pytest.mark.parametrize("case", stating("title"), ids=lambda case: case.name)
def test_the_title_is_found_by_the_finder_stated(case):
    assert finder(described(case)[1].title) == stated(case)["finders"]["title"]


@pytest.mark.parametrize("case", stating("authors"), ids=lambda case: case.name)
def test_the_authors_are_found_by_the_finders_stated(case):
    found = [finder(author) for author in described(case)[1].authors]
    assert found == stated(case)["finders"]["authors"]


@pytest.mark.parametrize("case", stating("source"), ids=lambda case: case.name)
def test_the_source_is_found_by_the_finder_stated(case):
    assert finder(described(case)[1].source) == stated(case)["finders"]["source"]


@pytest.mark.parametrize("case", stating("language"), ids=lambda case: case.name)
def test_the_language_is_found_by_the_finder_stated(case):
    assert finder(described(case)[1].language) == stated(case)["finders"]["language"]
