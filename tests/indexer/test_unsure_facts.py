"""What a page says in characters that were guessed is no fact of it; the page is flagged."""

from dataclasses import replace

import pytest

from archive.capture import Capture
from archive.source_names import NO_NAMES
from archive.supplied import SaidBy, supplied_by
from indexer import prepare
from indexer.metadata.description import Description, Fact
from indexer.phrasebook import said
from indexer.readers import decoding
from indexer.readers.decoding import Decoded
from indexer.unsure_facts import without_unsure

GUESS = Decoded("", "cp1252", "last resort")
SURE = Decoded("", "utf_8", "valid UTF-8")


def found(source: str, author: str, finder: str = "meta og:site_name") -> Description:
    return Description(
        title=None,
        authors=(Fact(author, finder),),
        source=Fact(source, finder),
        published=None,
        language=Fact("en", "its words"),
        places=(),
        years_mentioned=(),
    )


@pytest.mark.parametrize("evidence", ["guessed", "last resort"])
def test_a_source_and_an_author_of_guessed_characters_are_left_out_and_told(evidence):
    asked = replace(GUESS, evidence=evidence)
    kept, flags = without_unsure(found("Le Progr\u0161s", "Zo\u0161 Roy"), asked)
    assert (kept.source, kept.authors) == (None, ())
    assert len(flags) == 2
    assert "Le Progr\u0161s" in flags[0]
    assert all(said(flag, "fr").language == "fr" for flag in flags)


def test_what_is_ascii_or_of_a_sure_charset_stays():
    for description, decoded in (
        (found("The Post", "Ann Roy"), GUESS),
        (found("Le Progr\u00e8s", "Zo\u00e9 Roy"), SURE),
    ):
        assert without_unsure(description, decoded) == (description, ())


def test_bytes_that_did_not_decode_make_no_fact_in_any_charset():
    kept, _ = without_unsure(found("Le Progr\ufffds", "Ann Roy"), replace(SURE, replaced=1))
    assert kept.source is None
    assert [author.value for author in kept.authors] == ["Ann Roy"]


@pytest.mark.parametrize("finder", ["manifest pages.csv:2", "url, named in sources.toml"])
def test_what_a_person_states_stays(finder):
    description = found("Le Progr\u00e8s", "Zo\u00e9 Roy", finder)
    assert without_unsure(description, GUESS, NO_NAMES) == (description, ())


def test_a_page_of_a_guessed_charset_shows_no_source_of_it_as_sure(monkeypatch):
    def guessing(*_: object):
        yield "cp1252", decoding.GUESSED, 0

    monkeypatch.setattr(decoding, "candidates", guessing)
    body = (
        '<html><head><title>A vote</title><meta property="og:site_name" content="Le Progr\u00e8s">'
        "</head><body><p>The council voted on Tuesday to open the shelter on Alder Street.</p>"
        "</body></html>"
    ).encode("cp1252")
    page = Capture(body, "text/html", "https://a.example/1", None, "a.html")
    document = prepare(page)
    assert document.source != "Le Progr\u00e8s"
    assert any("its source is left out: “Le Progr\u00e8s”" in flag for flag in document.flags)
    stated = replace(
        page, supplied=supplied_by(SaidBy.MANIFEST, "m.csv:2", source="Le Progr\u00e8s")
    )
    assert prepare(stated).source == "Le Progr\u00e8s"
