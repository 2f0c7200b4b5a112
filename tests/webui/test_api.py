"""The API and its problem details."""

import pytest
from flask.testing import FlaskClient

from archive import Archive
from archive.errors import ArchiveBusy
from indexer import wire
from indexer.errors import EngineUnavailable
from indexer.search import Query, Searcher

PROBLEM = "application/problem+json"


def test_a_search_is_the_searchers_answer_as_json(client: FlaskClient, searcher: Searcher) -> None:
    answer = client.get("/api/v1/search?q=police&limit=3")
    assert answer.content_type == "application/json"
    ours = wire.results_json(searcher.search(Query("police", limit=3)))
    theirs = dict(answer.json)
    assert set(theirs) == set(ours)
    assert theirs["hits"] == ours["hits"]
    assert set(theirs["facets"]) >= {"city", "region", "country", "year", "source", "language"}


def test_cursors_lead_through_all_hits(client: FlaskClient) -> None:
    seen: list[str] = []
    asked = {"limit": "7", "sort": "newest"}
    while True:
        answer = client.get("/api/v1/search", query_string=asked).json
        seen += [hit["id"] for hit in answer["hits"]]
        if answer["next"] is None:
            break
        asked["after"] = answer["next"]
    assert len(seen) == len(set(seen)) == answer["total"] == 31


def test_a_document_has_its_ledger(client: FlaskClient, archive: Archive, id_of) -> None:
    known = id_of("Harbour clinic")
    answer = client.get(f"/api/v1/documents/{known}").json
    assert answer == wire.document_json(archive.get(known)) | {"copies_count": 0, "copies": []}
    assert answer["removed"]


@pytest.mark.parametrize(
    ("address", "status", "kind"),
    [
        ("/api/v1/search?q=(", 400, "unreadable-query"),
        ("/api/v1/search?after=rubbish", 400, "bad-cursor"),
        ("/api/v1/search?limit=1000", 400, "bad-parameter"),
        ("/api/v1/search?query=police", 400, "bad-parameter"),
        ("/api/v1/documents/0123456789abcdef?x=1", 400, "bad-parameter"),
        ("/api/v1/documents/0123456789abcdef", 404, "not-found"),
        ("/api/v1/nothing", 404, None),
        ("/api", 404, None),
        ("/api/v2/search", 404, None),
    ],
)
def test_every_fault_is_problem_details(
    client: FlaskClient, address: str, status: int, kind: str | None
) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.content_type) == (status, PROBLEM)
    assert answer.json["status"] == status
    assert answer.json["type"] == (f"urn:fonds:problem:{kind}" if kind else "about:blank")
    assert answer.json["title"]
    assert answer.json["detail"].endswith(".")


def test_a_query_problem_tells_where_and_how_to_mend(client: FlaskClient) -> None:
    problem = client.get("/api/v1/search?q=police+(mayor").json
    assert problem["position"] == 7
    assert problem["mend"].endswith(".")
    assert problem["parameter"] == "q"


def test_only_reading_is_allowed(client: FlaskClient) -> None:
    answer = client.post("/api/v1/search")
    assert (answer.status_code, answer.content_type) == (405, PROBLEM)
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
    assert client.post("/").status_code == 405


@pytest.mark.parametrize("down", [EngineUnavailable("no index"), ArchiveBusy("writing")])
def test_what_does_not_answer_is_503(
    client: FlaskClient, searcher: Searcher, monkeypatch: pytest.MonkeyPatch, down: Exception
) -> None:
    def fails(*_: object) -> None:
        raise down

    monkeypatch.setattr(searcher, "search", fails)
    answer = client.get("/api/v1/search")
    assert (answer.status_code, answer.content_type) == (503, PROBLEM)
    assert answer.headers["Retry-After"]
    page = client.get("/?q=police")
    assert page.status_code == 503
    assert "does not answer" in page.text or "has not ended" in page.text


def test_what_was_understood_is_told_in_french_where_asked(client):
    found = client.get("/api/v1/search?q=police+-rally&ui=fr").get_json()
    assert (
        found["understood"].replace("\N{NO-BREAK SPACE}", " ")
        == "pages avec toute forme de « police », mais sans toute forme de « rally »"
    )
    assert client.get("/api/v1/search?q=police&ui=fr").get_json()["total"] == found["total"]
    refused = client.get("/api/v1/search?q=police&ui=xx")
    assert (refused.status_code, refused.get_json()["mend"]) == (400, "Type one of en, fr.")
