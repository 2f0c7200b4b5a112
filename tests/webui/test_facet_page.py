"""All values of one facet, and values that are left out."""

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from indexer.engine import Facet, FacetValue
from tests.webui.test_search_page import heading, page, words
from webui.facet_list import PART, Order, facet_list


def facet(count: int, field: str = "author") -> Facet:
    names = [f"Élan {n:03}" if n % 2 else f"eland {n:03}" for n in range(count)]
    return Facet(field, tuple(FacetValue(n, n, 1 + len(names) - i) for i, n in enumerate(names)))


def listed(soup: BeautifulSoup, selector: str = ".value") -> dict[str, int]:
    return {
        " ".join(row.select_one(".tick-label").get_text().split()): int(
            row.select_one(".count").get_text().split()[0]
        )
        for row in soup.select(selector)
    }


def test_every_value_of_a_facet_is_listed_with_what_choosing_it_finds(client: FlaskClient) -> None:
    for field in ("city", "year", "source", "year_mentioned"):
        soup = page(client, f"/facets/{field}?q=council")
        boxes = soup.select(f'.value input[name="{field}"]')
        assert len(boxes) == len(listed(soup)) > 1
        for box, count in zip(boxes, listed(soup).values(), strict=True):
            found = page(client, f"/?q=council&{field}={box['value']}".replace(" ", "+"))
            assert heading(found) == f"{count} page{'' if count == 1 else 's'}"


def test_the_form_carries_all_that_was_asked_and_leads_to_the_results(client: FlaskClient) -> None:
    soup = page(client, "/facets/city?q=council&source=Council+Times&not_year=2015&sort=newest")
    form = soup.select_one("form.values")
    hidden = {(field["name"], field["value"]) for field in form.select("[type=hidden]")}
    assert hidden == {
        ("q", "council"),
        ("source", "Council Times"),
        ("not_year", "2015"),
        ("sort", "newest"),
    }
    assert form["action"] == "/facets/city"
    assert form.select_one(".values-apply button")["formaction"] == "/"
    first_button = form.select_one("button")
    assert not first_button.get("formaction")  # Enter in the filter filters


def test_what_the_list_asks_is_no_stranger_to_the_search_page(client: FlaskClient) -> None:
    soup = page(client, "/?q=council&city=6167865&contains=to&order=name&part=1")
    assert not soup.select(".notice")
    assert "contains" not in soup.select_one(".chips a")["href"]


def test_letters_filter_the_names_whatever_their_case_and_accents(client: FlaskClient) -> None:
    assert set(listed(page(client, "/facets/city?contains=TÔRO"), "#values .value")) == {
        "Toronto, Ontario"
    }
    nothing = page(client, "/facets/city?contains=zzz")
    assert not nothing.select("#values .value")
    assert "No value has these letters" in nothing.get_text()


def test_a_chosen_value_stays_in_sight_whatever_the_filter(client: FlaskClient) -> None:
    soup = page(client, "/facets/city?city=6167865&not_city=5969782&contains=zzz")
    ticked = {(box["name"], box["value"]) for box in soup.select("[checked]")}
    assert ticked == {("city", "6167865"), ("not_city", "5969782")}


def test_values_come_by_count_or_from_a_to_z_without_regard_to_accents() -> None:
    by_count = facet_list(facet(30), contains="", order=Order.COUNT, part=1)
    assert [o.count for o in by_count.options] == sorted(
        (o.count for o in by_count.options), reverse=True
    )
    by_name = facet_list(facet(4), contains="", order=Order.NAME, part=1)
    assert [o.value for o in by_name.options] == ["Élan 001", "Élan 003", "eland 000", "eland 002"]


def test_parts_of_the_list_hold_every_value_once() -> None:
    size = 2 * PART + 5
    parts = [facet_list(facet(size), contains="", order=Order.NAME, part=p) for p in (1, 2, 3, 9)]
    assert [len(each.options) for each in parts] == [PART, PART, 5, 5]
    assert len({o.value for each in parts[:3] for o in each.options}) == size
    assert {(each.every, each.matching, each.parts) for each in parts} == {(size, size, 3)}


def test_years_by_name_begin_with_the_newest(client: FlaskClient) -> None:
    years = [y for y in listed(page(client, "/facets/year"), "#values .value") if y.isdigit()]
    assert years == sorted(years, reverse=True)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/facets/colour", 404),
        ("/facets/city?order=size", 400),
        ("/facets/city?part=0", 400),
        ("/facets/city?part=x", 400),
        ("/facets/city?contains=" + "a" * 101, 400),
        ("/facets/city?q=police+AND+(", 400),
        ("/facets/city?part=999999", 200),
        ("/facets/city?q=zebra+police", 200),
        ("/facets/city?contains=%00%FF<script>", 200),
        ("/facets/city?foo=1", 200),
    ],
)
def test_an_odd_address_of_a_list_is_told_or_answered(
    client: FlaskClient, address: str, status: int
) -> None:
    assert heading(page(client, address, status))


def test_a_value_is_left_out_by_one_button_and_let_in_by_its_chip(client: FlaskClient) -> None:
    soup = page(client, "/?q=council")
    button = next(b for b in soup.select(".but") if "Toronto" in b["title"])
    assert (button["form"], button["name"], button["value"]) == ("search", "not_city", "6167865")
    narrowed = page(client, "/?q=council&not_city=6167865")
    found, whole = (int(heading(each).split()[0]) for each in (narrowed, soup))
    box = narrowed.select_one('[name="not_city"][checked]')
    taken = int(box.find_parent(class_="option").select_one(".count").get_text().split()[0])
    assert found == whole - taken
    chip = next(c for c in narrowed.select(".chips a") if "not Toronto" in c.get_text())
    assert heading(page(client, chip["href"])) == heading(soup)


def test_exports_and_the_api_leave_out_the_same_pages(client: FlaskClient) -> None:
    asked = "q=council&not_city=6167865&not_year=-"
    total = int(heading(page(client, f"/?{asked}")).split()[0])
    answer = client.get(f"/api/v1/search?{asked}").json
    assert answer["total"] == total
    assert answer["facets"]["year"]["missing_excluded"]
    assert len(client.get(f"/export.jsonl?{asked}").text.splitlines()) == total


def test_nothing_found_offers_to_let_a_value_in_again(client: FlaskClient) -> None:
    asked = "without city named: not Toronto"
    soup = page(client, "/?q=housing&city=6167865&not_city=6167865")
    assert any(asked in offer for offer in words(soup, ".help li"))


def test_forms_of_other_pages_keep_what_is_left_out(client: FlaskClient) -> None:
    for path in ("/coverage", "/trends"):
        soup = page(client, f"{path}?q=council&not_city=6167865&source=Council+Times")
        hidden = {(field["name"], field["value"]) for field in soup.select("[type=hidden]")}
        assert {("not_city", "6167865"), ("source", "Council Times")} <= hidden


def test_pages_without_a_value_are_no_value_and_stand_apart(client: FlaskClient) -> None:
    soup = page(client, "/facets/year?contains=2013")
    assert words(soup, ".echo")[0].startswith("1 value has")
    assert len(soup.select(".value-list:not(.apart) .value")) == 1
    assert words(soup, ".apart .tick-label") == ["undated"]
    whole = page(client, "/facets/year")
    every = len(whole.select(".value-list:not(.apart) .value"))
    assert words(whole, ".echo")[0].startswith(f"{every} values.")


def test_a_chosen_value_is_counted_like_any_other() -> None:
    values = (FacetValue("a", "Ann", 3, selected=True), FacetValue("b", "Bea", 2))
    found = facet_list(Facet("author", values, missing=4), contains="", order=Order.COUNT, part=1)
    assert (found.every, found.matching, len(found.asked), len(found.options)) == (2, 2, 1, 1)
    assert found.missing is not None
