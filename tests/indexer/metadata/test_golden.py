import json
from datetime import datetime
from pathlib import Path

import pytest

from indexer.metadata import describe

ROOT = Path(__file__).parents[2] / "golden" / "metadata"
CASES = sorted(folder for folder in ROOT.iterdir() if folder.is_dir())


def described(case):
    wanted = json.loads((case / "facts.json").read_text("utf-8"))
    given = dict(wanted["given"])
    if "captured" in given:
        given["captured"] = datetime.fromisoformat(given["captured"])
    page = next(case.glob("page.*"))
    kind = "html" if page.suffix == ".html" else "text"
    return wanted["facts"], describe(**{kind: page.read_text("utf-8")}, **given)


def value(fact):
    return fact and fact.value


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
