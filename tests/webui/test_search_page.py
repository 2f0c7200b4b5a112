"""The search page."""

import re

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from webui.state import SIZES


def page(client: FlaskClient, address: str, status: int = 200) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    return BeautifulSoup(answer.text, "html.parser")


def words(soup: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(found.get_text(" ").split()) for found in soup.select(selector)]


def heading(soup: BeautifulSoup) -> str:
    return words(soup, "h1")[0]


def test_the_front_page_says_what_the_archive_holds(client: FlaskClient) -> None:
    soup = page(client, "/")
    assert "31 pages, dated from 2010 to 2018" in soup.select_one(".holds").get_text()
    assert "Council Times 15 pages" in words(soup, ".columns li")
    assert "Toronto, Ontario 12 pages" in words(soup, ".columns li")


def test_each_example_on_the_front_page_finds_something(client: FlaskClient) -> None:
    examples = [link["href"] for link in page(client, "/").select(".examples a")]
    assert examples
    for address in examples:
        assert heading(page(client, address)) != "No page found"


def test_a_hit_tells_title_source_date_and_places(client: FlaskClient) -> None:
    hit = page(client, "/?q=title:%22Meeting+3+of%22").select_one(".hit")
    assert hit.h2.get_text() == "Meeting 3 of the council"
    assert hit.select_one(".source").get_text() == "Harbour Post"
    assert hit.select_one(".why-word").get_text(strip=True) == "3 April 2013"
    assert (
        hit.select_one("[role=tooltip]").get_text(" ", strip=True).startswith("Found by: dateline.")
    )


def test_a_range_is_shown_as_a_range_and_undated_as_undated(client: FlaskClient) -> None:
    dates = words(page(client, "/?q=title:season+OR+title:day"), ".hit .why-word")
    assert sorted(dates) == ["March 2016 to May 2017", "undated"]


def test_a_dates_evidence_can_be_reached_by_keyboard(client: FlaskClient) -> None:
    soup = page(client, "/?q=council&limit=50")
    buttons = soup.select(".hit button.why-word")
    assert len(buttons) == len(soup.select(".hit"))
    for button in buttons:
        assert soup.find(id=button["aria-describedby"])["role"] == "tooltip"


def test_what_matched_is_marked_in_titles_and_snippets(client: FlaskClient) -> None:
    soup = page(client, "/?q=policing")
    assert {"police", "policing"} <= {mark.get_text() for mark in soup.select(".snippet mark")}
    assert page(client, "/?q=meeting").select_one(".hit h2 mark").get_text() == "Meeting"


def test_each_snippet_leads_to_its_passage(client: FlaskClient) -> None:
    links = [a["href"] for a in page(client, "/?q=police").select(".snippet a")]
    assert links
    for link in links:
        path, _, anchor = link.partition("#")
        assert page(client, path).find(id=anchor).name == "mark"


def test_a_page_in_another_language_says_so(client: FlaskClient) -> None:
    hit = page(client, "/?q=conseil").select_one(".hit")
    assert hit.h2.a["lang"] == "fr"
    assert {s["lang"] for s in hit.select(".snippet")} == {"fr"}
    assert "French" in hit.select_one(".about").get_text()


def test_every_constraint_has_a_chip_that_takes_it_away(client: FlaskClient) -> None:
    soup = page(client, "/?q=council&city=6167865&year=2013&from=2012&to=2019")
    chips = words(soup, ".chips li a:not(.clear)")
    assert len(chips) == 5
    assert any("Toronto, Ontario" in chip for chip in chips)
    assert any("1 January 2012" in chip for chip in chips)
    for link in soup.select(".chips li a:not(.clear)"):
        assert len(page(client, link["href"]).select(".chips li a:not(.clear)")) == 4


def test_a_count_keeps_its_promise_for_every_value_of_every_facet(client: FlaskClient) -> None:
    for query in ("", "police"):
        soup = page(client, f"/?q={query}&sort=newest")
        boxes = soup.select(".tick")
        assert len({box.input["name"] for box in boxes}) >= 6
        for box in boxes:
            count = int(re.match(r"\d+", box.select_one(".count").get_text()).group())
            name, value = box.input["name"], box.input["value"]
            answer = client.get(
                "/", query_string={"q": query, name: value, "sort": "newest"}
            ).get_data(as_text=True)
            found = heading(BeautifulSoup(answer, "html.parser"))
            assert found == f"{count} page{'' if count == 1 else 's'}", (name, value)


def test_undated_and_no_place_can_be_ticked(client: FlaskClient) -> None:
    soup = page(client, "/?sort=newest")
    labels = words(soup, ".tick-label")
    assert "undated" in labels
    assert "no city named" in labels
    assert "year uncertain" in labels
    assert heading(page(client, "/?year=-&year=uncertain")) == "5 pages"


def test_a_ticked_box_stays_ticked_and_listed_at_zero(client: FlaskClient) -> None:
    soup = page(client, "/?q=conseil&city=6167865")
    ticked = soup.select(".tick input[checked]")
    assert [(box["name"], box["value"]) for box in ticked] == [("city", "6167865")]
    assert heading(soup) == "No page found"


def test_all_controls_belong_to_the_one_form(client: FlaskClient) -> None:
    soup = page(client, "/?q=council&city=6167865")
    form = soup.find(id="search")
    assert (form["method"], form["action"]) == ("get", "/")
    for control in soup.select("main input, main select, main .apply"):
        assert control["form"] == "search"
    assert soup.select_one(".apply")["type"] == "submit"


def test_values_that_are_not_in_sight_are_told_with_the_way_to_them(client: FlaskClient) -> None:
    soup = page(client, "/?language=en&sort=newest")
    (link,) = soup.select(".all-values a")
    every = re.fullmatch(
        r"All (\d+), with a filter \(values of “Year published”\)", link.get_text()
    )
    listed = page(client, link["href"])
    assert len(listed.select(".value-list:not(.apart) .value")) == int(every.group(1)) > 9
    assert "language=en" in link["href"]


def test_next_and_previous_walk_all_pages_once(client: FlaskClient) -> None:
    seen, address, positions = [], "/?sort=oldest", []
    while address:
        soup = page(client, address)
        seen += [a["href"] for a in soup.select(".hit h2 a")]
        positions.append(words(soup, ".bar-line .position")[0])
        link = soup.select_one("a[rel=next]")
        address = link["href"] if link else ""
    assert positions == ["1–10 of 31", "11–20 of 31", "21–30 of 31", "31–31 of 31"]
    assert len(seen) == len(set(seen)) == 31
    back = soup
    for start in (21, 11, 1):
        back = page(client, back.select_one("a[rel=prev]")["href"])
        assert words(back, ".bar-line .position")[0].startswith(f"{start}–")
    assert not back.select("a[rel=prev]")


def test_each_bar_of_the_timeline_gives_its_count(client: FlaskClient) -> None:
    soup = page(client, "/?q=council")
    bars = soup.select(".timeline svg a")
    assert len(bars) >= 8
    for bar in bars:
        count = bar["aria-label"].split(": ")[1]
        assert heading(page(client, bar["href"])) == count
    rows = dict(row.split() for row in words(soup, ".timeline tbody tr"))
    assert (
        rows["2013"]
        == bars[[b["aria-label"][:4] for b in bars].index("2013")]["aria-label"][6:].split()[0]
    )
    assert not soup.select("[style], style, script:not([src])")


def test_page_sizes_and_orders_are_kept(client: FlaskClient) -> None:
    soup = page(client, "/?q=council&sort=newest&limit=25")
    assert len(soup.select(".hit")) == 25
    assert soup.select_one("#sort [selected]")["value"] == "newest"
    assert [int(o.get_text()) for o in soup.select("#limit option")] == list(SIZES)


def test_nothing_found_says_what_to_drop_and_what_each_word_gives(client: FlaskClient) -> None:
    soup = page(client, "/?q=police+zebra&year=2013")
    assert heading(soup) == "No page has all of these words"
    offers = words(soup, ".help li")
    assert "zebra 0 pages" in offers
    assert any(re.fullmatch(r"police \d+ pages", offer) for offer in offers)
    assert any(offer.startswith("without words: police zebra") for offer in offers)
    for link in soup.select(".help .searches a"):
        assert heading(page(client, link["href"])) != "No page found"


def test_an_unreadable_query_shows_the_place_the_reason_and_the_mend(client: FlaskClient) -> None:
    soup = page(client, "/?q=police+AND+(mayor", 400)
    assert soup.select_one("#q")["value"] == "police AND (mayor"
    assert soup.select_one("#q")["aria-describedby"] == "fault"
    assert soup.select_one(".query mark").get_text() == "("
    assert soup.select_one("#fault strong").get_text().endswith(".")


@pytest.mark.parametrize(
    "address",
    [
        "/?limit=x",
        "/?from=never",
        "/?q=a&q=b",
        "/?sort=up",
        "/?after=rubbish&q=police",
        "/?q=" + "a" * 3000,
    ],
)
def test_an_address_that_makes_no_sense_is_a_clear_400(client: FlaskClient, address: str) -> None:
    soup = page(client, address, 400)
    assert heading(soup)
    assert soup.select_one(".fault strong").get_text().endswith(".")
    assert soup.select_one("#q")


def test_parameters_that_a_page_does_not_know_are_passed_over_visibly(client: FlaskClient) -> None:
    assert "utm_source" in page(client, "/?q=council&utm_source=x").select_one(".notice").get_text()
    assert "utm_source" in page(client, "/?utm_source=x").select_one(".notice").get_text()


def test_odd_text_is_never_a_fault_of_ours(client: FlaskClient) -> None:
    for odd in (
        "%00",
        "%FF%FE",
        "%F0%9F%98%80",
        "%E2%80%AE",
        "%0A",
        "é",
        "%ED%A0%80",
        "a" * 1000,
        "*",
        '"',
        "-",
    ):
        assert client.get(f"/?q={odd}").status_code in (200, 400), odd
        assert client.get(f"/?city={odd}").status_code == 200, odd
        assert client.get(f"/doc/{odd}").status_code == 404, odd


def test_the_folded_facets_count_what_narrows_and_not_the_words(client: FlaskClient) -> None:
    def told(address: str) -> list[str]:
        return words(page(client, address), ".fold .count")

    assert told("/?q=police") == []
    assert told("/?q=police&source=Council+Times") == ["1 choice"]
    assert told("/?q=police&source=Council+Times&year=2015&from=2014&to=2016") == ["4 choices"]


def test_a_snippet_tells_where_its_text_begins_and_ends(client: FlaskClient) -> None:
    shown = page(client, "/?q=motion").select_one(".snippet")
    assert {"begins", "ends"} <= set(shown["class"])
    snippet = client.get("/api/v1/search?q=motion").json["hits"][0]["snippets"][0]
    assert (snippet["offset"], snippet["ends"]) == (0, True)


def test_values_that_the_front_page_does_not_name_are_counted_as_values(
    client: FlaskClient,
) -> None:
    told = [w for w in words(page(client, "/"), ".columns p.aside") if w]
    assert all(re.match(r"and [\d,]+ more values? \(values of", line) for line in told)


def test_languages_in_the_text_and_the_main_language_are_told_apart(client: FlaskClient) -> None:
    assert "Languages in the text" in words(page(client, "/"), ".columns h2")
    assert "Main language" in words(page(client, "/methods"), "h2")
    assert "Langues du texte" in words(page(client, "/fr/?q=police"), ".facets h3")
