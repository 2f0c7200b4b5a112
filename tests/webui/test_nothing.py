"""What the search page offers where little or nothing is found."""

import csv
import io

from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.webui.test_search_page import heading, page, words


def test_pages_with_the_most_words_are_shown_as_such_each_with_what_it_lacks(
    client: FlaskClient,
) -> None:
    soup = page(client, "/?q=police+housing+zebra")
    assert heading(soup) == "No page has all of these words"
    assert words(soup, ".nearest") == ["12 pages have 2 of the 3:"]
    assert words(soup, ".bar-line .position") == ["1–10 of 12"]
    assert len(soup.select(".hit")) == 10
    assert set(words(soup, ".lacks")) == {"Lacks: zebra"}
    further = page(client, soup.select_one("a[rel=next]")["href"])
    assert words(further, ".bar-line .position") == ["11–12 of 12"]


def test_a_count_beside_what_comes_nearest_is_what_its_click_gives(client: FlaskClient) -> None:
    soup = page(client, "/?q=police+housing+zebra")
    tick = next(box for box in soup.select(".tick") if "Harbour Post" in box.get_text())
    count = words(tick, ".count")[0].split()[0]
    narrowed = page(client, "/?q=police+housing+zebra&source=Harbour+Post")
    assert words(narrowed, ".nearest")[0].split()[0] == count


def test_any_of_the_words_may_be_asked_for(client: FlaskClient) -> None:
    soup = page(client, "/?q=police+zebra&match=any")
    assert heading(soup).endswith("pages")
    assert soup.select_one("#match [selected]")["value"] == "any"
    assert not soup.select(".nearest, .lacks")
    all_of_them = page(client, "/?q=police")
    assert all_of_them.select_one("#match [selected]")["value"] == "all"


def test_what_was_meant_is_a_search_with_its_count(client: FlaskClient) -> None:
    soup = page(client, "/?q=counsil+polise&source=Council+Times")
    link = soup.select_one(".meant a")
    assert link.get_text() == "council police"
    assert "source=Council+Times" in link["href"]
    assert heading(page(client, link["href"])) == words(soup, ".meant .count")[0]


def test_nothing_is_meant_by_a_query_that_finds_enough(client: FlaskClient) -> None:
    assert not page(client, "/?q=police").select(".meant")


def test_odd_queries_get_a_page(client: FlaskClient) -> None:
    odd = (
        "zzzzqqq xxyyzz",
        "😀 police",
        "שלום עולם police",
        "مرحبا",
        "a" * 1000,
        "\u202epolice xx",
    )
    for typed in odd:
        answer = client.get("/", query_string={"q": typed})
        assert answer.status_code in (200, 400)
        assert BeautifulSoup(answer.text, "html.parser").h1


def test_an_unknown_way_to_match_is_told(client: FlaskClient) -> None:
    assert client.get("/?q=police&match=some").status_code == 400
    problem = client.get("/api/v1/search?q=police&match=some")
    assert (problem.status_code, problem.json["parameter"]) == (400, "match")


def test_the_api_tells_what_comes_nearest_apart_from_hits(client: FlaskClient) -> None:
    told = client.get("/api/v1/search?q=police+housing+zebra").json
    assert (told["total"], told["hits"], told["next"]) == (0, [], None)
    near = told["nearest"]
    assert (near["words"], near["asked"], near["total"]) == (2, 3, 12)
    assert near["hits"][0]["lacks"] == ["zebra"]
    more = client.get(
        "/api/v1/search", query_string={"q": "police housing zebra", "after": near["next"]}
    ).json
    assert more["nearest"]["offset"] == 10


def test_words_that_stand_only_in_removed_lines_are_told_with_a_link(client: FlaskClient) -> None:
    for typed, searched in (
        ("newsletter", "removed:newsletter"),
        ("newsletter zebra&match=any", "removed:(newsletter OR zebra)"),
        ("newsletter&source=Harbour+Post", "removed:newsletter"),
    ):
        soup = page(client, f"/?q={typed}")
        assert heading(soup) == "No page found"
        told = f"1 page has it only among the lines that were removed: {searched}"
        assert words(soup, ".note") == [told]
        assert heading(page(client, soup.select_one(".note a")["href"])) == "1 page"
        assert client.get(f"/api/v1/search?q={typed}").json["notes"] == [told]
    for typed in ("zebra", "title:newsletter", "newsletter year:1990", "newsletter&from=2020"):
        assert not page(client, f"/?q={typed}").select(".note")
    assert client.get("/api/v1/search?q=police").json["notes"] == []


def test_what_comes_nearest_is_exported_counted_and_followed_as_it_is_listed(
    client: FlaskClient,
) -> None:
    soup = page(client, "/?q=police+zebra&source=Harbour+Post&limit=50")
    listed = {link["href"].partition("?")[0] for link in soup.select(".hit h2 a")}
    exported = client.get(soup.select_one(".onward-line a[download]")["href"]).text
    rows = list(csv.DictReader(io.StringIO(exported.removeprefix("\ufeff"))))
    assert len(rows) == len(listed) > 1
    assert {f"/doc/{row['id']}" for row in rows} == listed
    addresses = [
        a["href"] for a in soup.select(".onward-line a, link[type='application/atom+xml']")
    ]
    assert len(addresses) >= 8
    assert all("match=any" in address for address in addresses)


def test_pages_that_no_address_can_mean_have_no_exports_and_say_so(client: FlaskClient) -> None:
    soup = page(client, "/?q=police+housing+zebra")
    assert words(soup, ".onward-line")[0].startswith("Exports, counts and the feed hold only")
    assert not soup.select(".onward-line a, link[type='application/atom+xml']")


def test_any_of_the_words_is_offered_only_where_it_means_the_same_pages(
    client: FlaskClient,
) -> None:
    """What stands in the parentheses is parted where words may lack, and not by match=any."""
    soup = page(client, "/?q=(police+year:2013)+zebra")
    offered = soup.select_one(".onward-line a[download]")
    if offered:
        rows = client.get(offered["href"]).text.splitlines()[1:]
        assert len(rows) == int(words(soup, ".nearest")[0].split()[0])


def test_the_title_says_that_no_page_has_all_words(client: FlaskClient) -> None:
    assert (
        page(client, "/?q=police+zebra")
        .title.get_text()
        .startswith("police zebra: no page has all words ·")
    )
    assert "aucune page n’a tous les mots" in page(client, "/fr/?q=police+zebra").title.get_text()


def test_forms_of_export_are_called_by_french_words(client: FlaskClient) -> None:
    line = words(page(client, "/fr/?q=police"), ".onward-line")[0]
    assert "Feuille de calcul (CSV)" in line
    assert "Spreadsheet" not in line
