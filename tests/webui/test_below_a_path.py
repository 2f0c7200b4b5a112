"""A site that lies below a path of its host: no address that it makes leads out of it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from archive import Archive
from indexer.search import Searcher
from tests.webui.routes import addresses
from webui import create_app
from webui.app import take_steps
from webui.gate.proxies import READER, ProxyStep

PUBLIC = "https://news.example/archive"
PATH = "/archive"
# Pages of one kind (a route with the same names of parameters) that are looked at.
MOST_OF_A_KIND = 1
# Attributes that no browser follows but that hold text of a page or of the reader.
TEXT = {"content", "value", "title", "aria-label", "alt", "placeholder", "data-label", "data-text"}


@dataclass(frozen=True)
class Way:
    """How a proxy passes requests on: with or without the path, and what it says of it."""

    keeps: bool
    headers: dict[str, str]
    public_url: str = ""
    trusted: str = ""


SAID = {
    "X-Forwarded-Prefix": PATH,
    "X-Forwarded-Host": "news.example",
    "X-Forwarded-Proto": "https",
    "Host": "localhost",
}
WAYS = {
    "public_url, path kept": Way(True, {"Host": "news.example"}, PUBLIC),
    "public_url, path taken off": Way(False, {"Host": "127.0.0.1:8000"}, f"{PUBLIC}/"),
    "header, path taken off": Way(False, SAID, trusted="127.0.0.0/8"),
    "header, path kept": Way(True, SAID, trusted="10.0.0.1, 127.0.0.1"),
}


@pytest.fixture(params=WAYS.values(), ids=WAYS.keys())
def way(request: pytest.FixtureRequest) -> Way:
    found: Way = request.param
    return found


def site(searcher: Searcher, archive: Archive, way: Way) -> Flask:
    """The site as it stands behind the proxy; settings of the archive that are not its own."""
    app = create_app(searcher, archive, way.public_url)
    if way.trusted:
        # As create_app does where fonds.toml names the proxy and the host.
        app.wsgi_app = app.wsgi_app.app.app.app  # type: ignore[attr-defined,method-assign]
        more = replace(archive.settings, trusted_proxies=way.trusted, hosts="news.example")
        take_steps(app, more, "127.0.0.1")
    return app


def inside(way: Way, path: str) -> str:
    """The path that the site gets for one outside."""
    return path if way.keeps else path.removeprefix(PATH) or "/"


def get(client: FlaskClient, way: Way, address: str) -> TestResponse:
    """What a reader gets who asks for an address outside."""
    parts = urlsplit(address)
    path = inside(way, parts.path) + (f"?{parts.query}" if parts.query else "")
    return client.get(path, headers=way.headers, buffered=True)


def leads(answer: TestResponse) -> Iterator[str]:
    """Every address in an answer: headers, markup, XML, JSON."""
    yield from re.findall(r"<([^>]*)>;", answer.headers.get("Link", ""))
    yield from re.findall(r"Path=([^;]*)", answer.headers.get("Set-Cookie", ""))
    yield from filter(None, [answer.headers.get("Location")])
    if answer.mimetype == "text/html":
        yield from in_markup(answer.text)
    elif answer.mimetype.endswith("xml"):
        for element in ElementTree.fromstring(answer.data).iter():
            names = () if element.get("rel") == "via" else ("href", "template")
            yield from (element.attrib[name] for name in names if name in element.attrib)
    elif answer.mimetype in ("application/json", "application/x-suggestions+json"):
        yield from in_json(json.loads(answer.text))


def in_markup(html: str) -> Iterator[str]:
    """Every attribute that a browser or a script follows, and what meta tags say of this site."""
    for tag in BeautifulSoup(html, "html.parser").find_all(True):
        for name, value in tag.attrs.items():
            said = str(value)
            followed = name in ("href", "src", "action", "formaction", "poster", "data")
            own = said.startswith("/") and name not in TEXT
            if followed or own or (tag.name == "meta" and "//news.example" in said):
                yield said


def in_json(value: object) -> Iterator[str]:
    """Every text of JSON that is an address of this site."""
    if isinstance(value, dict):
        for each in value.values():
            yield from in_json(each)
    elif isinstance(value, list):
        for each in value:
            yield from in_json(each)
    elif isinstance(value, str) and re.match(r"/[a-z]|https?://(news\.example|local|127)", value):
        yield value


def is_below(found: str) -> bool:
    """Whether an address of this site lies below its path; others are no matter here."""
    parts = urlsplit(found)
    if parts.scheme not in ("", "http", "https") or found.startswith("#"):
        return True
    if parts.netloc and parts.netloc not in ("news.example", "localhost", "127.0.0.1:8000"):
        return True
    if parts.netloc and (parts.scheme, parts.netloc) != ("https", "news.example"):
        return False
    return parts.path == PATH or parts.path.startswith(f"{PATH}/")


def kind_of(address: str) -> str:
    """What many addresses have in common: the route and the names of parameters."""
    parts = urlsplit(address)
    names = sorted(set(re.findall(r"(?:^|&)([^=&]*)=", parts.query)))
    return re.sub(r"[0-9a-f]{16,64}", "ID", parts.path) + "?" + "&".join(names)


@pytest.mark.parametrize(
    ("language", "way"),
    [("", WAYS["public_url, path kept"]), ("/fr", WAYS["header, path taken off"])],
    ids=["en", "fr"],
)
def test_every_address_that_is_met_lies_below_the_path(
    searcher: Searcher, archive: Archive, id_of, way: Way, language: str
) -> None:
    app = site(searcher, archive, way)
    client = app.test_client()
    start = [f"{PATH}{language}{one}" for one in addresses(app, id_of("Meeting 7 "))]
    start += [f"{PATH}{language}/?q=police", f"{PATH}{language}/?q=polise&fold=true"]
    waiting, kinds, seen = start, dict[str, int](), 0
    while waiting:
        address = waiting.pop(0)
        kind = kind_of(address)
        kinds[kind] = kinds.get(kind, 0) + 1
        if kinds[kind] > MOST_OF_A_KIND:
            continue
        answer = get(client, way, address)
        seen += 1
        if address.endswith(("/rendered", ".jsonl")) or "/original" in address or "/raw" in address:
            continue  # markup of scraped pages, as it came
        assert answer.status_code < 500, address
        for found in leads(answer):
            whole = urljoin(address, found) if not found.startswith("/") else found
            if found.startswith("/static/") or not is_below(whole):
                pytest.fail(f"{address} leads to {found}")
            if (
                seen < 400
                and not urlsplit(whole).fragment
                and urlsplit(whole).path.startswith(PATH)
            ):
                waiting.append(whole.partition("://news.example")[2] or whole)
    assert seen > 60


def test_the_document_and_its_neighbours_are_reached_by_their_links(
    searcher: Searcher, archive: Archive, id_of, way: Way
) -> None:
    client = site(searcher, archive, way).test_client()
    for language in ("", "/fr"):
        page = get(client, way, f"{PATH}{language}/doc/{id_of('Meeting 7 ')}")
        assert page.status_code == 200
        soup = BeautifulSoup(page.text, "html.parser")
        canonical = soup.select_one("link[rel=canonical]")
        if canonical:
            assert str(canonical["href"]).startswith(PUBLIC)
        style = str(soup.select_one("link[rel=stylesheet]")["href"])
        assert style.startswith(f"{PATH}/static/")
        assert get(client, way, style).status_code == 200
        other = soup.select_one("nav.languages a")
        assert str(other["href"]).startswith(f"{PATH}/{'en' if language else 'fr'}/doc/")
    described = get(client, way, f"{PATH}/opensearch.xml").text
    assert f'template="{PUBLIC}/?q={{searchTerms}}"' in described
    openapi = get(client, way, f"{PATH}/fr/api/v1/openapi.json").json
    assert openapi["servers"] == [{"url": f"{PATH}/fr"}]
    link = get(client, way, f"{PATH}/api/v1/search?limit=1").headers["Link"]
    assert link.startswith(f"<{PUBLIC}/api/v1/search?limit=1>")
    short = get(client, way, f"{PATH}/doc/{id_of('Meeting 7 ')[:8]}")
    assert short.location.startswith(f"{PATH}/doc/")


def test_the_path_itself_is_the_front_page(searcher: Searcher, archive: Archive, way: Way) -> None:
    client = site(searcher, archive, way).test_client()
    assert get(client, way, PATH).status_code == 200
    assert get(client, way, f"{PATH}/").status_code == 200


@pytest.mark.parametrize(
    ("peer", "trusted", "chain", "reader"),
    [
        ("10.0.0.1", "10.0.0.0/8", "203.0.113.7", "203.0.113.7"),
        ("10.0.0.1", "10.0.0.0/8", "1.2.3.4, 203.0.113.7", "203.0.113.7"),
        ("10.0.0.1", "10.0.0.0/8", "203.0.113.7, 10.9.9.9", "203.0.113.7"),
        ("10.0.0.1", "10.0.0.0/8", "203.0.113.7, nonsense", "10.0.0.1"),
        ("10.0.0.1", "10.0.0.0/8", "[2001:db8::7]:4711", "[2001:db8::7]:4711"),
        ("::ffff:10.0.0.1", "10.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("10.0.0.1", "10.0.0.0/8", "", "10.0.0.1"),
        ("192.0.2.1", "10.0.0.0/8", "203.0.113.7", "192.0.2.1"),
        ("10.0.0.1", "", "203.0.113.7", "10.0.0.1"),
        ("", "10.0.0.0/8", "203.0.113.7", ""),
    ],
)
def test_the_reader_is_the_last_address_that_no_trusted_proxy_has(
    peer: str, trusted: str, chain: str, reader: str
) -> None:
    environ = {"REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": chain}
    ProxyStep(lambda *_: [], "", trusted, frozenset())(environ, lambda *_: print)  # type: ignore[arg-type,return-value]
    assert environ[READER] == reader
    assert "HTTP_X_FORWARDED_FOR" not in environ


def test_what_anybody_but_a_trusted_proxy_says_is_ignored(client: FlaskClient) -> None:
    plain = client.get("/api/v1/search?limit=1").headers["Link"]
    said = SAID | {"Forwarded": "host=news.example;proto=https"}
    assert client.get("/api/v1/search?limit=1", headers=said).headers["Link"] == plain
    assert "/archive" not in client.get("/", headers=said).text


@pytest.mark.parametrize("prefix", ["//evil.example", "/a b", "/../x", "javascript:1", '/"><x'])
def test_a_prefix_that_is_no_path_is_ignored(
    searcher: Searcher, archive: Archive, prefix: str
) -> None:
    way = Way(False, SAID | {"X-Forwarded-Prefix": prefix}, trusted="127.0.0.1")
    page = site(searcher, archive, way).test_client().get("/", headers=way.headers)
    assert page.status_code == 200
    assert 'href="/fr/"' in page.text
    assert "evil" not in page.text


def test_a_host_that_a_trusted_proxy_passes_on_is_looked_at_too(
    searcher: Searcher, archive: Archive
) -> None:
    way = Way(False, SAID | {"X-Forwarded-Host": "evil.example"}, trusted="127.0.0.1")
    app = site(searcher, archive, way)
    assert app.test_client().get("/", headers=way.headers).status_code == 421


def test_a_path_that_begins_like_the_sites_own_is_never_taken_for_the_prefix(
    searcher: Searcher, archive: Archive, id_of
) -> None:
    app = create_app(searcher, archive, "https://news.example/doc")
    page = app.test_client().get(f"/doc/{id_of('Meeting 7 ')}")
    assert page.status_code == 200
    assert 'href="/doc/fr/doc/' in page.text


@pytest.mark.parametrize("path", ["//", "/static//x", "/doc//x", "//evil.example/x", "/search/"])
def test_a_doubled_slash_leads_nowhere_else(
    searcher: Searcher, archive: Archive, way: Way, path: str
) -> None:
    answer = get(site(searcher, archive, way).test_client(), way, PATH + path)
    assert all(map(is_below, leads(answer)))
    assert answer.status_code in (200, 404)
