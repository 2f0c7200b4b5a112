import json
from datetime import date

import pytest

from indexer.metadata import describe
from indexer.metadata.plain import squeeze
from tests.shared_data import SHARED, shared

EXPECTED = SHARED / "seeds" / "expected.json"
PAGES = json.loads(EXPECTED.read_text("utf-8")) if EXPECTED.exists() else {}


def stating(field):
    return [pytest.param(name, id=name) for name, facts in PAGES.items() if field in facts]


def described(name):
    return describe(text=shared(f"seeds/{name}").read_text("utf-8"))


@pytest.mark.parametrize("name", stating("title"))
def test_the_title_is_what_a_careful_reader_finds(name):
    assert squeeze(described(name).title.value) == squeeze(PAGES[name]["title"])


@pytest.mark.parametrize("name", stating("source"))
def test_the_source_is_what_a_careful_reader_finds(name):
    found = described(name).source
    assert squeeze(found.value) == squeeze(PAGES[name]["source"])
    assert found.quote


@pytest.mark.parametrize("name", stating("author"))
def test_the_author_is_what_a_careful_reader_finds(name):
    assert [author.value for author in described(name).authors] == [PAGES[name]["author"]]


@pytest.mark.parametrize("name", stating("language"))
def test_the_language_is_what_a_careful_reader_finds(name):
    assert described(name).language.value == PAGES[name]["language"]


@pytest.mark.parametrize("name", stating("published"))
def test_the_date_is_no_more_exact_than_the_page_and_within_what_is_known(name):
    wanted, found = PAGES[name]["published"], described(name).published
    assert found is not None
    assert wanted["exact_in_text"] or not found.exact
    if wanted["not_before"]:
        assert found.earliest >= date.fromisoformat(wanted["not_before"])
    if wanted["not_after"]:
        assert found.latest <= date.fromisoformat(wanted["not_after"])
