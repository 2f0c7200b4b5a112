"""prepare(): a page as it came becomes a document, or a refusal that says why."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.capture import Capture
from archive.document import Document, Refused
from archive.supplied import SaidBy, supplied_by
from indexer import prepare

STORY = (
    "Council votes to open clinics to all\n\n"
    "HAMILTON, Ont. — Council voted on Tuesday to open the city's clinics to everyone who lives "
    "there, whatever papers they have or lack. The motion passed after three hours of debate.\n"
)


def capture(body: bytes | str, media_type: str = "text/plain", **more) -> Capture:
    raw = body.encode() if isinstance(body, str) else body
    return Capture(raw, media_type, more.pop("url", None), more.pop("captured", None), "p", **more)


def test_a_page_becomes_a_document_that_keeps_what_the_capture_knew():
    when = datetime(2020, 5, 1, tzinfo=UTC)
    page = capture(STORY, url="https://city.example/clinics", captured=when)
    document = prepare(page)
    assert isinstance(document, Document)
    assert document.title == "Council votes to open clinics to all"
    assert (document.id, document.digest) == (page.document_id, page.digest)
    assert (document.url, document.captured) == (page.url, when)
    assert "whatever papers" in document.text
    assert "Hamilton" in [place.name for place in document.places]


def test_what_is_stated_wins_over_what_the_page_says():
    document = prepare(
        capture(STORY, supplied=supplied_by(SaidBy.MANIFEST, title="Clinics", source="City Desk"))
    )
    assert (document.title, document.source) == ("Clinics", "City Desk")
    assert {e.finder for e in document.evidence if e.field in ("title", "source")} == {"manifest"}


def test_html_and_text_of_the_same_words_are_of_one_group():
    html = f"<html><body>{''.join(f'<p>{line}</p>' for line in STORY.split(chr(10)))}</body></html>"
    one, other = prepare(capture(STORY)), prepare(capture(html, "text/html"))
    assert one.group is not None
    assert one.group == other.group
    assert one.id != other.id


def test_case_accents_and_spaces_do_not_part_a_group():
    plain = prepare(capture(STORY.replace("three", "tres")))
    shouted = prepare(capture(STORY.replace("three", "trés").replace("motion", "MOTION  ")))
    assert plain.group == shouted.group


def test_short_texts_are_no_copies_of_each_other():
    assert prepare(capture("Page not found")).group is None


def test_a_page_that_cleaning_empties_is_flagged_not_lost():
    menu = '<html><body><nav><a href="/">Home</a> <a href="/a">About us</a></nav></body></html>'
    document = prepare(capture(menu, "text/html"))
    assert isinstance(document, Document)
    assert document.text or "cleaning left nothing" in document.flags
    assert document.title


def test_a_page_with_a_title_and_nothing_else_is_kept_under_its_title_and_flagged():
    page = "<html><head><title>Ward map, 1911</title></head><body><img src=m.png></body></html>"
    document = prepare(capture(page, "text/html"))
    assert isinstance(document, Document)
    assert (document.title, document.text) == ("Ward map, 1911", "")
    assert document.flags == ("there is only a title",)


def test_bytes_that_do_not_decode_are_flagged():
    document = prepare(capture("Montréal à l’été. ".encode() + b"\xff fin"))
    assert "some bytes could not be decoded" in document.flags


def test_a_long_first_line_is_cut_at_a_word():
    document = prepare(capture("word and more words here " * 200))
    assert len(document.title) <= 300
    assert "\n" not in document.title


@pytest.mark.parametrize(
    ("body", "media_type", "says"),
    [
        (b"", "text/plain", "no bytes"),
        (b"\x89PNG\r\n\x1a\nxxx", "text/html", "PNG"),
        (b"... --- ...", "text/plain", "no word"),
        (b"<html><body><img src=a.png></body></html>", "text/html", "no word"),
        (b"a " * 10_000_001, "text/plain", "20 MB"),
    ],
    ids=["empty", "png", "punctuation", "image only", "too large"],
)
def test_what_is_no_page_is_refused_with_its_digest(body, media_type, says):
    refused = prepare(capture(body, media_type))
    assert isinstance(refused, Refused)
    assert says in refused.reason
    assert refused.mend
    assert refused.digest


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(st.binary(max_size=300), st.text(max_size=300)), st.sampled_from(["html", "plain"])
)
def test_anything_is_prepared_or_refused_and_a_title_is_never_empty(body, kind):
    document = prepare(capture(body, f"text/{kind}"))
    if isinstance(document, Document):
        assert document.title.strip()
        assert "\n" not in document.title
        assert document.language
