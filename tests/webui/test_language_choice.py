"""Which language the site speaks, and that no address falls out of it."""

import re

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import create_environ, run_wsgi_app

from webui.speaking import LanguageStep, language, speaking, wanted
from webui.words import t

FRENCH = {"Accept-Language": "fr-CA,fr;q=0.9,en;q=0.5"}


def soup_of(client: FlaskClient, address: str, **headers: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(address, headers=headers).get_data(as_text=True), "html.parser")


@pytest.mark.parametrize("address", ["/fr", "/fr/", "/fr/?q=police", "/fr/coverage", "/fr/nowhere"])
def test_a_prefix_speaks_french_whatever_the_browser_says(
    client: FlaskClient, address: str
) -> None:
    answer = client.get(address, headers={"Accept-Language": "en"})
    assert '<html lang="fr">' in answer.get_data(as_text=True)
    assert answer.headers["Content-Language"] == "fr"
    assert "Accept-Language" not in answer.headers.get("Vary", "")


def test_without_a_prefix_the_browser_decides_and_caches_are_told(client: FlaskClient) -> None:
    for headers, code in ((FRENCH, "fr"), ({}, "en"), ({"Accept-Language": "de, ja"}, "en")):
        answer = client.get("/coverage", headers=headers)
        assert f'<html lang="{code}">' in answer.get_data(as_text=True)
        assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.parametrize(
    ("header", "default", "spoken"),
    [
        (None, "en", "en"),
        (None, "fr", "fr"),
        ("fr", "en", "fr"),
        ("FR-ca", "en", "fr"),
        ("en-GB,fr;q=0.9", "fr", "en"),
        ("fr;q=0.1,en;q=0.2", "en", "en"),
        ("fr;q=0", "en", "en"),
        ("*", "fr", "fr"),
        ("de,it", "fr", "fr"),
        ("", "en", "en"),
        (";;q=,,\x00\xff", "en", "en"),
        ("fr;q=nan", "en", "en"),
    ],
)
def test_the_browsers_wish_is_read_with_its_weights(
    header: str | None, default: str, spoken: str
) -> None:
    assert wanted(header, default) == spoken


@pytest.mark.parametrize("path", ["/fr", "/fr/", "/fr/x", "/frx", "/FR/", "/fr/fr/", "//fr/", "fr"])
def test_only_one_small_prefix_is_taken_and_only_once(path: str) -> None:
    seen: list[tuple[str, str]] = []

    def app(environ, start_response):  # type: ignore[no-untyped-def]
        seen.append((environ["SCRIPT_NAME"], environ["PATH_INFO"]))
        start_response("200 OK", [])
        return [b""]

    environ = create_environ("/")
    environ["PATH_INFO"], environ["SCRIPT_NAME"] = path, "/archive"
    run_wsgi_app(LanguageStep(app), environ)
    expected = {
        "/fr": ("/archive/fr", "/"),
        "/fr/": ("/archive/fr", "/"),
        "/fr/x": ("/archive/fr", "/x"),
        "/fr/fr/": ("/archive/fr", "/fr/"),
    }
    assert seen == [expected.get(path, ("/archive", path))]


@pytest.mark.parametrize("path", ["/fr/fr/coverage", "/FR/coverage", "/fr/FR", "/en/fr/", "/fren"])
def test_a_language_twice_or_in_capitals_is_no_address(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/fr//evil.example/", "//evil.example", "/fr/\\evil.example"])
def test_no_address_leads_to_another_site(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    location = answer.headers.get("Location", "/")
    assert location.startswith(("/", "http://localhost/"))
    assert not location.startswith("//")
    switch = BeautifulSoup(answer.get_data(as_text=True), "html.parser").select(".languages a")
    assert all(re.match(r"/(en|fr)/", link["href"]) for link in switch)


def own_links(soup: BeautifulSoup) -> list[str]:
    """Every address of this site on a page, but for the switch and what has one address for all."""
    for switch in soup.select(".languages"):
        switch.decompose()
    found = [tag[name] for name in ("href", "action", "src", "formaction", "data-suggest")
             for tag in soup.select(f"[{name}]")]  # fmt: skip
    return [url for url in found if url.startswith("/") and not url.startswith("/static/")]


PAGES = (
    "/", "/?q=police", "/?q=nothing+police", "/?q=(", "/coverage", "/trends?q=police", "/methods",
    "/lists", "/?q=police&city=6167865&sort=newest&limit=25&from=2012", "/doc/{id}",
    "/doc/{id}?view=removed&q=clinic", "/doc/{id}?view=original", "/doc/{id}/why?q=clinic", "/x",
)  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_every_link_of_a_french_page_stays_in_french(
    client: FlaskClient, id_of, address: str
) -> None:
    address = address.format(id=id_of("Harbour"))
    links = own_links(soup_of(client, f"/fr{address}"))
    assert links
    assert [url for url in links if not re.match(r"/fr([/?#]|$)", url)] == []
    plain = own_links(soup_of(client, address, **FRENCH))
    assert [url for url in plain if re.match(r"/(fr|en)([/?#]|$)", url)] == []


@pytest.mark.parametrize("address", PAGES)
def test_the_switch_leads_to_the_same_page_with_the_same_parameters(
    client: FlaskClient, id_of, address: str
) -> None:
    address = address.format(id=id_of("Harbour"))
    here = soup_of(client, f"/fr{address}").select_one(".languages a")
    assert (here["lang"], here["hreflang"], here.text) == ("en", "en", "English")
    there = soup_of(client, here["href"])
    assert there.html["lang"] == "en"
    back = there.select_one(".languages a")
    assert (back["lang"], back.text) == ("fr", "Français")
    assert (
        BeautifulSoup(client.get(back["href"]).data, "html.parser").title
        == soup_of(client, f"/fr{address}").title
    )


def test_the_switch_keeps_hostile_parameters_harmless(client: FlaskClient) -> None:
    query = '/fr/?q="><script>alert(1)</script>&q2=%0d%0aSet-Cookie:x&\'"><img src=x>'
    soup = soup_of(client, query)
    link = soup.select_one(".languages a")["href"]
    assert not re.search(r"[<>\"\s]", link)
    assert soup.select("script:not([src]), img") == []


def test_a_file_has_one_address_for_all_languages(client: FlaskClient) -> None:
    soup = soup_of(client, "/fr/")
    files = [tag["href"] for tag in soup.select("link[rel=stylesheet]")]
    files += [tag["src"] for tag in soup.select("script")]
    assert files
    assert all(url.startswith("/static/") for url in files)
    assert all(client.get(url, buffered=True).status_code == 200 for url in files)
    assert client.get("/fr" + files[0], buffered=True).status_code == 404
    assert "Vary" not in client.get(files[0], buffered=True).headers


def test_a_site_below_another_path_keeps_both_parts(app: Flask) -> None:
    client = app.test_client()
    answer = client.get("/fr/coverage", base_url="http://localhost/deep/down/")
    soup = BeautifulSoup(answer.get_data(as_text=True), "html.parser")
    assert soup.select_one(".languages a")["href"] == "/deep/down/en/coverage"
    links = own_links(soup)
    files = [url for url in links if "/static/" in url]
    assert files
    assert all(url.startswith("/deep/down/static/") for url in files)
    pages = [url for url in links if "/static/" not in url]
    assert pages
    assert all(url.startswith("/deep/down/fr") for url in pages)


def test_errors_of_the_api_speak_the_language_of_the_path(client: FlaskClient) -> None:
    told = {code: client.get(f"/{code}/api/v1/search?q=(").get_json() for code in ("en", "fr")}
    assert told["en"]["type"] == told["fr"]["type"]
    assert told["en"]["title"] == "The query cannot be understood"
    assert told["fr"]["title"] == "La requête ne peut pas être comprise"


def test_outside_a_request_the_words_are_english_or_as_asked() -> None:
    assert (language(), t("Search")) == ("en", "Search")
    with speaking("fr"):
        assert (language(), t("Search")) == ("fr", "Chercher")
    assert t("Search") == "Search"


def test_the_archive_chooses_what_is_spoken_to_a_browser_that_asks_for_nothing(
    app: Flask,
) -> None:
    spoken: list[str] = []

    def remember(environ, start_response):  # type: ignore[no-untyped-def]
        spoken.append(environ["fonds.language"])
        start_response("200 OK", [])
        return [b""]

    run_wsgi_app(LanguageStep(remember, "fr"), create_environ("/"))
    run_wsgi_app(LanguageStep(remember, "fr"), create_environ("/en/"))
    assert spoken == ["fr", "en"]


def test_nothing_is_said_of_the_language_of_a_capture(client: FlaskClient, id_of) -> None:
    answer = client.get(f"/fr/doc/{id_of('Harbour')}/raw")
    assert "Content-Language" not in answer.headers
    assert "Content-Language" not in client.get("/fr/export.csv?q=police").headers


def test_an_address_of_no_known_letters_keeps_its_switch(client: FlaskClient) -> None:
    for path in (
        "/fr/\u00e9t\u00e9?q=\u00e9t\u00e9",
        "/fr/%ff%fe?q=%ff",
        "/fr/%00",
        "/fr/a%0d%0ab",
    ):
        answer = client.get(path)
        assert answer.status_code == 404
        link = BeautifulSoup(answer.data, "html.parser").select_one(".languages a")["href"]
        assert re.fullmatch(r"/en/[\w%.?=&+-]*", link, re.ASCII), link
