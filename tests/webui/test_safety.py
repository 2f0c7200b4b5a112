"""What keeps a hostile page harmless, on every route."""

import json
import logging

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import NotFound

from archive import Archive
from indexer.search import Searcher
from tests.webui.pages import HOSTILE
from webui import create_app
from webui.safety import USUAL, Policy, outward, policy, protect

CANARY = "canaryxyzzy"


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    for chosen in (USUAL, Policy(True, True), Policy(framed=True, inert=True), Policy(posts=True)):
        policy = chosen.headers()["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        # Scraped markup may have styles of its own, in a frame that may do and fetch nothing.
        assert ("unsafe" in policy) is chosen.inert
        assert "script-src" not in policy or not chosen.inert
        assert "*" not in policy
        assert "http" not in policy
    assert Policy(inert=True).headers()["Content-Security-Policy"].startswith("sandbox;")


SENDERS = (
    ({}, 405),  # a program of the reader's own
    ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 405),
    ({"Sec-Fetch-Site": "none"}, 405),
    ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, 403),
    ({"Sec-Fetch-Site": "same-site"}, 403),
    ({"Origin": "http://localhost"}, 405),
    ({"Origin": "http://LOCALHOST"}, 405),
    ({"Origin": "null"}, 403),
    ({"Origin": "https://evil.example"}, 403),
    ({"Origin": "http://localhost:81"}, 403),
    ({"Origin": "http://[", "Referer": "http://localhost/"}, 403),
    ({"Referer": "http://localhost/lists"}, 405),
    ({"Referer": "http://evil.example/http://localhost/"}, 403),
)


@pytest.mark.parametrize(("sender", "status"), SENDERS)
def test_a_form_from_another_site_is_refused_on_every_page(
    client: FlaskClient, sender: dict[str, str], status: int
) -> None:
    for method in ("post", "put", "delete", "patch"):
        assert getattr(client, method)("/", headers=sender).status_code == status
    assert client.get("/", headers=sender).status_code == 200


def test_a_form_that_came_in_the_open_is_refused_where_the_site_is_encrypted(
    searcher: Searcher, archive: Archive
) -> None:
    client = create_app(searcher, archive, "https://news.example").test_client()
    for sender, status in (("https://news.example", 405), ("http://news.example", 403)):
        asked = {"Host": "news.example", "Origin": sender}
        assert client.post("/", headers=asked).status_code == status


def test_who_is_refused_is_told_why_and_how_to_go_on(client: FlaskClient) -> None:
    evil = {"Origin": "https://evil.example"}
    page, problem = client.post("/", headers=evil), client.post("/api/v1/search", headers=evil)
    assert "was not sent by a page of this archive" in page.text
    assert "evil" not in page.text
    assert problem.json["type"] == "urn:fonds:problem:sent-from-elsewhere"
    for answer in (page, problem):
        assert USUAL.headers().items() <= dict(answer.headers).items()


def test_a_view_with_a_policy_of_its_own_carries_it_also_on_its_errors() -> None:
    app = Flask(__name__)
    protect(app)

    @app.get("/framed")
    @policy(Policy(framed=True, inert=True))
    def framed() -> str:
        raise NotFound

    @app.get("/usual")
    def usual() -> str:
        return ""

    answer = app.test_client().get("/framed")
    assert answer.status_code == 404
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert answer.headers["Content-Security-Policy"] == (
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; "
        "frame-src 'none'; frame-ancestors 'self'"
    )
    other = app.test_client().get("/usual").headers
    assert USUAL.headers().items() <= dict(other).items()
    assert "frame-ancestors 'none'" in other["Content-Security-Policy"]


def test_hostile_text_comes_out_as_text_everywhere(app: Flask, client: FlaskClient, id_of) -> None:
    id = id_of("hostile")
    pages = ["/", "/?q=hostile", f"/doc/{id}?q=hostile"]
    pages += [f"/doc/{id}?view={view}" for view in ("original", "removed")]
    for address in pages:
        text = client.get(address).text
        assert "<script>" not in text, address
        soup = BeautifulSoup(text, "html.parser")
        assert not soup.select(
            "img, iframe, object, embed, style, form:not(#search, [method=dialog])"
        ), address
        for script in soup.select("script"):
            if script.get("type") == "application/ld+json":
                assert json.loads(script.string)["@type"] == "WebPage", address
            else:
                assert script["src"].startswith("/static/"), address
                assert not script.string, address
        for tag in soup.find_all(True):
            assert not [name for name in tag.attrs if name.startswith("on") or name == "style"]
            assert not str(tag.get("href", "")).startswith("javascript:"), address
    assert "alert(1)" in client.get(f"/doc/{id}").text


@pytest.mark.parametrize("name", ["q", "city", "source", "from", "limit", "sort", "after", "other"])
def test_hostile_parameters_come_out_as_text(client: FlaskClient, name: str) -> None:
    for value in (HOSTILE, f"({HOSTILE}"):
        answer = client.get("/", query_string={name: value, "language": "en"})
        assert answer.status_code in (200, 400)
        assert "<script>alert" not in answer.text
        assert "<img" not in answer.text


def test_links_out_are_http_only_and_tell_nothing(client: FlaskClient, id_of) -> None:
    soup = BeautifulSoup(client.get(f"/doc/{id_of('Meeting 1 ')}").text, "html.parser")
    out = [link for link in soup.select("a") if not link["href"].startswith(("/", "#"))]
    assert out
    for link in out:
        assert link["href"].startswith("https://council.example/")
        assert set(link["rel"]) == {"noreferrer", "noopener"}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//x.example",
        "http:x",
        "http://[",
        "",
        "ftp://x.example/",
        "java\nscript:x",
    ],
)
def test_what_is_not_the_web_is_no_link(address: str) -> None:
    assert outward(address) is None


def test_styles_and_script_are_kept_for_a_year_under_an_address_that_changes_with_them(
    client: FlaskClient,
) -> None:
    soup = BeautifulSoup(client.get("/").text, "html.parser")
    for address in (soup.select_one("link[rel=stylesheet]")["href"], soup.script["src"]):
        assert "?v=" in address
        assert "immutable" in client.get(address, buffered=True).headers["Cache-Control"]
        assert "immutable" not in client.get(address + "0", buffered=True).headers["Cache-Control"]
    assert client.get("/?q=x").headers["Cache-Control"] == "private, no-cache"


def test_no_query_is_ever_logged(
    app: Flask,
    client: FlaskClient,
    searcher: Searcher,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.DEBUG)
    for address in (
        f"/?q={CANARY}",
        f"/?q=({CANARY}",
        f"/?from={CANARY}",
        f"/api/v1/search?q={CANARY}",
    ):
        client.get(address)

    def fails(*_: object) -> None:
        raise RuntimeError(CANARY)

    monkeypatch.setattr(searcher, "search", fails)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    answer = client.get(f"/?q={CANARY}")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.text
    told = caplog.text + "".join(capfd.readouterr())
    assert "RuntimeError" in told
    assert CANARY not in told
