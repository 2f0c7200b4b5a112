"""Addresses of which a part cannot be read."""

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.webui.test_search_page import page, words


def value(soup: BeautifulSoup, id: str) -> str:
    return soup.find(id=id)["value"]


@pytest.mark.parametrize(("root", "reason"), [("", "is not a day"), ("/fr", "n’est pas un jour")])
@pytest.mark.parametrize("wrong", ["from", "to"])
def test_a_day_that_cannot_be_read_leaves_the_search_as_it_was_typed(
    client: FlaskClient, root: str, reason: str, wrong: str
) -> None:
    other = "to" if wrong == "from" else "from"
    address = f"{root}/?q=police&city=6167865&{other}=2016&{wrong}=12/03/2017&sort=newest"
    soup = page(client, address, 400)
    assert (value(soup, "q"), value(soup, wrong), value(soup, other)) == (
        "police",
        "12/03/2017",
        "2016",
    )
    field = soup.find(id=wrong)
    assert field["aria-invalid"] == "true"
    assert reason in soup.find(id=field["aria-describedby"].split()[0]).get_text()
    assert not soup.find(id=other).get("aria-invalid")
    sent = {(each["name"], each["value"]) for each in soup.select("main input[form=search]")}
    assert {("city", "6167865"), ("sort", "newest")} < sent
    assert any("Toronto" in chip for chip in words(soup, ".chip"))


def test_two_days_in_the_wrong_order_both_stay(client: FlaskClient) -> None:
    soup = page(client, "/?q=police&from=2018&to=2016", 400)
    assert (value(soup, "from"), value(soup, "to")) == ("2018", "2016")


@pytest.mark.parametrize(
    "fault", ["limit=many", "sort=worst", "match=some", "fold=perhaps", "sort=newest&sort=oldest"]
)
def test_whatever_else_cannot_be_read_the_words_stay_in_the_box(
    client: FlaskClient, fault: str
) -> None:
    assert value(page(client, f"/?q=police&{fault}", 400), "q") == "police"


@pytest.mark.parametrize("path", ["/coverage", "/trends", "/facets/city"])
def test_other_pages_keep_the_words_in_the_box_too(client: FlaskClient, path: str) -> None:
    assert value(page(client, f"{path}?q=police&from=soon", 400), "q") == "police"


def test_a_query_that_cannot_be_read_keeps_what_narrows_it(client: FlaskClient) -> None:
    soup = page(client, "/?q=police+(&year=2013&from=2012", 400)
    sent = {(each["name"], each["value"]) for each in soup.select("main input[form=search]")}
    assert sent == {("year", "2013"), ("from", "2012-01-01")}


@pytest.mark.parametrize("path", ["/feed.atom", "/export.csv", "/coverage.csv"])
def test_files_tell_programs_their_faults_in_plain_text(client: FlaskClient, path: str) -> None:
    answer = client.get(f"{path}?q=police+(")
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    first, *rest = answer.text.splitlines()
    assert first == "The query cannot be understood (400)"
    assert rest[-1] == "Place: character 8 of the query."
    assert len(rest) == 3


def test_a_file_tells_a_wrong_day_in_plain_text_and_the_reader_s_language(
    client: FlaskClient,
) -> None:
    answer = client.get("/fr/export.csv?q=police&from=soon")
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert "« from »" in answer.text.replace("\N{NO-BREAK SPACE}", " ")
