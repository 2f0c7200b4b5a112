"""`fonds show ID --copies`."""

import json

import pytest

from tests.indexer.copies.texts import story

WIRE = story(31, 30)


@pytest.fixture
def ids(fonds, tmp_path, monkeypatch) -> dict[str, str]:
    """An archive with a story as two papers printed it and as one put it up twice; ids by title."""
    monkeypatch.setenv("FONDS_ARCHIVE", str(tmp_path / "archive"))
    folder = tmp_path / "pages"
    folder.mkdir()
    printed = {
        "Ferry to stop": ("March 4, 2018", WIRE),
        "No more boats": ("March 3, 2018", WIRE[:24]),
        "Another story": ("March 5, 2018", story(32, 30)),
    }
    for title, (day, own) in printed.items():
        text = "\n\n".join([title, "By Ann Roy", day, *own])
        (folder / f"{title}.txt").write_text(text, "utf-8")
    assert fonds("ingest", folder).status == 0
    found = json.loads(fonds("search", "year:2018", "--json").out)["hits"]
    return {hit["title"]: hit["id"] for hit in found}


def test_copies_are_listed_with_date_and_likeness(fonds, ids):
    out = fonds("show", ids["Ferry to stop"], "--copies").out
    assert "No more boats" in out
    assert "2018-03-03" in out
    assert "the same words as this page" in out
    assert "Another story" not in out
    assert "1 near-copy" in fonds("show", ids["Ferry to stop"]).out


def test_copies_in_json_have_their_share(fonds, ids):
    (copy,) = json.loads(fonds("show", ids["No more boats"], "--json").out)["copies"]
    assert copy["id"] == ids["Ferry to stop"]
    assert 0.8 < copy["share"] < 1
    assert copy["reason"] == f"{copy['share']:.0%} the same words as this page"


def test_a_page_without_copies_says_so(fonds, ids):
    ran = fonds("show", ids["Another story"], "--copies")
    assert ran.out == "No other page has nearly the same text.\n"
    assert json.loads(fonds("show", ids["Another story"], "--copies", "--json").out)["copies"] == []
