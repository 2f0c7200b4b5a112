"""What holds on every route, found by walking the site's map."""

import json
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.routing import RequestRedirect

from tests.webui.pages import HOSTILE
from tests.webui.routes import addresses, rules
from webui.safety import OF_VIEW, USUAL, Policy

METHODS = ("GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH")
EVIL = {"Origin": "https://evil.example", "Referer": "https://evil.example/page"}
# Parameters of all pages, each with what breaks out of markup, headers and quotation marks.
NAMES = ("q", "city", "from", "after", "sort", "limit", "view", "at", "by", "show", "digest", "old")
HOSTILE_QUERY = dict.fromkeys(NAMES, f"{HOSTILE}\r\nX-Evil: 1")


def policy_of(app: Flask, address: str, method: str) -> Policy:
    """The policy of the view behind an address; of what is no route, the usual one."""
    path = unquote(urlsplit(address).path)
    try:
        endpoint, _ = app.url_map.bind("localhost").match(path, method)
    except (NotFound, MethodNotAllowed, RequestRedirect):
        return USUAL
    return getattr(app.view_functions[endpoint], OF_VIEW, USUAL)


@pytest.mark.parametrize("method", METHODS)
def test_every_answer_carries_its_headers_and_none_that_a_page_or_a_reader_wrote(
    app: Flask, client: FlaskClient, id_of, method: str
) -> None:
    for address in addresses(app, id_of("hostile")):
        for asked in ({}, HOSTILE_QUERY) if method == "GET" else ({},):
            answer = client.open(address, method=method, query_string=asked, buffered=True)
            assert answer.status_code < 500, address
            for name, value in policy_of(app, address, method).headers().items():
                assert answer.headers.getlist(name) == [value], (method, address)
            assert answer.headers["Cache-Control"], address
            assert "Set-Cookie" not in answer.headers
            told = str(answer.headers).replace("\r\n", "\n")
            assert "X-Evil" not in answer.headers
            for never in ("hostile", "<script", "alert(1)"):
                assert never not in told, (address, told)


def test_no_route_but_those_of_forms_can_be_written_to(app: Flask) -> None:
    reading = {"GET", "HEAD", "OPTIONS"}
    writing = {rule.rule for rule in rules(app) if not reading >= (rule.methods or set())}
    assert writing == {"/lists", "/login", "/logout", "/quotation"}
    for rule in rules(app):
        posts = getattr(app.view_functions[rule.endpoint], OF_VIEW, USUAL).posts
        assert posts == (rule.rule in writing)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_what_another_site_sends_is_refused_on_every_route(
    app: Flask, client: FlaskClient, id_of, method: str
) -> None:
    for address in addresses(app, id_of("hostile")):
        answer = client.open(address, method=method, headers=EVIL)
        assert answer.status_code == 403, address
        assert "evil" not in answer.text
        assert "evil" not in str(answer.headers)


def test_head_is_get_without_a_body_on_every_route(app: Flask, client: FlaskClient, id_of) -> None:
    for address in addresses(app, id_of("hostile")):
        got, head = client.get(address, buffered=True), client.head(address, buffered=True)
        assert head.status_code == got.status_code, address
        assert head.content_type == got.content_type, address
        assert head.data == b"", address


def test_an_answer_that_has_not_changed_carries_every_header(
    app: Flask, client: FlaskClient, id_of
) -> None:
    unchanged = 0
    for address in addresses(app, id_of("hostile")):
        tag = client.get(address, buffered=True).headers.get("ETag")
        if tag is None:
            continue
        again = client.get(address, headers={"If-None-Match": tag}, buffered=True)
        assert again.status_code == 304, address
        assert policy_of(app, address, "GET").headers().items() <= dict(again.headers).items()
        unchanged += 1
    assert unchanged > 2


def test_no_page_holds_markup_that_a_page_or_a_reader_wrote(
    app: Flask, client: FlaskClient, id_of
) -> None:
    for address in addresses(app, id_of("hostile")):
        for asked in (HOSTILE_QUERY, {"q": f'hostile OR "{HOSTILE}"'}):
            answer = client.get(address, query_string=asked, buffered=True)
            if answer.mimetype == "text/html" and not address.endswith("/rendered"):
                assert list(harm_in(answer.text)) == [], address


def harm_in(html: str) -> Iterator[str]:
    """What could do something on a page and is not the site's own."""
    for tag in BeautifulSoup(html, "html.parser").find_all(True):
        if tag.name in ("img", "object", "embed", "style", "base", "applet"):
            yield str(tag)
        if tag.name == "script" and not is_ours(tag):
            yield str(tag)
        for name, value in tag.attrs.items():
            if name.startswith("on") or name in ("style", "srcdoc", "http-equiv"):
                yield str(tag)
            if name in ("href", "src", "action", "formaction", "data", "poster"):
                yield from [str(tag)] if leads_out(tag.name, name, str(value)) else []


def is_ours(script: Tag) -> bool:
    """Whether a script is a file of the site, or data that no browser runs and no text ends."""
    if script.get("type") == "application/ld+json":
        return "<" not in script.text and json.loads(script.text)["@context"] != ""
    return str(script.get("src", "")).startswith("/static/") and not script.text


def leads_out(tag: str, name: str, address: str) -> bool:
    """Whether an address leaves the site otherwise than as a link to the web."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return True
    own = (parts.scheme, parts.netloc) in (("", ""), ("http", "localhost"))
    return not own and not (tag == "a" and name == "href" and parts.scheme in ("http", "https"))
