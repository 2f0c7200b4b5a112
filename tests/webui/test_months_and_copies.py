"""Months of a year on the timeline, and near-copies shown as one hit."""

from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.engine import Histogram, Period
from webui.state import SearchState
from webui.timeline import HEIGHT, WIDTH, months


def page(client: FlaskClient, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return BeautifulSoup(answer.text, "html.parser")


def heading(soup: BeautifulSoup) -> str:
    (found,) = soup.select("h1")
    return " ".join(found.text.split())


def bars(soup: BeautifulSoup) -> dict[str, tuple[str, str]]:
    """Of each month with pages, its count as told and its address."""
    links = soup.select(".months svg a")
    told = [link["aria-label"].removesuffix(", chosen").split(": ") for link in links]
    return {name: (count, link["href"]) for (name, count), link in zip(told, links, strict=True)}


def test_months_show_once_a_search_is_narrowed_to_a_year(client: FlaskClient) -> None:
    assert not page(client, "/?q=council").select(".months")
    for address in ("/?q=council&year=2015", "/?q=council&from=2015&to=2015-12-31"):
        found = bars(page(client, address))
        assert found
        for count, link in found.values():
            assert heading(page(client, link)) == count
    assert bars(page(client, "/?q=council+year:2015"))


def test_the_table_of_months_tells_the_same(client: FlaskClient) -> None:
    soup = page(client, "/?q=council&year=2015")
    rows = [row.get_text(" ").split() for row in soup.select(".months tbody tr")]
    assert len(rows) == 12
    drawn = {name: count.split()[0] for name, (count, _) in bars(soup).items()}
    assert drawn == {f"{m} {y}": n for m, y, n in rows if n != "0"}


def test_a_chosen_month_is_let_go_by_choosing_it_again(client: FlaskClient) -> None:
    soup = page(client, "/?q=council&year=2015")
    name, (_, link) = next(iter(bars(soup).items()))
    narrowed = page(client, link)
    chosen = narrowed.select_one(".months .bar.chosen")
    assert chosen is not None
    again = bars(narrowed)[name][1]
    assert heading(page(client, again)) == heading(soup)


def test_days_that_are_chosen_stay_asked_when_a_month_is(client: FlaskClient) -> None:
    soup = page(client, "/?q=council&from=2015-02-10&to=2015-10-20")
    for count, link in bars(soup).values():
        assert heading(page(client, link)) == count


def test_a_year_that_is_none_draws_no_months(client: FlaskClient) -> None:
    for year in ("0000", "99999", "-", "uncertain", "²016", "x"):
        assert not page(client, f"/?q=council&year={year}").select(".months")


def test_pages_not_known_to_the_month_are_told(client: FlaskClient) -> None:
    drawn = months(
        Histogram((Period("2016", 3),), (Period("2016-05", 1),), uncertain=2, undated=0),
        SearchState(chosen=frozenset({("year", "2016")})),
    )
    assert drawn is not None
    assert (drawn.year, drawn.unknown) == (2016, 2)


@given(
    st.dictionaries(st.integers(1, 12), st.integers(1, 10_000), max_size=12),
    st.integers(1, 9999),
)
@settings(max_examples=100, deadline=None)
def test_every_month_is_a_bar_inside_the_drawing(counts: dict[int, int], year: int) -> None:
    known = tuple(Period(f"{year:04}-{month:02}", n) for month, n in sorted(counts.items()))
    state = SearchState(chosen=frozenset({("year", f"{year:04}")}))
    drawn = months(Histogram((), known, 0, 0), state)
    if not counts:
        assert drawn is None
        return
    assert drawn is not None
    assert [bar.count for bar in drawn.bars] == [counts.get(month, 0) for month in range(1, 13)]
    for bar in drawn.bars:
        assert 0 <= bar.left <= bar.x <= bar.x + bar.width <= WIDTH + 1
        assert 0 <= bar.y <= HEIGHT


def test_near_copies_fold_into_one_hit_that_names_them(client: FlaskClient) -> None:
    plain = page(client, "/?q=motion&sort=newest")
    folded = page(client, "/?q=motion&sort=newest&fold=true")
    assert not plain.select(".copies")
    assert heading(folded) == heading(plain) + " in 2 groups"
    assert len(folded.select(".hit")) == len(plain.select(".hit")) - 1
    (copies,) = folded.select(".copies")
    assert "1 near-copy" in copies.text
    shown = {link["href"] for link in folded.select(".hit h2 a")}
    assert copies.select_one("a")["href"] not in shown
    assert folded.select_one("[name=fold]").has_attr("checked")
    assert not plain.select_one("[name=fold]").has_attr("checked")


def test_folding_stays_through_pages_and_choices(client: FlaskClient) -> None:
    soup = page(client, "/?sort=newest&fold=true")
    assert heading(soup) == "31 pages in 30 groups"
    positions = []
    while True:
        positions.append(soup.select_one(".bar-line .position").text.strip())
        link = soup.select_one("a[rel=next]")
        if link is None:
            break
        assert "fold=true" in link["href"]
        soup = page(client, link["href"])
    assert positions == ["1–10 of 30 groups", "11–20 of 30 groups", "21–30 of 30 groups"]
    assert "fold=true" in soup.select_one(".timeline svg a")["href"]


def test_folding_is_true_or_not(client: FlaskClient) -> None:
    assert client.get("/?q=motion&fold=perhaps").status_code == 400
    assert client.get("/api/v1/search?q=motion&fold=true").get_json()["groups"] == 2
    assert client.get("/api/v1/search?q=motion&fold=1").get_json()["groups"] == 2
    for no in ("false", "0"):
        assert client.get(f"/api/v1/search?q=motion&fold={no}").get_json()["groups"] is None
    assert heading(page(client, "/?q=motion&fold=1")) == heading(
        page(client, "/?q=motion&fold=true")
    )
