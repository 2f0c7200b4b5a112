"""`fonds cite` and `fonds diff`."""

import io
import json

import pytest
import rispy

BEFORE = """\
Council keeps its clinics

HAMILTON, Ont., Feb. 13, 2014 — Council voted on Tuesday to keep the city's clinics open to all.
Police spoke against it. The motion passed by nine votes to four after a long debate in the hall.
"""
AFTER = BEFORE.replace("nine votes to four", "ten votes to three")


@pytest.fixture
def twice(fonds, tmp_path, monkeypatch):
    """The id of a page that was captured twice, and the digests."""
    monkeypatch.setenv("FONDS_ARCHIVE", str(tmp_path / "archive"))
    for text, day in ((BEFORE, "2020-05-06"), (AFTER, "2021-05-06")):
        folder = tmp_path / day
        folder.mkdir()
        (folder / "clinics.txt").write_text(text, "utf-8")
        manifest = folder / "manifest.csv"
        manifest.write_text(
            f"file,url,captured\nclinics.txt,https://paper.example/keeps,{day}T07:00:00Z\n", "utf-8"
        )
        ran = fonds("ingest", folder, "--manifest", manifest)
        assert ran.status == 0, ran.err
    found = json.loads(fonds("search", "debate", "--json").out)["hits"][0]["id"]
    records = json.loads(fonds("show", found, "--captures", "--json").out)["captures"]
    return found, [record["digest"] for record in records]


def test_a_page_is_cited_in_the_style_and_language_that_are_asked(fonds, twice):
    id, digests = twice
    plain = fonds("cite", id[:9]).out
    assert plain.startswith("“Council keeps its clinics”, ")
    assert f"archived copy {id}, SHA-256 {digests[1]}" in plain
    assert "May 6, 2021" in plain
    french = fonds("cite", id, "--style", "apa", "--language", "fr", "--site", "https://a.example/")
    assert f"archivé à https://a.example/doc/{id}?digest={digests[1]}" in french.out
    assert "Consulté le 6 mai 2021" in french.out


def test_an_earlier_capture_is_cited_by_its_digest(fonds, twice):
    id, digests = twice
    out = fonds("cite", id, "--digest", digests[0][:10]).out
    assert digests[0] in out
    assert "May 6, 2020" in out


def test_references_are_read_by_other_programs(fonds, twice):
    id, _ = twice
    (entry,) = rispy.load(io.StringIO(fonds("cite", id, "--style", "ris").out))
    assert entry["title"] == "Council keeps its clinics"
    (item,) = json.loads(fonds("cite", id, "--style", "csl-json").out)
    assert item["URL"] == "https://paper.example/keeps"
    every = json.loads(fonds("cite", id, "--json").out)
    assert every["bibtex"].startswith("@misc{")
    assert every["permalink"] is None


def test_what_changed_is_told_by_words(fonds, twice):
    id, digests = twice
    out = fonds("diff", id).out
    assert out.startswith(f"from {digests[0][:16]}")
    assert "[-nine-]{+ten+} votes to [-four-]{+three+}" in out
    back = fonds("diff", id, "--from", digests[1][:12], "--to", digests[0][:12], "--original").out
    assert "[-ten-]{+nine+} votes" in back
    told = json.loads(fonds("diff", id, "--json").out)
    assert (told["text"]["added"], told["text"]["gone"]) == (2, 2)


@pytest.mark.parametrize("asked", [("--digest", "00"), ("--site", "javascript:alert(1)")])
def test_what_cannot_be_cited_is_told(fonds, twice, asked):
    assert fonds("cite", twice[0], *asked).status in (1, 2)


def test_one_capture_cannot_be_compared(fonds, archive):
    id = json.loads(fonds("search", "nurses", "--json").out)["hits"][0]["id"]
    ran = fonds("diff", id)
    assert (ran.status, ran.out) == (2, "")
    assert "captured once" in ran.err
