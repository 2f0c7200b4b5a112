"""The site answers under its own names alone, whatever is asked of it."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from archive import Archive
from indexer.search import Searcher
from tests.webui.routes import addresses
from webui import create_app
from webui.gate.hosts import Hosts

OURS = ["localhost", "LocalHost:8000", "localhost.", "127.0.0.1:80", "[::1]:8000", "localhost:"]
ODD = [
    "",
    "evil.example",
    "evil.example:8000",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "localhost..",
    "user@localhost",
    "localhost, evil.example",
    "localhost:99999",
    "localhost:80:80",
    "localhost:8o",
    "127.1",
    "2130706433",
    "0.0.0.0",
    "192.168.1.4",
    "[::2]",
    "::1",
    "localhost/",
    "localhost\N{KELVIN SIGN}",
]
METHODS = ("GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE")


def status(app: Flask, host: str | None, path: str = "/", method: str = "GET") -> int:
    """The status of a request with exactly this Host header; None: without one."""
    with app.test_request_context(path, method=method) as context:
        environ = dict(context.request.environ)
    environ.pop("HTTP_HOST", None)
    if host is not None:
        environ["HTTP_HOST"] = host
    said: list[str] = []
    body = app.wsgi_app(environ, lambda status, headers, exc=None: said.append(status))  # type: ignore[arg-type,return-value]
    for _ in body:
        pass
    getattr(body, "close", lambda: None)()
    return int(said[0][:3])


@pytest.mark.parametrize("host", OURS)
def test_the_names_of_this_machine_are_answered(app: Flask, host: str) -> None:
    assert status(app, host) == 200


@pytest.mark.parametrize("host", [None, *ODD])
def test_any_other_name_is_misdirected(app: Flask, host: str | None) -> None:
    assert status(app, host) == 421


@pytest.mark.parametrize("method", METHODS)
def test_no_route_and_no_file_answers_under_a_strangers_name(
    app: Flask, client: FlaskClient, id_of: Callable[[str], str], method: str
) -> None:
    more = ("/static/style.css", "/fr/static/style.css", "/no/such/page", "//", "/fr", "/fr/")
    for address in (*addresses(app, id_of("hostile")), *more):
        answer = client.open(address, method=method, headers={"Host": "evil.example"})
        assert answer.status_code == 421, address
        assert "evil" not in answer.text
        assert "evil" not in str(answer.headers)


def test_a_refusal_says_what_to_do_and_nothing_of_the_archive(
    searcher: Searcher, archive: Archive
) -> None:
    app = create_app(searcher, archive)
    for path, words in (("/", "localhost or 127.0.0.1"), ("/fr/", "127.0.0.1")):
        page = app.test_client().get(path, headers={"Host": "evil.example"})
        assert words in page.text
        assert "fonds.toml" in page.text
        assert "<form" not in page.text  # no search box, no link into the archive
        assert "<a " not in page.text
        assert page.headers["Content-Language"] == ("fr" if "fr" in path else "en")
    told = app.test_client().get("/api/v1/stats", headers={"Host": "evil.example"})
    assert told.mimetype == "application/problem+json"
    assert told.json["type"] == "urn:fonds:problem:misdirected"
    assert "public_url" in told.json["mend"]


def test_the_public_host_is_answered_and_named_ones_are(
    searcher: Searcher, archive: Archive
) -> None:
    app = create_app(searcher, archive, "https://News.example:8443/archive")
    assert status(app, "news.example") == 200
    assert status(app, "NEWS.example:1234") == 200
    assert status(app, "other.example") == 421
    hosts = Hosts("127.0.0.1", "", "box.lan, [FE80::1]")
    assert hosts.answers("BOX.lan:80")
    assert hosts.answers("[fe80:0::1]")
    assert not hosts.answers("lan")


@pytest.mark.parametrize("listens_at", ["0.0.0.0", "::", "192.168.1.4"])
def test_a_server_that_others_reach_answers_to_addresses_in_numbers_but_to_no_strangers_name(
    listens_at: str,
) -> None:
    hosts = Hosts(listens_at, "", "")
    for ours in ("192.168.1.4:8000", "[2001:db8::1]:80", "10.1.2.3", "localhost"):
        assert hosts.answers(ours)
    for other in ("evil.example", "evil.example:80", "192.168.1.4.evil.example", ""):
        assert not hosts.answers(other)


def test_a_server_that_others_reach_by_a_name_answers_to_it() -> None:
    assert Hosts("box.lan", "", "").answers("box.lan:8000")
