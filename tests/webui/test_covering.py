"""Where nothing is found: what the archive covers of what was asked."""

import re

import pytest
from flask.testing import FlaskClient

from tests.webui.test_search_page import heading, page, words


def covered(client: FlaskClient, asked: str) -> list[str]:
    return words(page(client, f"/?{asked}"), ".covered li")


def test_a_place_tells_its_pages_their_years_and_that_none_is_of_the_asked_one(
    client: FlaskClient,
) -> None:
    told = "Hamilton, Ontario 13 pages, 2011 to 2018. Nothing from 2020 for certain."
    for asked in ("q=council&city=5969782&year=2020", "city=5969782&from=2020&to=2020"):
        assert covered(client, asked) == [told]
    typed = covered(client, "q=zebra+city:Hamilton+year:2020")
    assert typed == [told.replace("Hamilton, Ontario", "city:Hamilton")]


def test_the_numbers_are_what_the_searches_find(client: FlaskClient) -> None:
    asked = "/?q=zebra&source=Council+Times&year=2013&year=2014"
    soup = page(client, asked)
    (told,) = words(soup, ".covered li")
    total, then = map(int, re.findall(r"(\d+) pages", told))
    link = soup.select_one(".covered a")["href"]
    assert heading(page(client, link)) == f"{total} pages"
    assert heading(page(client, f"{link}&year=2013&year=2014")) == f"{then} pages"
    assert "are from 2013 and 2014." in told


def test_pages_without_a_certain_year_are_told(client: FlaskClient) -> None:
    (told,) = covered(client, "q=zebra&language=en&year=1990")
    assert "Nothing from 1990 for certain." in told
    assert re.search(r"\d pages have no certain year\.$", told)
    assert covered(client, "q=zebra+lang:fr") == ["lang:fr 1 page, without a certain year."]


def test_what_the_archive_has_nothing_of_is_said(client: FlaskClient) -> None:
    assert covered(client, "q=police&source=Nobody") == ["Nobody No page in this archive."]


def test_a_time_alone_is_held_against_the_whole_archive(client: FlaskClient) -> None:
    (told,) = covered(client, "q=police+after:2030")
    assert told.startswith("The whole archive 31 pages, 2010 to 2018. Nothing from 1 January 2031")


@pytest.mark.parametrize(
    "asked",
    ["q=zebra", "q=zebra&year=-&not_city=5969782", "q=(zebra+OR+city:Hamilton)+-police+xyz"],
)
def test_nothing_is_said_where_nothing_narrows(client: FlaskClient, asked: str) -> None:
    assert covered(client, asked) == []


@pytest.mark.parametrize(
    ("asked", "time"),
    [
        ("from=2020-05&to=2020-05", "May 2020"),
        ("from=2020-05&to=2021-06", "May 2020 to June 2021"),
        ("from=2020-05-02&to=2020-05-02", "2 May 2020"),
        ("from=2020&to=2021", "2020 to 2021"),
        ("from=2020-05", "1 May 2020 or later"),
        ("to=1990", "31 December 1990 or earlier"),
    ],
)
def test_a_time_is_told_in_the_fewest_words(client: FlaskClient, asked: str, time: str) -> None:
    (told,) = covered(client, f"q=zebra&{asked}")
    assert f"Nothing from {time} for certain." in told


def test_it_is_said_in_french_too(client: FlaskClient) -> None:
    soup = page(client, "/fr/?q=council&city=5969782&year=2020")
    told = words(soup, ".covered li")[0]
    assert "13 pages, de 2011 à 2018." in told
    assert "Rien" in told
