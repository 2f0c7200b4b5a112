"""What machines ask: /healthz and /robots.txt."""

import re
from dataclasses import replace
from urllib.robotparser import RobotFileParser

import pytest
from flask.testing import FlaskClient

from archive import Archive
from archive.errors import ArchiveDamaged
from indexer.search import Searcher
from webui import create_app


def test_healthz_says_ok_or_that_the_archive_cannot_be_read(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (client.get("/healthz").status_code, client.get("/healthz").text) == (200, "ok\n")

    def broken(_: Archive) -> int:
        raise ArchiveDamaged("/secret/place: text of a page")

    monkeypatch.setattr(Archive, "sequence", broken)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert "secret" not in answer.text


def test_nothing_is_crawled_by_default(client: FlaskClient, id_of) -> None:
    told = client.get("/robots.txt")
    assert told.mimetype == "text/plain"
    robots = RobotFileParser()
    robots.parse(told.text.splitlines())
    assert not robots.can_fetch("anyone", f"/doc/{id_of('Meeting 7 ')}")
    assert "noindex" in client.get(f"/doc/{id_of('Meeting 7 ')}").headers["X-Robots-Tag"]


def allowed(text: str, path: str) -> bool:
    """As RFC 9309 has it: the longest rule that fits decides, and allows where two are as long."""
    fits: list[tuple[int, bool]] = []
    for verdict, rule in re.findall(r"^(Allow|Disallow): (.*)$", text, re.MULTILINE):
        pattern = re.escape(rule).replace(r"\*", ".*")
        if re.match(pattern, path):
            fits.append((len(rule), verdict == "Allow"))
    return max(fits, default=(0, True))[1]


def test_documents_may_be_listed_where_the_settings_say_so_and_nothing_else(
    searcher: Searcher, archive: Archive, id_of, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "settings", replace(archive.settings, indexing="documents"))
    client = create_app(searcher, archive).test_client()
    text, page = client.get("/robots.txt").text, f"/doc/{id_of('Meeting 7 ')}"
    assert allowed(text, page)
    assert allowed(text, f"/fr{page}")
    refused = ("/", "/?q=x", "/facets/city", "/export.csv", f"{page}?view=original", f"{page}/raw")
    assert [path for path in refused if allowed(text, path)] == []
    assert client.get(page).headers["X-Robots-Tag"] == "noarchive"
    assert "noindex" in client.get(f"{page}?q=police").headers["X-Robots-Tag"]
    assert "noindex" in client.get("/?q=police").headers["X-Robots-Tag"]
