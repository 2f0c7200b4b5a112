"""Pages that are dumps, attacks or rubbish: prepared or refused, and nothing of them is lost.

What is looked at closely is bounded, so that time grows with length and no faster; these pages are
long enough that anything that grew with its square would not end.
"""

import random

import pytest

from archive.capture import Capture
from archive.document import Document, Refused
from indexer import pipeline, prepare
from indexer.cleaning.line import MAX_RULED_LINES, read_bare_lines
from indexer.cleaning.reach import MAX_CHARACTERS, MAX_LINES, within_reach
from indexer.cleaning.table import Table
from indexer.copies import phrases
from indexer.metadata.authors.byline import without_joint
from indexer.metadata.published import written
from indexer.phrasebook import said
from indexer.readers import page_of

TAGS_UNREAD = "too many tags or attributes: read as plain text"
ENDS_ONLY = "too long: rules looked at its beginning and end only"
SENTENCE = "The council of the ward met in the old hall and heard the clerk read the list. "


def made_of(body: str | bytes, media_type: str = "text/plain") -> Document | Refused:
    """What is made of a page."""
    raw = body if isinstance(body, bytes) else body.encode()
    return prepare(Capture(raw, media_type, None, None, "page"))


def html(body: str) -> str:
    return f"<html><head><title>Ward list</title></head><body>{body}</body></html>"


def test_a_page_of_300_000_lines_keeps_them_all_and_is_ruled_at_its_ends_only():
    document = made_of("ward\n" * 300_000)
    assert document.text.count("ward") + len(document.removed) == 300_000
    assert ENDS_ONLY in document.flags


def test_rules_are_asked_about_the_ends_of_a_dump_only(monkeypatch):
    asked = []
    known = Table.spoken_of
    monkeypatch.setattr(Table, "spoken_of", lambda *of: asked.append(1) or known(*of))
    made_of("ward seven\n" * 100_000)
    assert 0 < len(asked) <= 4 * MAX_RULED_LINES


def test_only_the_ends_of_a_dump_are_given_keys():
    keyed = sum(line.key != "" for line in read_bare_lines(["ward seven"] * 300_000))
    assert keyed == 4 * MAX_RULED_LINES


def test_a_page_of_nearly_20_mb_is_read_up_to_a_count_and_says_what_was_not():
    document = made_of(SENTENCE * 240_000)
    assert len(document.text) == MAX_CHARACTERS
    unread = len(SENTENCE) * 240_000 - MAX_CHARACTERS
    (flag,) = document.flags
    assert flag == (
        f"too long: only its first 10,000,000 characters were read; not read: {unread:,}"
    )
    assert "non lus" in str(said(flag, "fr"))


def test_html_that_is_too_long_is_read_up_to_a_count_and_says_what_was_not():
    document = made_of(html(f"<p>{SENTENCE * 200}</p>\n" * 900), "text/html")
    assert any(flag.startswith("too long: only its first 10,000,000") for flag in document.flags)
    assert SENTENCE.strip() in document.text


def test_of_a_page_of_too_many_lines_those_that_were_not_read_are_counted():
    document = made_of("a\r\n" * 1_500_000)
    assert "too long: only its first 500,000 lines were read; not read: 1,000,001" in document.flags
    assert document.text.count("a") + len(document.removed) == MAX_LINES


def test_a_text_that_is_long_enough_is_whole():
    assert within_reach("word\r\n" * 300_000) == ("word\r\n" * 300_000, ())


def test_texts_that_differ_after_the_last_word_looked_at_are_not_called_the_same(monkeypatch):
    for module in (phrases, pipeline):
        monkeypatch.setattr(module, "MOST_TERMS", 15_000)
    monkeypatch.setattr(phrases, "PIECE_CHARACTERS", 2_000)
    text = "北京市政府昨天宣布了新的计划" * 1_200
    one, other = pipeline.group_of(text + "一"), pipeline.group_of(text + "二")
    assert len(phrases.said_in(text)) == 15_000
    assert one != other
    assert one == pipeline.group_of(text + "一")


def test_dates_without_end_take_time_in_line_with_their_number(monkeypatch):
    compared = []
    overlaps = written._overlaps

    def counting(found, match, begin):
        class Counted(list):
            def __reversed__(self):
                for one in super().__reversed__():
                    compared.append(1)
                    yield one

        return overlaps(Counted(found), match, begin)

    monkeypatch.setattr(written, "_overlaps", counting)
    assert len(written.written_dates("2017-03-03 \n" * 2_000)) == 2_000
    assert len(compared) < 200_000


def test_what_joins_a_name_to_a_date_is_found_at_the_end_alone():
    assert without_joint("by example | on ") == "by example"
    assert without_joint("Simon – le ") == "Simon"
    assert without_joint("Simon") == "Simon"
    assert without_joint("x" + " " * 50_000 + "x").endswith("x")


def test_a_page_of_more_than_20_mb_is_refused():
    refusal = made_of("a" * 20_000_001)
    assert isinstance(refusal, Refused)
    assert "20 MB" in refusal.reason


@pytest.mark.parametrize(
    "line",
    [
        "a" * 5_000_000,
        SENTENCE * 63_000,
        "Hamilton Ann Roe " * 60_000,
        "March 3, 2017 " * 70_000,
        "&" * 1_000_000,
        "<" * 1_000_000,
        "a" + "\u0301\u0316" * 500_000,
        "a" + " \u00a0" * 300_000 + "a",
        "a" + "\u200d" * 300_000 + "a",
    ],
    ids=[
        "no-space",
        "prose",
        "names",
        "dates",
        "ampersands",
        "signs",
        "marks",
        "blanks",
        "joiners",
    ],
)
def test_a_line_of_megabytes_is_prepared(line):
    document = made_of(line if line[0] in "aTHM" else f"{line} word")
    assert isinstance(document, Document)
    assert document.text
    assert len(document.title) <= 300


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 260_000 + "ward",
        "<b><p>ward" * 130_000,
        "<table><tr><td>ward" * 85_000,
        "<a href=x>ward" * 260_000,
        "<ul>" + "<li><a href=x>ward</a></li>" * 70_000 + "</ul>",
        "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">ward",
        "ward" + "<a" * 300_000,
        "ward" + "<" * 1_000_000,
    ],
    ids=["nested", "unclosed", "tables", "links", "items", "attributes", "open", "signs"],
)
def test_a_flood_of_tags_is_read_as_plain_text_and_flagged(body):
    document = made_of(html(body), "text/html")
    assert "ward" in document.text
    assert TAGS_UNREAD in document.flags


@pytest.mark.parametrize(
    "body",
    [
        f'<p class="{"a" * 5_000_000}">ward</p>',
        f'<img src="data:image/png;base64,{"QUJD" * 300_000}"><p>ward</p>',
        f"<p>{'&amp;' * 100_000} ward</p>",
        "<script>x</script>" * 50_000 + "<p>ward</p>",
        f"<pre>{chr(10).join(['ward'] * 60_000)}</pre>",
    ],
    ids=["class", "data-address", "entities", "scripts", "preformatted"],
)
def test_html_with_one_part_out_of_all_measure_is_prepared(body):
    assert "ward" in made_of(html(body), "text/html").text


def test_bytes_without_sense_are_refused():
    assert isinstance(made_of(random.Random(7).randbytes(2_000_000)), Refused)
    assert isinstance(made_of(b"\0" * 20_000_000), Refused)


def test_utf_16_without_a_mark_is_read():
    document = made_of((SENTENCE * 10_000).encode("utf-16-le"))
    assert document.text.startswith("The council of the ward")


def test_a_line_said_a_hundred_thousand_times_never_empties_its_page():
    document = made_of("Share this on Facebook\n" * 100_000)
    assert document.text
    assert len(document.removed) <= 2 * MAX_RULED_LINES


def test_a_page_of_opened_tags_alone_is_flagged_and_its_text_holds_none():
    document = prepare(page_of(b"<div>" * 251_000 + b"deep text here", "page.html"))
    assert (document.title, document.text) == ("deep text here", "deep text here")
    assert TAGS_UNREAD in document.flags
