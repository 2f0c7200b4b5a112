"""A search that asks for too much: what a person and a program are told."""

import pytest
from flask.testing import FlaskClient


@pytest.fixture(autouse=True)
def no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.search.ANSWER_S", -1.0)


def test_a_person_is_told_what_to_narrow_and_keeps_the_query(client: FlaskClient) -> None:
    page = client.get("/?q=police+mayor")
    assert page.status_code == 422
    assert "asks for too much" in page.text
    assert "takes too long. " in page.text
    assert "Ask for fewer words" in page.text
    assert 'value="police mayor"' in page.text


def test_a_program_gets_problem_details(client: FlaskClient) -> None:
    answer = client.get("/api/v1/search?q=pol*")
    assert (answer.status_code, answer.content_type) == (422, "application/problem+json")
    problem = answer.json
    assert problem["type"] == "urn:fonds:problem:search-too-slow"
    assert problem["parameter"] == "q"
    assert problem["detail"].startswith("Finding the words")
    assert "before *" in problem["mend"]
    assert "Retry-After" not in answer.headers
