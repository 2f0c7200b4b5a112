"""Coverage, trends and methods: every number leads to as many pages."""

import csv
import io
import re

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from indexer.counts import Point
from webui.chart import drawn, thin


def soup(client: FlaskClient, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return BeautifulSoup(answer.data, "html.parser")


def rows(client: FlaskClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.content_type == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))


def total(client: FlaskClient, address: str) -> int:
    return client.get("/api/v1/search" + address.removeprefix("/")).json["total"]


@pytest.mark.parametrize("by", ["city", "source", "language"])
@pytest.mark.parametrize("narrowed", ["", "&q=council", "&language=en&q=police", "&year=2016"])
def test_every_number_of_the_grid_leads_to_as_many_pages(
    client: FlaskClient, by: str, narrowed: str
) -> None:
    links = soup(client, f"/coverage?by={by}{narrowed}").select(".grid td a")
    assert links
    for link in links:
        assert total(client, link["href"]) == int(link.get_text().replace(",", "")), link["href"]


def test_the_grid_can_be_sorted_by_name_and_by_year(client: FlaskClient) -> None:
    named = [
        th.get_text() for th in soup(client, "/coverage?by=source&order=name").select("tbody th")
    ]
    assert named == [*sorted(named[:-1], key=str.casefold), named[-1]]
    page = soup(client, "/coverage?by=source&order=2016")
    assert page.select_one("th[aria-sort=descending]").get_text() == "2016"


def test_the_grid_as_csv_has_the_same_numbers(client: FlaskClient) -> None:
    page = soup(client, "/coverage?by=source")
    written = rows(client, "/coverage.csv?by=source")
    shown = [row.select_one("td").get_text() for row in page.select(".grid tbody tr")]
    assert [row["pages"] for row in written[:-1]] == shown


@pytest.mark.parametrize("show", ["share", "count"])
def test_every_dot_of_a_trend_leads_to_as_many_pages(client: FlaskClient, show: str) -> None:
    page = soup(client, f"/trends?q=council&q=police&show={show}")
    dots = page.select(".chart svg a")
    assert dots
    for dot in dots:
        said = int(re.search(r": ([\d,]+) page", dot["aria-label"])[1].replace(",", ""))
        assert total(client, dot["href"]) == said
    for link in page.select(".as-table td a"):
        assert total(client, link["href"]) == int(link.get_text().replace(",", ""))


def test_trends_by_a_facet_draw_a_line_for_each_value(client: FlaskClient) -> None:
    page = soup(client, "/trends?q=council&by=source")
    assert len(page.select(".legend li")) > 1
    for dot in page.select(".chart svg a"):
        assert "source=" in dot["href"]
        said = int(re.search(r": ([\d,]+) page", dot["aria-label"])[1].replace(",", ""))
        assert total(client, dot["href"]) == said


def test_one_broken_query_is_told_and_the_others_are_drawn(client: FlaskClient) -> None:
    page = soup(client, "/trends?q=%22council&q=police")
    assert "council" in page.select_one(".notice").get_text()
    assert len(page.select(".legend li")) == 1
    faults = [row for row in rows(client, "/trends.csv?q=%22council&q=police") if row["fault"]]
    assert [row["query"] for row in faults] == ['"council']


def test_trends_without_a_query_ask_for_one(client: FlaskClient) -> None:
    page = soup(client, "/trends")
    assert page.select("input[name=q]")
    assert not page.select(".chart")


def test_methods_tell_what_was_removed_and_how_pages_are_dated(client: FlaskClient) -> None:
    page = soup(client, "/methods")
    text = page.get_text(" ", strip=True)
    assert "Lines removed" in text
    assert "To the day" in text
    for link in page.select("a[href*='view=removed']"):
        assert client.get(link["href"]).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        *("/coverage?by=year", "/coverage?order=best", "/trends?show=x", "/trends?by=x"),
        "/trends?" + "&".join(f"q=word{i}" for i in range(7)),
    ],
)
def test_an_address_that_makes_no_sense_is_told_with_its_mend(
    client: FlaskClient, address: str
) -> None:
    assert client.get(address).status_code == 400


@pytest.mark.parametrize("address", ["/coverage?q=%3Cscript%3E", "/trends?q=%3Cscript%3E%22x"])
def test_what_was_typed_is_never_markup(client: FlaskClient, address: str) -> None:
    assert b"<script>" not in client.get(address).data


def test_the_words_above_a_wide_grid_do_not_scroll_with_it_and_name_it(client: FlaskClient) -> None:
    page = soup(client, "/coverage?by=source")
    told = page.find(id="grid-caption")
    assert told.get_text().startswith("Source × year published.")
    assert not told.find_parent(class_="scroller")
    assert page.select_one(".scroller")["aria-labelledby"] == "grid-caption"
    assert page.select_one(".grid")["aria-labelledby"] == "grid-caption"


def test_methods_tell_that_they_count_the_main_language_of_a_page(client: FlaskClient) -> None:
    assert "Main language" in [h.get_text() for h in soup(client, "/methods").select("h2")]


def test_the_years_of_the_grid_can_be_turned_round(client: FlaskClient) -> None:
    def years(address: str) -> list[str]:
        page = BeautifulSoup(client.get(address).text, "html.parser")
        return [head.text for head in page.select(".grid thead th.figure a") if head.text.isdigit()]

    newest = years("/coverage")
    assert newest == sorted(newest, reverse=True)
    assert years("/coverage?columns=oldest") == newest[::-1]
    assert client.get("/coverage?columns=x").status_code == 400


def test_shares_of_years_with_next_to_no_pages_are_not_drawn() -> None:
    points = (Point(1981, 1, 1), Point(2016, 20, 100), Point(2017, 1, 5))
    assert thin(points) == (1981,)
    assert [point.share for point in drawn(points)] == [None, 0.2, 0.2]
