"""What a manifest states: it names its row, and what is not understood is told."""

import pytest

from archive.capture import Capture
from archive.supplied import SaidBy, supplied_by
from indexer import prepare
from indexer.phrasebook import said

STORY = """\
Council votes to open clinics to all

Hamilton council voted on Tuesday to open its clinics to everyone who lives in the city, whatever
papers they have, after three nights of speeches.
"""
ALL = {
    "title": "Clinics",
    "source": "City Desk",
    "author": "Ann Roy; Li Wei",
    "date": "2017-02",
    "place": "London, Ontario",
    "lang": "en",
}


def document(by=SaidBy.MANIFEST, where="pages.csv:3", **facts: str):
    supplied = supplied_by(by, where, **facts)
    return prepare(Capture(STORY.encode(), "text/plain", None, None, "p", supplied=supplied))


def test_each_stated_fact_names_the_manifest_and_its_row():
    made = document(**ALL)
    finders = {(e.field, e.finder) for e in made.evidence}
    assert finders == {
        (field, "manifest pages.csv:3") for field in ("title", "author", "source", "language")
    }
    assert made.published.evidence == made.places[0].evidence == "manifest pages.csv:3"
    assert made.flags == ()


def test_a_source_stated_for_all_pages_names_the_option():
    made = document(SaidBy.COMMAND, "", source="City Desk")
    assert [e.finder for e in made.evidence if e.field == "source"] == ["ingest --source"]


@pytest.mark.parametrize(
    ("by", "where", "finder", "speaker"),
    [
        (SaidBy.COLUMN, "corpus.jsonl:12", "record corpus.jsonl:12", "corpus.jsonl:12"),
        (SaidBy.RECORD, "", "said by the WARC", "the WARC"),
        (SaidBy.RECORD, "site.wacz!pages", "record site.wacz!pages", "site.wacz!pages"),
        (SaidBy.UNKNOWN, "", "said by the WARC or a manifest", "the WARC or a manifest"),
        (SaidBy.PAGE, "", "came with the page", "the page"),
    ],
)
def test_what_a_file_says_of_itself_is_named_so(by, where, finder, speaker):
    made = document(by, where, **ALL)
    assert {e.finder for e in made.evidence} == {finder}
    assert made.published.evidence == made.places[0].evidence == finder
    assert said(finder, "fr").language == "fr"
    (flag,) = document(by, where, date="soonish").flags
    assert said(flag, "fr").language == "fr"
    assert flag.startswith(f"{speaker}: date “soonish” was not understood; ")


@pytest.mark.parametrize(
    ("field", "value"),
    [("date", "soonish"), ("date", "2017-02-30"), ("place", "Xyzzyville"), ("lang", "klingonish")],
)
def test_a_stated_fact_that_is_not_understood_flags_the_page_with_its_row(field, value):
    made = document(**{field: value})
    (flag,) = made.flags
    assert flag.startswith(f"pages.csv:3: {field} “{value}” was not understood; write ")


def test_what_nobody_states_is_not_named_a_manifest():
    assert not [e for e in document().evidence if "manifest" in e.finder]


@pytest.mark.parametrize("title", ["M", "A", "7", "Ré"])
def test_a_stated_title_of_one_letter_wins(title):
    assert document(title=title).title == title


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Fish &amp; chips <b>tonight</b>", "Fish & chips tonight"),
        ("L&#8217;été &agrave; Montr&eacute;al", "L’été à Montréal"),
        ("<p>A<b>B</b>C</p><p>AT&T &copy</p>", "ABC AT&T &copy"),
        ("How 3 < 4 & 5 > 4", "How 3 < 4 & 5 > 4"),
    ],
)
def test_a_stated_title_in_markup_is_read_as_a_page_shows_it(stated, title):
    made = document(title=stated)
    assert made.title == title
    assert [e.quote for e in made.evidence if e.field == "title"] == [stated]
