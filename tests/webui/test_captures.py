"""A page's captures: each by its own address, compared, cited, laid out, told to programs."""

import io
import json
from collections.abc import Iterator

import bibtexparser
import pytest
import rispy
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from archive import Archive
from indexer.index import open_index
from indexer.search import Searcher
from tests.webui.captured import ATTACKS, HERONS, LONG_PARAGRAPHS, build, long_text
from webui import create_app
from webui.parts import MOST_WHOLE_CHARACTERS, part_of
from webui.sanitised import sanitised


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with build(tmp_path_factory.mktemp("captures") / "archive") as built:
        yield built


@pytest.fixture(scope="module")
def client(archive: Archive) -> Iterator[FlaskClient]:
    engine = open_index(archive)
    yield create_app(Searcher(archive, engine), archive).test_client()
    engine.close()


def id_of(archive: Archive, beginning: str) -> str:
    return next(i for i in archive.find_ids("") if archive.get(i).title.startswith(beginning))


@pytest.fixture
def minutes(archive: Archive) -> str:
    return id_of(archive, "Minutes")


@pytest.fixture
def digests(archive: Archive, minutes: str) -> list[str]:
    return [record.digest for record in archive.history(minutes)]


def soup_of(client: FlaskClient, address: str, status: int = 200) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == status, address
    return BeautifulSoup(answer.text, "html.parser")


def plain(soup: BeautifulSoup, selector: str) -> str:
    return " ".join(" ".join(found.get_text() for found in soup.select(selector)).split())


def test_an_address_with_a_digest_shows_that_capture(
    client: FlaskClient, minutes: str, digests: list[str]
) -> None:
    now = soup_of(client, f"/doc/{minutes}")
    assert "Tuesday evening" in plain(now, ".text")
    old = soup_of(client, f"/doc/{minutes}?digest={digests[0]}")
    assert "Monday evening" in plain(old, ".text")
    assert "added after the motion" not in plain(old, ".text")
    assert "the capture of 6 May 2020, not the latest one" in plain(old, ".notice")
    assert digests[0] in plain(old, ".facts")
    assert "The Gazette" in plain(old, ".about")  # corrections hold for every capture
    assert plain(soup_of(client, f"/doc/{minutes}?digest={digests[0][:12]}"), ".text") == plain(
        old, ".text"
    )


def test_every_view_and_link_of_an_old_capture_stays_with_it(
    client: FlaskClient, minutes: str, digests: list[str]
) -> None:
    old = soup_of(client, f"/doc/{minutes}?digest={digests[0]}")
    for tab in old.select(".tabs a"):
        assert digests[0] in tab["href"]
    source = soup_of(client, f"/doc/{minutes}?digest={digests[0]}&view=original")
    assert "Monday evening" in source.select_one(".source-text").get_text()
    frame = soup_of(client, f"/doc/{minutes}?digest={digests[0]}&view=rendered").iframe["src"]
    assert "Monday evening" in client.get(frame).text
    for form in old.select(".files a"):
        assert digests[0] in form["href"]


def test_a_digest_that_is_none_is_a_clear_404(client: FlaskClient, minutes: str) -> None:
    for digest in ("0" * 64, "x", "%27"):
        for path in ("", "/raw", "/rendered", "/cite.ris"):
            soup = soup_of(client, f"/doc/{minutes}{path}?digest={digest}", 404)
            assert soup.h1.get_text() == "Not found"
    assert client.get(f"/doc/{minutes}/diff?from={'0' * 64}").status_code == 404


def test_an_id_in_capitals_leads_to_its_page(client: FlaskClient, minutes: str) -> None:
    answer = client.get(f"/doc/{minutes.upper()}")
    assert (answer.status_code, answer.location) == (302, f"/doc/{minutes}")


def test_the_beginning_of_an_id_leads_to_its_page(client: FlaskClient, minutes: str) -> None:
    answer = client.get(f"/doc/{minutes[:8]}?q=police")
    assert (answer.status_code, answer.location) == (302, f"/doc/{minutes}?q=police")
    assert client.get(f"/fr/doc/{minutes[:9].upper()}").location == f"/fr/doc/{minutes}"
    assert client.get(f"/doc/{minutes[:7]}").status_code == 404
    assert client.get("/doc/00000000").status_code == 404


def test_headings_are_headings_again_without_gaps(client: FlaskClient, minutes: str) -> None:
    soup = soup_of(client, f"/doc/{minutes}")
    found = [(h.name, h.get_text()) for h in soup.select(".text h2, .text h3, .text h4")]
    assert ("h3", "Housing") in found
    assert ("h3", "Police") in found
    assert [p.get_text() for p in soup.select(".text p")]


def test_what_changed_is_shown_word_by_word(
    client: FlaskClient, minutes: str, digests: list[str]
) -> None:
    soup = soup_of(client, f"/doc/{minutes}/diff")
    for unseen in soup.select(".unseen"):
        unseen.extract()
    assert [tag.get_text() for tag in soup.select(".rows del")] == ["Monday"]
    assert [tag.get_text() for tag in soup.select(".rows ins")] == [
        "Tuesday",
        "This paragraph was added after the motion passed.",
    ]
    assert plain(soup, ".sum").startswith("9 words added, 1 word taken out, ")
    assert "cleaned again by today’s rules" in plain(soup, ".aside")
    back = soup_of(client, f"/doc/{minutes}/diff?from={digests[1]}&to={digests[0]}")
    assert plain(back, ".sum").startswith("1 word added, 9 words taken out, ")
    assert "Both are the same" in plain(
        soup_of(client, f"/doc/{minutes}/diff?from={digests[0]}&to={digests[0]}"), ".notice"
    )
    original = soup_of(client, f"/doc/{minutes}/diff?of=original")
    assert "Tuesday" in plain(original, ".rows ins")


def test_a_page_captured_once_has_nothing_to_compare(client: FlaskClient, archive: Archive) -> None:
    soup = soup_of(client, f"/doc/{id_of(archive, 'A long')}/diff")
    assert "captured once" in plain(soup, ".notice")
    assert "captured once" not in plain(soup_of(client, f"/doc/{id_of(archive, 'A long')}"), "*")


def test_a_page_is_cited_with_the_address_of_its_capture(
    client: FlaskClient, minutes: str, digests: list[str]
) -> None:
    soup = soup_of(client, f"/doc/{minutes}")
    styles = {row.dt.get_text(): plain(row, ".citation") for row in soup.select(".cite dl > div")}
    address = f"http://localhost/doc/{minutes}?digest={digests[1]}"
    assert styles["Address of this capture"] == address
    assert styles["APA"].startswith("Roy, A. (2018, March 3). Minutes of the council. The Gazette.")
    for style in ("APA", "Chicago", "MLA", "Plain text"):
        assert f"archived at {address}" in styles[style]
    french = soup_of(client, f"/fr/doc/{minutes}?digest={digests[0]}")
    cited = plain(french, "#citation-2")
    assert f"archivé à http://localhost/doc/{minutes}?digest={digests[0]}" in cited
    assert "Consulté le 6 mai 2020" in cited


def test_references_are_read_by_other_programs(
    client: FlaskClient, minutes: str, digests: list[str]
) -> None:
    links = soup_of(client, f"/doc/{minutes}?digest={digests[0]}").select("link[rel=alternate]")
    files = {link["title"]: client.get(link["href"]) for link in links if "cite." in link["href"]}
    (entry,) = rispy.load(io.StringIO(files["RIS"].text))
    assert entry["title"] == "Minutes of the council"
    assert digests[0] in str(entry)
    (entry,) = bibtexparser.parse_string(files["BibTeX"].text).entries
    assert entry["date"] == "2018-03-03"
    (item,) = json.loads(files["CSL-JSON"].text)
    assert item["accessed"]["date-parts"] == [[2020, 5, 6]]
    for answer in files.values():
        assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert client.get(f"/doc/{minutes}/cite.docx").status_code == 404


def test_the_head_tells_the_record_to_other_programs(
    client: FlaskClient, minutes: str, digests: list[str]
) -> None:
    soup = soup_of(client, f"/doc/{minutes}?q=police")
    meta = {tag["name"]: tag["content"] for tag in soup.select("meta[name]")}
    address = f"http://localhost/doc/{minutes}?digest={digests[1]}"
    assert meta["citation_title"] == meta["DC.title"] == "Minutes of the council"
    assert meta["citation_author"] == meta["DC.creator"] == "Roy, Ann"
    assert (meta["citation_publication_date"], meta["DC.date"]) == ("2018/03/03", "2018-03-03")
    assert meta["DC.identifier"] == address
    linked = json.loads(soup.select_one("script[type='application/ld+json']").string)
    assert linked["author"] == [{"@type": "Person", "name": "Ann Roy"}]
    assert (linked["datePublished"], linked["archivedAt"]) == ("2018-03-03", address)
    assert linked["identifier"]["value"] == digests[1]
    assert soup.select_one("link[rel=canonical]")["href"] == f"http://localhost/doc/{minutes}"


def test_an_undated_page_states_no_date_in_its_head(client: FlaskClient, archive: Archive) -> None:
    text = client.get(f"/doc/{id_of(archive, 'A long')}").text
    assert "citation_publication_date" not in text
    assert "datePublished" not in text


def test_a_laid_out_page_can_do_and_ask_nothing(client: FlaskClient, archive: Archive) -> None:
    id = id_of(archive, "Hostile")
    view = soup_of(client, f"/doc/{id}?view=rendered")
    assert not view.iframe["sandbox"]
    answer = client.get(view.iframe["src"])
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox; default-src 'none'; style-src 'unsafe-inline'")
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    soup = BeautifulSoup(answer.text, "html.parser")
    body = soup.body
    assert not body.select(
        "script, img, svg, style, link, meta, base, iframe, object, embed, video"
    )
    assert not body.select("form, input, math, template, [href], [src], [action], [ping]")
    for tag in body.find_all(True):
        assert not [name for name in tag.attrs if name.startswith("on")]
        assert "evil" not in tag.get("style", "")
    for kept in ("A link", "[A pixel]", "Send", "Red words", "Without scripts", "Details"):
        assert kept in body.get_text()
    assert body.find("p", string="Red words")["style"] == "color: red"
    assert "alert(1)" not in body.get_text()
    assert "evil.example" in ATTACKS


def test_a_page_of_very_many_elements_is_laid_out() -> None:
    for html in ("<p>a <b>b</b></p>" * 20_000, "<div>" * 50_000 + "a", "<b><i>" * 10_000 + "a"):
        assert "a" in sanitised(html)


def test_captures_too_long_for_the_site_are_left_to_the_terminal(
    client: FlaskClient, minutes: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webui.differences_page.MOST_BYTES", 100)
    soup = soup_of(client, f"/doc/{minutes}/diff")
    assert f"“fonds diff {minutes}” compares them" in plain(soup, ".notice")


def test_only_html_can_be_laid_out(client: FlaskClient, archive: Archive) -> None:
    soup = soup_of(client, f"/doc/{id_of(archive, 'A long')}")
    assert "Laid out" not in plain(soup, ".tabs")


def test_a_long_text_comes_in_parts_without_loss(client: FlaskClient, archive: Archive) -> None:
    id, words = id_of(archive, "A long"), []
    address = f"/doc/{id}?q=heron"
    pages = 0
    matches = set()
    while address:
        soup = soup_of(client, address)
        pages += 1
        words += [" ".join(p.get_text().split()) for p in soup.select(".text p")]
        matches |= {mark["id"] for mark in soup.select(".text mark")}
        onward = [link for link in soup.select(".parts a") if link.get_text() == "Next part"]
        address = onward[0]["href"].partition("#")[0] if onward else ""
    assert pages > 1
    assert words == long_text().split("\n\n")
    assert len(matches) == len(range(50, LONG_PARAGRAPHS, HERONS))
    whole = soup_of(client, f"/doc/{id}?part=all")
    assert len(whole.select(".text p")) == LONG_PARAGRAPHS


def test_the_way_from_match_to_match_goes_over_all_parts(
    client: FlaskClient, archive: Archive
) -> None:
    address, seen = f"/doc/{id_of(archive, 'A long')}?q=heron", 0
    while address:
        soup = soup_of(client, address.partition("#")[0])
        seen += len(soup.select(".text mark.current"))
        onward = soup.select_one(".matches a[rel=next]")
        address = onward["href"] if onward else ""
    assert seen == len(range(50, LONG_PARAGRAPHS, HERONS))
    assert plain(soup, ".match-place") == f"{seen} of {seen} matches"


def test_a_part_is_cut_between_paragraphs_where_it_can_be() -> None:
    text = long_text()
    first = part_of(text, "1", None)
    assert text[: first.end].endswith("\n\n")
    solid = "x" * (MOST_WHOLE_CHARACTERS + 1)
    parts = [part_of(solid, str(number), None) for number in (1, 2)]
    assert (parts[0].start, parts[0].end, parts[1].end) == (0, parts[1].start, len(solid))
    assert part_of("short", None, 3).is_whole


def test_a_place_and_a_year_lead_to_where_the_text_names_them(
    client: FlaskClient, minutes: str
) -> None:
    soup = soup_of(client, f"/doc/{minutes}")
    for name in ("Hamilton, Ontario", "2017"):
        link = next(a for a in soup.select(".in-text") if name in a["aria-label"])
        shown = soup_of(client, link["href"].partition("#")[0])
        assert {mark.get_text() for mark in shown.select(".text mark")} == {name.split(",")[0]}
        assert f"Lit in the text: {name}." in plain(shown, ".notice")
    assert client.get(f"/doc/{minutes}?show=place-1").status_code == 400


def test_removed_lines_are_listed_by_rule_too(
    client: FlaskClient, archive: Archive, minutes: str
) -> None:
    ledger = archive.get(minutes).removed
    assert ledger
    soup = soup_of(client, f"/doc/{minutes}?view=removed&layout=list")
    assert len(soup.select(".removed-list tbody tr")) == len(ledger)
    for line in ledger:
        assert " ".join(line.text.split()) in plain(soup, ".removed-list")
    link = soup.select_one(".removed-list a")["href"]
    assert f'id="{link.partition("#")[2]}"' in client.get(link.partition("#")[0]).text
