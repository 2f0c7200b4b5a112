"""Suggestions for the search box."""

import pytest
from flask.testing import FlaskClient

from indexer.search import Searcher
from tests.webui.test_search_page import heading, page


@pytest.fixture(scope="module", autouse=True)
def _made(searcher: Searcher) -> None:
    searcher.warm().join()


def told(client: FlaskClient, typed: str, **more: str) -> list[dict]:
    answer = client.get("/api/v1/suggest", query_string={"q": typed} | more)
    assert (answer.status_code, answer.content_type) == (200, "application/json")
    assert answer.json["query"] == typed
    return answer.json["suggestions"]


def test_each_suggestion_leads_to_a_page_that_has_it(client: FlaskClient) -> None:
    for typed in ("co", "council t", "tor", "har", "meeting 3", "the same", "un conseil", "police"):
        found = told(client, typed)
        assert found, typed
        for one in found:
            soup = page(client, one["url"])
            assert heading(soup) != "No page found"
            if one["kind"] in ("source", "place", "author"):
                assert heading(soup).split()[0] == str(one["count"])


def test_a_title_of_one_page_leads_to_the_page(client: FlaskClient, id_of) -> None:
    (one,) = [s for s in told(client, "un conseil") if s["kind"] == "title"]
    assert one["url"] == f"/doc/{id_of('Un conseil')}"


def test_a_title_of_two_pages_leads_to_both(client: FlaskClient) -> None:
    (one,) = [s for s in told(client, "the same") if s["kind"] == "title"]
    assert one["count"] == 2
    assert heading(page(client, one["url"])) == "2 pages"


def test_hostile_titles_are_text(client: FlaskClient) -> None:
    found = told(client, "hostile")
    assert any("<script>" in one["text"] for one in found)
    for one in found:
        assert one["url"].startswith("/")
        assert "<" not in one["url"]


@pytest.mark.parametrize("typed", ["", "😀", "zzzqq", "a" * 1000, "שלום", "\u202e", '"', "("])
def test_nonsense_gets_an_empty_list(client: FlaskClient, typed: str) -> None:
    assert told(client, typed) == []


def test_the_number_of_suggestions_can_be_asked_for(client: FlaskClient) -> None:
    assert len(told(client, "m", limit="1")) == 1


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=21", "limit=x", "p=1", "q=a&q=b", "q=" + "a" * 2001]
)
def test_faults_are_problem_details(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/api/v1/suggest?{query}")
    assert (answer.status_code, answer.content_type) == (400, "application/problem+json")
