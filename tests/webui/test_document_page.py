"""The document page and its three views."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from archive import Archive
from archive.document import Place
from tests.webui.pages import MESSY
from tests.webui.test_search_page import heading, page, words
from webui.facts import place_value

HAMILTON = Place(5969782, "Hamilton", "city", "Ontario", "Canada")
IdOf = Callable[[str], str]


@pytest.fixture
def messy(id_of: IdOf) -> str:
    return id_of("Harbour clinic")


def test_the_clean_view_shows_paragraphs_in_the_pages_language(
    client: FlaskClient, id_of: IdOf
) -> None:
    soup = page(client, f"/doc/{id_of('Un conseil')}")
    assert heading(soup) == "Un conseil municipal"
    assert soup.h1["lang"] == soup.select_one(".text")["lang"] == "fr"
    assert words(soup, ".text p") == ["Le conseil de Montréal a voté la motion."]


def test_removed_lines_stand_in_their_place_with_rule_and_reason(
    client: FlaskClient, archive: Archive, messy: str
) -> None:
    soup = page(client, f"/doc/{messy}?view=removed")
    ledger = archive.get(messy).removed
    assert ledger
    taken = soup.select(".ledger .taken")
    assert [int(line["value"]) for line in taken] == [line.number for line in ledger]
    for shown, line in zip(taken, ledger, strict=True):
        assert line.text.strip() in shown.select_one("del").get_text()
        assert shown.select_one(".rule").get_text() == line.rule
        assert line.reason in shown.select_one(".reason").get_text()
    lines = [" ".join(li.get_text(" ").split()) for li in soup.select(".ledger li")]
    whole = [line for line in MESSY.decode().splitlines() if line.strip()]
    assert len(lines) == len(whole)
    for shown_line, original in zip(lines, whole, strict=True):
        assert original in shown_line


def test_kept_lines_that_were_doubted_say_so_with_their_likelihood(
    client: FlaskClient, messy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from indexer.cleaning import clean_text

    def doubting(text: str) -> object:
        cleaned = clean_text(text)
        return replace(cleaned, kept=tuple(replace(line, doubt=0.523) for line in cleaned.kept))

    monkeypatch.setattr("webui.ledger.clean_text", doubting)
    soup = page(client, f"/doc/{messy}?view=removed")
    marks = soup.select(".ledger .doubt")
    assert marks
    assert {mark.get_text() for mark in marks} == {"unsure 0.52"}
    assert not soup.select(".ledger .taken .doubt")
    assert "not sure to be text" in marks[0]["title"]
    monkeypatch.undo()
    assert not page(client, f"/doc/{messy}?view=removed").select(".doubt")


def test_a_ledger_of_another_version_is_shown_alone_and_says_so(
    client: FlaskClient, messy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from indexer.cleaning import clean_text

    monkeypatch.setattr("webui.ledger.clean_text", lambda text: clean_text("x\n" + text))
    soup = page(client, f"/doc/{messy}?view=removed")
    assert "cleaned by another version" in soup.select_one(".notice").get_text()
    assert len(soup.select(".ledger li")) == len(soup.select(".ledger .taken")) > 0


def test_the_original_is_shown_as_text_with_how_it_was_read(
    client: FlaskClient, messy: str
) -> None:
    soup = page(client, f"/doc/{messy}?view=original")
    assert soup.select_one(".source-text").get_text() == MESSY.decode()
    assert "Read as" in soup.select_one(".lead").get_text()


def test_the_original_bytes_can_be_saved_and_never_opened(
    client: FlaskClient, archive: Archive, messy: str
) -> None:
    digest = archive.get(messy).digest
    for address in (f"/doc/{messy}/raw", f"/doc/{messy}/raw?digest={digest}"):
        answer = client.get(address)
        assert answer.data == MESSY
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        name = f"{messy}-{digest[:12]}.txt"
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    again = client.get(f"/doc/{messy}/raw", headers={"If-None-Match": f'"{digest}"'})
    assert again.status_code == 304
    assert client.get(f"/doc/{messy}/raw?digest={'0' * 64}").status_code == 404


def test_next_and_previous_walk_every_match(client: FlaskClient, id_of: IdOf) -> None:
    address, seen = f"/doc/{id_of('Meeting 1 ')}?q=police", []
    while address:
        soup = page(client, address.partition("#")[0])
        current = soup.select(".text mark.current")
        seen += [mark["id"] for mark in current]
        assert len(current) == (1 if len(seen) else 0)
        onward = soup.select_one('.matches a[aria-label="Next match"]')
        address = onward["href"] if onward else ""
    every = [mark["id"] for mark in soup.select(".text mark")]
    assert seen == every
    assert len(seen) == 3
    assert soup.select_one(".matches span:not(.off)").get_text() == "3 of 3 matches"
    assert soup.select_one('.matches a[aria-label="Previous match"]')["href"].endswith(every[1])


def test_a_query_that_cannot_be_read_still_shows_the_page(client: FlaskClient, id_of: IdOf) -> None:
    soup = page(client, f"/doc/{id_of('Meeting 1 ')}?q=(police")
    assert soup.select(".text p")
    assert "could not be looked for" in soup.select_one(".notice").get_text()


def test_each_fact_has_its_evidence_and_leads_to_its_kin(client: FlaskClient, id_of: IdOf) -> None:
    soup = page(client, f"/doc/{id_of('Meeting 3 of')}")
    facts = {row.dt.get_text(): row for row in soup.select(".facts > div")}
    assert "dateline “" not in facts["Title"].get_text()
    assert "first line" in facts["Title"].select_one(".evidence").get_text()
    assert (
        facts["Published"].select_one(".evidence").get_text(" ", strip=True).startswith("dateline")
    )
    for link in soup.select(".facts a[href^='/']"):
        assert heading(page(client, link["href"])) != "No page found", link


def test_copies_corrections_and_captures_are_listed(client: FlaskClient, id_of: IdOf) -> None:
    soup = page(client, f"/doc/{id_of('The same words')}")
    copy = soup.select_one(".record section:nth-of-type(2) a")
    assert heading(page(client, copy["href"])) == "The same words"
    assert soup.select_one(".copies-of h2").text == "Near-copies of this page"
    assert "the same words as this page" in soup.select_one(".copies-of .evidence").text
    corrected = page(client, f"/doc/{id_of('Meeting 7 ')}")
    assert "Source : The Corrected Gazette Seen in print R. Roe, 2 January 2023" in words(
        corrected, ".record .plain li"
    )
    assert "shown here" in words(corrected, ".record section:last-of-type li")[0]


def test_what_is_not_there_is_a_clear_404(client: FlaskClient) -> None:
    assert heading(page(client, "/doc/0123456789abcdef", 404)) == "Not found"
    assert heading(page(client, "/doc/../etc/passwd", 404)) == "Not found"
    assert heading(page(client, "/doc/0123456789abcdef/raw", 404)) == "Not found"


@pytest.mark.parametrize(
    "asked",
    [
        "view=drawn",
        "part=0",
        "show=x",
        "show=place-1",
        "layout=x",
        "at=-1",
        "at=x",
        "at=" + "9" * 99,
    ],
)
def test_a_view_or_place_that_makes_no_sense_is_a_clear_400(
    client: FlaskClient, id_of: IdOf, asked: str
) -> None:
    soup = page(client, f"/doc/{id_of('Meeting 1 ')}?{asked}", 400)
    assert isinstance(soup, BeautifulSoup)
    assert soup.select_one(".fault strong")


def test_an_unsure_place_is_marked_in_words_and_tells_how_sure_it_is() -> None:
    unsure = replace(HAMILTON, confidence=0.55, mentions=2, evidence="the largest of that name")
    value = place_value(unsure)
    assert value.text == "perhaps Hamilton, Ontario"
    assert value.finder == "2 mentions; 55% sure; the largest of that name"
    assert place_value(HAMILTON).text == "Hamilton, Ontario"
