"""What a browser reads to add this archive to its search engines."""

from pathlib import Path

from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from lxml import etree

from indexer.search import Searcher
from tests.webui.growing import growing

TITLE = "Ships & <sails> of the great northern lakes"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def described(client: FlaskClient, address: str = "/opensearch.xml") -> etree._Element:
    answer = client.get(address)
    assert answer.content_type == "application/opensearchdescription+xml; charset=utf-8"
    return etree.fromstring(answer.data)


def templates(root: etree._Element) -> dict[str, str]:
    return {url.get("type"): url.get("template") for url in root.findall(f"{OPENSEARCH}Url")}


def test_the_templates_lead_to_the_search_its_feed_and_suggestions(client: FlaskClient) -> None:
    found = templates(described(client))
    for media_type in ("text/html", "application/atom+xml", "application/x-suggestions+json"):
        address = (
            found[media_type].replace("{searchTerms}", "police").removeprefix("http://localhost")
        )
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.content_type.startswith(media_type)


def test_it_speaks_the_language_and_keeps_the_bounds(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "fonds.toml").write_text(f'title = "{TITLE}"', "utf-8")
    with growing(folder) as site:
        root = described(site.client, "/fr/opensearch.xml")
        name = root.findtext(f"{OPENSEARCH}ShortName")
        assert 0 < len(name) <= 16
        assert root.findtext(f"{OPENSEARCH}LongName") == TITLE
        assert root.findtext(f"{OPENSEARCH}Description").startswith("Chercher dans les pages")
        assert templates(root)["text/html"] == "http://localhost/fr/?q={searchTerms}"


def test_suggestions_are_in_the_form_of_browsers(client: FlaskClient, searcher: Searcher) -> None:
    searcher.warm().join()
    answer = client.get("/suggest.json?q=counc")
    typed, texts, told, addresses = answer.json
    assert answer.content_type.startswith("application/x-suggestions+json")
    assert typed == "counc"
    assert len(texts) == len(told) == len(addresses) > 0
    for address in addresses:
        assert client.get(address.removeprefix("http://localhost")).status_code == 200
    assert client.get("/suggest.json").json[0] == ""


def test_hostile_titles_are_text_in_suggestions(client: FlaskClient, searcher: Searcher) -> None:
    searcher.warm().join()
    answer = client.get("/suggest.json?q=hostile")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert all(address.startswith("http://localhost/") for address in answer.json[3])


def test_every_page_names_it(client: FlaskClient) -> None:
    for address in ("/", "/fr/?q=police", "/methods"):
        head = BeautifulSoup(client.get(address).text, "html.parser").head
        link = head.find("link", rel="search")
        assert link["type"] == "application/opensearchdescription+xml"
        assert client.get(link["href"]).status_code == 200
