"""The API as HTTP: tags, languages, methods, other sites, what the archive is called outside."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.webui.growing import growing

PATHS = ("search?q=police", "facets/city", "coverage", "trends?q=police", "stats", "refusals")


def test_an_answer_that_is_known_is_not_sent_again(client: FlaskClient, id_of) -> None:
    known = id_of("Meeting 1 ")
    for path in (*PATHS, f"documents/{known}", f"documents/{known}/captures", "openapi.json"):
        first = client.get(f"/api/v1/{path}")
        again = client.get(f"/api/v1/{path}", headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b""), path
        assert again.headers["ETag"] == first.headers["ETag"]
        assert again.headers["Cache-Control"] == "private, no-cache"
        other = client.get(f"/api/v1/{path}", headers={"If-None-Match": '"another"'})
        assert other.status_code == 200


def test_a_strong_tag_stands_for_the_same_bytes_and_a_timed_answer_has_a_weak_one(
    client: FlaskClient,
) -> None:
    for path in PATHS:
        first, second = client.get(f"/api/v1/{path}"), client.get(f"/api/v1/{path}")
        timed = path.startswith(("search", "trends"))
        assert first.headers["ETag"].startswith('W/"') is timed, path
        assert timed or first.data == second.data


def test_a_tag_changes_with_the_archive_the_question_and_the_language(tmp_path: Path) -> None:
    with growing(tmp_path / "archive") as site:
        site.add("Meeting 1")

        def tags() -> set[str]:
            asked = ("search", "search?q=a", "search?ui=fr", "coverage", "coverage?ui=fr")
            got = [site.client.get(f"/api/v1/{path}").headers["ETag"] for path in asked]
            french = {"Accept-Language": "fr"}
            got.append(site.client.get("/api/v1/search", headers=french).headers["ETag"])
            assert len(set(got)) == len(got)
            return set(got)

        before = tags()
        assert tags() == before
        site.add("Meeting 2")
        after = tags()
        assert not before & after
        site.reindex()
        assert not after & tags()


def test_a_cache_is_told_where_the_browser_chose_the_language(client: FlaskClient) -> None:
    french = client.get("/api/v1/search?q=police", headers={"Accept-Language": "fr-CA, en;q=0.5"})
    assert french.headers["Content-Language"] == "fr"
    assert "Accept-Language" in french.headers["Vary"]
    assert french.json["understood"].startswith("pages avec")
    named = client.get("/api/v1/search?q=police&ui=en", headers={"Accept-Language": "fr"})
    assert named.headers["Content-Language"] == "en"
    assert named.json["understood"].startswith("pages with")


def test_sentences_of_ours_are_in_the_language_asked_and_scraped_text_is_as_it_was(
    client: FlaskClient, id_of
) -> None:
    path = f"/api/v1/documents/{id_of('Harbour clinic')}"
    english, french = client.get(path).json, client.get(f"{path}?ui=fr").json
    assert english["text"] == french["text"]
    pairs = list(zip(english["removed"], french["removed"], strict=True))
    assert all(one["text"] == other["text"] for one, other in pairs)
    assert any(one["reason"] != other["reason"] for one, other in pairs)
    problem = client.get("/api/v1/search?q=(&ui=fr").json
    assert problem["title"] == "La requête ne peut pas être comprise"


@pytest.mark.parametrize("path", ["search", "documents/0123456789abcdef", "openapi.json"])
def test_head_and_options_are_answered_and_nothing_that_writes(
    client: FlaskClient, path: str
) -> None:
    got, head = client.get(f"/api/v1/{path}"), client.head(f"/api/v1/{path}")
    assert (head.status_code, head.data) == (got.status_code, b"")
    assert head.headers.get("ETag") == got.headers.get("ETag")
    options = client.options(f"/api/v1/{path}")
    assert set(options.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
    for method in ("post", "put", "patch", "delete"):
        refused = getattr(client, method)(f"/api/v1/{path}")
        assert (refused.status_code, refused.content_type) == (405, "application/problem+json")
        assert set(refused.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_pages_of_other_sites_cannot_read_it(client: FlaskClient) -> None:
    for method in ("get", "options"):
        answer = getattr(client, method)(
            "/api/v1/search",
            headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "GET"},
        )
        assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]


@pytest.mark.parametrize("host", ['evil.example"><x', "a b", "evil.example/path", "x@y", "é", ""])
def test_a_host_header_that_is_no_host_is_in_no_address(client: FlaskClient, host: str) -> None:
    headers = {"Host": host}
    for path in ("/api/v1/search?limit=1", "/feed.atom", "/opensearch.xml"):
        told = client.get(path, headers=headers)
        assert told.status_code == 421
        assert "evil" not in told.text


def test_the_public_address_stands_before_every_whole_address(tmp_path: Path) -> None:
    with growing(tmp_path / "archive", "https://archive.example/") as site:
        site.add("Meeting 1")
        site.add("Meeting 2")
        link = site.client.get("/fr/api/v1/search?limit=1").headers["Link"]
        assert link.count("<https://archive.example/fr/api/v1/search?limit=1") == 2
        for path in ("/feed.atom", "/opensearch.xml"):
            told = site.client.get(path, headers={"Host": "127.0.0.1:8000"}).text
            assert "https://archive.example/" in told
            assert "127.0.0.1" not in told
            assert "localhost" not in told
        assert "curl https://archive.example/api/v1/" in site.client.get("/api/docs").text


def test_all_values_of_a_facet_are_counted_as_the_search_counts_them(client: FlaskClient) -> None:
    found = client.get("/api/v1/search?q=council").json
    for field, counted in found["facets"].items():
        every = client.get(f"/api/v1/facets/{field}?q=council").json
        assert every["total"] == found["total"]
        for value in counted["values"]:
            assert value in every["values"]
        assert every["other"] == 0
    some = client.get("/api/v1/facets/source?q=council&contains=TIMES&order=name&limit=1").json
    assert [value["label"] for value in some["values"]] == ["Council Times"]
    everything = client.get("/api/v1/facets/source?q=council").json
    assert some["other"] == sum(value["count"] for value in everything["values"][1:])
    assert client.get("/api/v1/facets/nothing").status_code == 404


def test_counts_are_those_of_the_pages(client: FlaskClient) -> None:
    grid = client.get("/api/v1/coverage?by=source").json
    for row in grid["rows"]:
        assert (
            client.get("/api/v1/search", query_string={"source": row["value"]}).json["total"]
            == (row["total"])
        )
    lines = client.get("/api/v1/trends?q=police&q=council&q=(").json["trends"]
    assert [line["fault"] is None for line in lines] == [True, True, False]
    assert (
        sum(point["count"] for point in lines[0]["points"])
        + lines[0]["undated"]
        + lines[0]["uncertain"]
        == (client.get("/api/v1/search?q=police").json["total"])
    )


def test_what_was_removed_and_what_came_are_told_of_each_capture(
    client: FlaskClient, id_of
) -> None:
    path = f"/api/v1/documents/{id_of('Harbour clinic')}"
    whole, removed = client.get(path).json, client.get(f"{path}/removed").json
    assert (removed["removed"], removed["digest"]) == (whole["removed"], whole["digest"])
    (capture,) = client.get(f"{path}/captures").json["captures"]
    assert capture["current"]
    original = client.get(f"{path}/original?digest={capture['digest']}").json
    assert original["bytes_count"] == len(client.get(original["raw"]).data)
    missing = client.get(f"{path}/removed?digest={'0' * 64}")
    assert missing.status_code == 404


def test_an_account_of_the_archive_tells_no_command_and_no_folder(client: FlaskClient) -> None:
    told = client.get("/api/v1/methods").json
    assert told["stats"] == client.get("/api/v1/stats").json
    assert {"command", "inputs"}.isdisjoint(told["runs"][0])
