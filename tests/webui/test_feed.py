"""The Atom feed of a search, read back by another library."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from lxml import etree

from archive.corrections import Correction
from archive.document import PublicationDate
from tests.webui.growing import Growing, growing
from tests.webui.pages import HOSTILE

ATOM = "{http://www.w3.org/2005/Atom}"
WILD = "Bell\x07 null\x00 tab\t\nline <b>&amp; ]]> \u202e\ufffe é 日本"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Growing]:
    with growing(tmp_path / "archive") as made:
        yield made


def told(client: FlaskClient, address: str = "/feed.atom"):
    answer = client.get(address)
    assert (answer.status_code, answer.content_type) == (
        200,
        "application/atom+xml; charset=utf-8",
    )
    found = feedparser.parse(answer.data)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def path_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def test_a_page_is_one_entry_newest_first_however_often_it_is_indexed(site: Growing) -> None:
    ids = [site.add(f"Meeting {n}") for n in range(3)]
    before = told(site.client)
    assert [entry.id for entry in before.entries] == [
        f"urn:fonds:document:{id}" for id in reversed(ids)
    ]
    site.reindex()
    assert told(site.client).entries == before.entries


def test_an_entry_says_when_its_page_came_and_when_it_changed(site: Growing) -> None:
    first = site.add("Meeting", "One text.", url="https://a.example/1")
    site.add("Another")
    site.add("Meeting", "Another text.", url="https://a.example/1")
    _, entry = told(site.client).entries
    assert entry.id.endswith(first)
    assert entry.updated_parsed >= entry.published_parsed
    assert "Another text" in entry.summary
    made = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)
    site.archive.correct(Correction(first, "title", '"Right"', "", "", made))
    _, entry = told(site.client).entries
    assert (entry.title, entry.updated) == ("Right", "2031-05-06T07:08:09Z")


def test_a_feed_is_of_the_search_and_follows_its_address(client: FlaskClient) -> None:
    found = told(client, "/feed.atom?q=police&source=Harbour+Post&limit=100")
    listed = client.get("/api/v1/search?q=police&source=Harbour+Post&limit=100").json
    assert {entry.id for entry in found.entries} == {
        f"urn:fonds:document:{hit['id']}" for hit in listed["hits"]
    }
    assert "police" in found.feed.title
    assert "Harbour Post" in found.feed.title
    links = {link.rel: link.href for link in found.feed.links}
    assert path_of(links["self"]) == "/feed.atom?q=police&source=Harbour+Post&limit=100"
    assert client.get(path_of(links["alternate"])).status_code == 200
    for entry in found.entries:
        (alternate,) = [link.href for link in entry.links if link.rel == "alternate"]
        assert client.get(path_of(alternate)).status_code == 200
        assert [link.href for link in entry.links if link.rel == "via"]


def test_a_long_feed_is_continued_and_misses_nothing(client: FlaskClient) -> None:
    address, seen = "/feed.atom?limit=7", []
    while address:
        found = told(client, address)
        seen += [entry.id for entry in found.entries]
        links = {link.rel: link.href for link in found.feed.links}
        address = path_of(links["next"]) if "next" in links else ""
    assert len(seen) == len(set(seen)) == client.get("/api/v1/search").json["total"]
    assert len(told(client).entries) == 31


def test_what_xml_cannot_hold_is_gone_and_the_rest_is_text(site: Growing) -> None:
    names = f"{WILD} \ud800"
    site.add(WILD, WILD, source=names, authors=(names,), url="https://a.example/\x07")
    site.add(HOSTILE, HOSTILE, source=HOSTILE, authors=(HOSTILE,), url="javascript:alert(1)")
    answer = site.client.get("/feed.atom")
    feed = etree.fromstring(answer.data)
    hostile, wild = feed.findall(f"{ATOM}entry")
    assert hostile.findtext(f"{ATOM}title") == HOSTILE
    assert [link.get("rel") for link in hostile.findall(f"{ATOM}link")] == ["alternate"]
    title = wild.findtext(f"{ATOM}title")
    assert title.startswith("Bell null tab line")
    assert title.endswith("<b>&amp; ]]> \ufffd é 日本")
    assert not told(site.client).bozo


def test_a_date_is_told_as_it_is_known_and_a_page_in_its_language(site: Growing) -> None:
    spring = PublicationDate(date(2016, 3, 1), date(2016, 3, 31), "dateline")
    site.add("Un conseil", "Le conseil.", language="fr", published=spring, source="Le Fleuve")
    site.add("Undated", "Nobody knows.")
    undated, french = told(site.client).entries
    assert undated.summary.startswith("undated\n")
    assert french.summary.startswith("Le Fleuve · some day in March 2016\n")
    assert french.title_detail.language == "fr"
    assert told(site.client, "/fr/feed.atom").entries[0].summary.startswith("sans date\n")


def test_a_feed_that_is_known_is_not_sent_again(site: Growing) -> None:
    site.add("Meeting")
    first = site.client.get("/feed.atom")
    tag, moment = first.headers["ETag"], first.headers["Last-Modified"]
    for known in ({"If-None-Match": tag}, {"If-Modified-Since": moment}):
        assert site.client.get("/feed.atom", headers=known).status_code == 304
    site.add("Another")
    assert site.client.get("/feed.atom", headers={"If-None-Match": tag}).status_code == 200
    assert site.client.get("/fr/feed.atom", headers={"If-None-Match": tag}).status_code == 200


def test_while_pages_come_in_no_moment_of_the_last_change_is_told(site: Growing) -> None:
    site.add("Meeting")
    site.archive.begin_run("test", ())
    assert "Last-Modified" not in site.client.get("/feed.atom").headers


def test_an_empty_archive_has_a_feed(site: Growing) -> None:
    found = told(site.client)
    assert found.entries == []
    assert found.feed.updated


@pytest.mark.parametrize("address", ["?before=x", "?before=-1", "?limit=101", "?q=(", "?from=x"])
def test_what_cannot_be_read_is_told(client: FlaskClient, address: str) -> None:
    assert client.get(f"/feed.atom{address}").status_code == 400


def test_pages_name_the_feed_of_what_they_show(client: FlaskClient) -> None:
    for address, feed in (
        ("/", "/feed.atom"),
        ("/?q=police&city=-", "/feed.atom?q=police&city=-"),
        ("/fr/?q=police&sort=newest&limit=25", "/fr/feed.atom?q=police&sort=newest"),
        ("/coverage", "/feed.atom"),
    ):
        head = BeautifulSoup(client.get(address).text, "html.parser").head
        link = head.find("link", rel="alternate", type="application/atom+xml")
        assert link["href"] == feed
        assert client.get(link["href"]).status_code == 200


def test_folded_copies_are_one_entry(client: FlaskClient) -> None:
    assert len(told(client, "/feed.atom?q=title:same").entries) == 2
    assert len(told(client, "/feed.atom?q=title:same&fold=true").entries) == 1


def test_many_found_pages_are_listed_as_few_are(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = told(client, "/feed.atom?q=council&limit=5")
    rest = told(client, path_of({link.rel: link.href for link in few.feed.links}["next"]))
    monkeypatch.setattr("archive.store.arrivals.FEW", 0)
    monkeypatch.setattr("archive.store.arrivals.READ_AT_ONCE", 2)
    assert told(client, "/feed.atom?q=council&limit=5").entries == few.entries
    again = told(client, path_of({link.rel: link.href for link in few.feed.links}["next"]))
    assert again.entries == rest.entries
