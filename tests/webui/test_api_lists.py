"""Lists in parts: links that lead through all of one, whatever comes in meanwhile."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from archive.document import PublicationDate, Refused
from tests.webui.growing import Growing, growing

HERE = "http://localhost"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Growing]:
    with growing(tmp_path / "archive") as made:
        yield made


def links(answer) -> dict[str, str]:
    found = re.findall(r'<([^>]*)>; rel="(\w+)"', answer.headers["Link"])
    return {name: address for address, name in found}


def on(day: int) -> PublicationDate:
    return PublicationDate(date(2017, 1, day), date(2017, 1, day), "dateline")


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_pages_that_come_in_meanwhile_neither_repeat_nor_hide_any(site: Growing, sort: str) -> None:
    old = [site.add(f"Council {n}", "Housing. " * n, published=on(n)) for n in range(1, 12)]
    address, seen, step = f"/api/v1/search?q=housing&sort={sort}&limit=3", [], 0
    while address:
        answer = site.client.get(address.removeprefix(HERE))
        seen += [hit["id"] for hit in answer.json["hits"]]
        address = links(answer).get("next", "")
        step += 1
        site.add(f"Late {step}", "Housing. " * (2 * step), published=on(2 * step))
    assert len(seen) == len(set(seen))
    assert set(old) <= set(seen)


def test_links_lead_forth_and_back(site: Growing) -> None:
    for n in range(1, 12):
        site.add(f"Council {n}", published=on(n))
    first = site.client.get("/api/v1/search?sort=newest&limit=3")
    assert set(links(first)) == {"first", "next"}
    second = site.client.get(links(first)["next"].removeprefix(HERE))
    third = site.client.get(links(second)["next"].removeprefix(HERE))
    for later, earlier in ((third, second), (second, first)):
        back = site.client.get(links(later)["prev"].removeprefix(HERE))
        assert back.json["hits"] == earlier.json["hits"]
    again = site.client.get(links(third)["first"].removeprefix(HERE))
    assert again.json["hits"] == first.json["hits"]
    last = site.client.get(links(third)["next"].removeprefix(HERE))
    assert "next" not in links(last)
    assert last.json["next"] is None


def test_far_down_a_list_the_links_stay_short_and_none_leads_wrong(site: Growing) -> None:
    for n in range(1, 12):
        site.add(f"Council {n}", published=on(n))
    answer = site.client.get("/api/v1/search?sort=oldest&limit=1")
    for _ in range(8):
        answer = site.client.get(links(answer)["next"].removeprefix(HERE))
    trail = []
    while "prev" in links(answer):
        trail.append(answer.json["offset"])
        answer = site.client.get(links(answer)["prev"].removeprefix(HERE))
    assert trail == list(range(8, 8 - len(trail), -1))
    assert answer.json["offset"] == 8 - len(trail)
    assert 0 < len(links(answer)["first"]) < 200


def test_refusals_come_in_parts_and_more_of_them_move_nothing(site: Growing) -> None:
    run = site.archive.begin_run("test", ())
    for n in range(5):
        site.archive.refuse(run, Refused(f"page{n}.html", "It is empty.", "Delete it."))
    first = site.client.get("/api/v1/refusals?limit=2")
    site.archive.refuse(run, Refused("a-new-one.html", "It is empty.", "Delete it."))
    second = site.client.get(links(first)["next"].removeprefix(HERE))
    third = site.client.get(links(second)["next"].removeprefix(HERE))
    told = [r["origin"] for part in (first, second, third) for r in part.json["refusals"]]
    assert told == [*(f"page{n}.html" for n in range(5)), "a-new-one.html"]
    assert (first.json["total"], third.json["total"], third.json["next"]) == (5, 6, None)


def test_corrections_are_listed_with_the_document_that_each_is_of(
    client: FlaskClient, id_of
) -> None:
    listed = client.get("/api/v1/corrections").json
    own = client.get(f"/api/v1/documents/{id_of('Meeting 7 ')}/corrections").json
    assert listed["corrections"] == own["corrections"]
    assert own["corrections"][0]["value"] == "The Corrected Gazette"
    assert client.get("/api/v1/documents/0123456789abcdef/corrections").status_code == 404


@pytest.mark.parametrize("cursor", ["rubbish", "WyJhIl0", "MQ", "é"])
def test_a_cursor_that_is_none_is_refused(client: FlaskClient, cursor: str) -> None:
    for path in ("search", "refusals", "corrections"):
        problem = client.get(f"/api/v1/{path}", query_string={"after": cursor})
        assert (problem.status_code, problem.json["parameter"]) == (400, "after")
