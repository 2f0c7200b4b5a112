"""What the search page offers where little or nothing is found."""

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
