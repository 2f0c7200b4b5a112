"""Pages are brought politely and kept as they came; what is not brought says why."""

from dataclasses import replace

import pytest
from fastwarc.warc import ArchiveIterator

from archive.capture import Capture
from archive.document import PassedOver
from indexer.fetching.asked import Manners
from indexer.fetching.fetching import Wanted, fetch
from indexer.fetching.keeping import Keeper
from indexer.fetching.pace import Pace
from indexer.fetching.visiting import Visitor
from indexer.readers import read
from tests.indexer.fetching.server import (
    PAGE,
    drop_by_drop,
    in_chunks,
    later,
    no_http,
    of_type,
    serving,
    shorter_than_said,
    to,
    without_end,
    zipped,
)

MANNERS = Manners(
    "Fonds/test",
    delay_s=0,
    connect_s=5,
    answer_s=20,
    body_bytes=2_000_000,
    redirects=4,
    allow_private=True,
)


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now, self.slept = 0.0, []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def pace(self, delay_s: float) -> Pace:
        return Pace(delay_s, lambda: self.now, self.sleep)


def bring(folder, *urls, manners=MANNERS, pace=None, sitemaps=(), feeds=(), limit=None, **more):
    with Keeper(folder, manners.agent) as keeper:
        visitor = Visitor(manners, pace, **more)
        wanted = Wanted(urls, tuple(sitemaps), tuple(feeds), limit)
        return fetch(wanted, visitor, keeper)


def pages(report) -> list[Capture]:
    return [item for item in read([report.path]) if isinstance(item, Capture)]


def reason(report) -> str:
    (left,) = report.left
    return left.reason


def test_a_page_is_brought_and_kept_as_it_came(tmp_path):
    with serving({"/a": PAGE}) as server:
        report = bring(tmp_path, f"{server.url}/a?id=4#top")
    (page,) = pages(report)
    assert page.body == PAGE
    assert page.url == f"{server.url}/a?id=4"
    assert page.charset == "utf-8"
    assert page.captured is not None
    assert report.brought == 1
    assert report.path.parent == tmp_path / "captures"
    assert dict(server.asked[-1][1])["User-Agent"] == "Fonds/test"


def test_the_file_is_a_sound_warc_with_requests_and_addresses(tmp_path):
    with serving({"/a": PAGE, "/b": to("/a")}) as server:
        report = bring(tmp_path, f"{server.url}/b")
    records = list(ArchiveIterator(str(report.path)))
    kinds = [record.headers["WARC-Type"] for record in records]
    assert kinds == ["warcinfo", "response", "request", "response", "request"]
    assert all(record.headers["WARC-IP-Address"] == "127.0.0.1" for record in records[1:])
    unparsed = ArchiveIterator(str(report.path), parse_http=False)
    assert all(record.verify_block_digest() for record in unparsed)


@pytest.mark.parametrize("answer", [zipped(PAGE), in_chunks(PAGE[:10], PAGE[10:])])
def test_what_the_way_did_to_a_page_is_undone_when_it_is_read(tmp_path, answer):
    with serving({"/a": answer}) as server:
        report = bring(tmp_path, f"{server.url}/a")
    assert [page.body for page in pages(report)] == [PAGE]


def test_redirects_are_followed_and_recorded(tmp_path):
    with serving({"/a": to("/b", 301), "/b": to("c"), "/c": PAGE}) as server:
        report = bring(tmp_path, f"{server.url}/a")
        items = list(read([report.path]))
    assert [page.url for page in pages(report)] == [f"{server.url}/c"]
    told = [item.reason for item in items if isinstance(item, PassedOver)]
    assert told[:2] == [
        "It redirects to /b (301 Moved Permanently).",
        "It redirects to c (302 Found).",
    ]


NOT_BROUGHT = {
    "/absent": "404 Not Found",
    "/round": "redirects more than 4 times",
    "/image": "image/png",
    "/endless": "2.0 MB",
    "/endless-chunks": "2.0 MB",
    "/no-http": "no HTTP",
    "/cut": "The answer broke off within its chunks.",
    "/short": f"The answer broke off: {len(PAGE)} bytes came of 4,000.",
    "/to-file": "no web address",
    "/to-name": "name or password",
    "/much-later": "3,600 s",
}
ANSWERS = {
    "/a": PAGE,
    "/round": to("/round"),
    "/image": of_type("image/png"),
    "/endless": without_end,
    "/endless-chunks": in_chunks(*[PAGE * 2_000] * 20),
    "/no-http": no_http,
    "/cut": in_chunks(PAGE, ends=False),
    "/short": shorter_than_said,
    "/to-file": to("file:///etc/passwd"),
    "/to-name": to("http://user:secret@127.0.0.1/"),
    "/much-later": later(9, "3600"),
}


def test_each_address_that_is_not_brought_says_why_and_the_rest_goes_on(tmp_path):
    with serving(ANSWERS) as server:
        paths = [*NOT_BROUGHT, "/a"]
        report = bring(tmp_path, *(server.url + path for path in paths), pace=Clock().pace(0))
    assert report.brought == 1
    assert [left.url.removeprefix(server.url) for left in report.left] == list(NOT_BROUGHT)
    for left in report.left:
        assert NOT_BROUGHT[left.url.removeprefix(server.url)] in left.reason
    assert "secret" not in " ".join(left.reason for left in report.left)


@pytest.mark.parametrize("answer", [drop_by_drop, in_chunks(*[b"x"] * 400, pause_s=0.05)])
def test_an_answer_that_drips_is_cut_off_in_time(tmp_path, answer):
    with serving({"/slow": answer}) as server:
        report = bring(tmp_path, f"{server.url}/slow", manners=replace(MANNERS, answer_s=0.6))
    assert "did not come within" in reason(report)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://a.example/", "no web address"),
        ("javascript:alert(1)", "no web address"),
        ("https://", "no web address"),
        ("https://[bad/", "no web address"),
        ("https://a.example:99999/", "no web address"),
        ("https://me:secret@a.example/", "name or password"),
        ("https://a\n.example/", "no web address"),
    ],
)
def test_what_is_no_address_of_a_page_is_never_asked_for(tmp_path, url, why):
    report = bring(tmp_path, url)
    assert why in reason(report)
    assert report.path is None


def test_robots_txt_is_obeyed_by_its_longest_rule(tmp_path):
    rules = b"User-agent: *\nDisallow: /private\nAllow: /private/open*.html$\n"
    answers = {
        "/robots.txt": of_type("text/plain", rules),
        "/private/a": PAGE,
        "/private/open-1.html": PAGE,
    }
    with serving(answers) as server:
        report = bring(tmp_path, *(server.url + path for path in answers if "private" in path))
        asked = [path for path, _ in server.asked]
    assert "robots.txt asks" in reason(report)
    assert asked == ["/robots.txt", "/private/open-1.html"]


def test_a_redirect_leads_to_nothing_that_robots_txt_closes(tmp_path):
    rules = of_type("text/plain", b"User-agent: Fonds\nDisallow: /no\n")
    with serving({"/robots.txt": rules, "/a": to("/no"), "/no": PAGE}) as server:
        report = bring(tmp_path, f"{server.url}/a")
        assert "/no" not in [path for path, _ in server.asked]
    assert "robots.txt asks" in reason(report)


def test_where_robots_txt_cannot_be_read_nothing_is(tmp_path):
    broken = {"/robots.txt": lambda handler: handler.give(500, b"", {}), "/a": PAGE}
    with serving(broken) as server:
        report = bring(tmp_path, f"{server.url}/a")
    assert "robots.txt cannot be read" in reason(report)


def test_a_host_is_asked_no_faster_than_is_polite(tmp_path):
    clock = Clock()
    with serving({f"/{number}": PAGE for number in range(4)}) as server:
        bring(tmp_path, *(f"{server.url}/{n}" for n in range(4)), pace=clock.pace(2.0))
    assert clock.slept == [2.0] * 4  # robots.txt is a request too


def test_a_crawl_delay_is_kept(tmp_path):
    clock = Clock()
    rules = of_type("text/plain", b"User-agent: *\nCrawl-delay: 7\n")
    with serving({"/robots.txt": rules, "/a": PAGE, "/b": PAGE}) as server:
        bring(tmp_path, f"{server.url}/a", f"{server.url}/b", pace=clock.pace(1.0))
    assert clock.slept == [1.0, 7.0]


def test_a_server_that_asks_to_come_again_is_asked_again_then(tmp_path):
    clock = Clock()
    with serving({"/a": later(2, "30")}) as server:
        report = bring(tmp_path, f"{server.url}/a", pace=clock.pace(0.0))
    assert report.brought == 1
    assert clock.slept == [30.0, 30.0]


SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>{0}/a</loc></url><url><loc> {0}/b </loc><lastmod>2020-01-01</lastmod></url>
<url><loc>{0}/a#again</loc></url><url><loc>https://other.example/x</loc></url></urlset>"""
INDEX = """<sitemapindex><sitemap><loc>{0}/sitemap.xml</loc></sitemap>
<sitemap><loc>{0}/gone.xml</loc></sitemap></sitemapindex>"""
RSS = """<rss version="2.0"><channel><link>{0}/home</link><item><title>T</title>
<link>{0}/a</link></item><item><link>/b</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><link href="{0}/feed" rel="self"/>
<entry><link href="{0}/a"/><link rel="edit" href="{0}/e"/></entry>
<entry><link rel="alternate" href="b"/></entry></feed>"""
BOMB = """<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><urlset><url><loc>&b;</loc>
</url></urlset>"""


def lists(server, kind="text/xml") -> None:
    for path, text in {
        "/sitemap.xml": SITEMAP,
        "/index.xml": INDEX,
        "/rss": RSS,
        "/atom": ATOM,
        "/bomb.xml": BOMB,
        "/deep.xml": "<a>" * 5_000,
    }.items():
        server.answers[path] = of_type(kind, text.format(server.url).encode())


@pytest.mark.parametrize("path", ["/sitemap.xml", "/index.xml"])
def test_what_a_sitemap_lists_is_brought_once_and_of_its_own_site_only(tmp_path, path):
    with serving({"/a": PAGE, "/b": PAGE}) as server:
        lists(server)
        report = bring(tmp_path, sitemaps=[server.url + path])
    assert [page.url for page in pages(report)] == [f"{server.url}/a", f"{server.url}/b"]
    reasons = {left.url: left.reason for left in report.left}
    assert "another site" in reasons["https://other.example/x"]
    assert (f"{server.url}/gone.xml" in reasons) == (path == "/index.xml")


@pytest.mark.parametrize("path", ["/rss", "/atom"])
def test_what_a_feed_lists_is_brought(tmp_path, path):
    with serving({"/a": PAGE, "/b": PAGE}) as server:
        lists(server)
        report = bring(tmp_path, feeds=[server.url + path])
    assert [page.url for page in pages(report)] == [f"{server.url}/a", f"{server.url}/b"]


@pytest.mark.parametrize("path", ["/bomb.xml", "/deep.xml", "/a"])
def test_a_list_that_is_none_or_a_trap_is_told(tmp_path, path):
    with serving({"/a": PAGE}) as server:
        lists(server)
        report = bring(tmp_path, sitemaps=[server.url + path])
    assert report.brought == 0
    assert reason(report)


def test_no_more_pages_are_brought_than_wanted(tmp_path):
    with serving({"/a": PAGE, "/b": PAGE}) as server:
        report = bring(tmp_path, f"{server.url}/a", f"{server.url}/b", limit=1)
    assert report.brought == 1
    assert "limit of 1" in reason(report)
