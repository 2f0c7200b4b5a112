import random
import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.metadata import describe

CAPTURED = datetime(2017, 3, 1, tzinfo=UTC)
PROSE = "The council voted on Monday to keep the shelter open through the long winter. " * 4


def page(head="", body=""):
    return f"<html><head><title>Shelter to stay open</title>{head}</head><body>{body}</body></html>"


def test_binary_rubbish_is_described_without_facts():
    rubbish = random.Random(1).randbytes(20_000).decode("latin-1")
    assert describe(text=rubbish).published is None


@pytest.mark.parametrize("kind", ["text", "html"])
@pytest.mark.parametrize("filling", ["x", "a 2017 ", "<div>", "By Ann ", "1,", "© "])
def test_a_line_of_megabytes_costs_seconds_at_most(kind, filling):
    from indexer.cleaning.cleaned import Cleaned

    start = time.process_time()
    describe(**{kind: filling * (2_000_000 // len(filling))}, cleaned=Cleaned("", (), ()))
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "[" * 5_000,
        "null",
        '{"@type": 3, "author": [[[]]], "datePublished": {"@value": 7}}',
        '{"@type": "Article", "author": {"name": {"name": []}}, "datePublished": "31 February"}',
        '{"@graph": {"@graph": {"@graph": "x"}}}',
    ],
)
def test_broken_json_ld_states_nothing_and_stops_nothing(script):
    found = describe(html=page(f'<script type="application/ld+json">{script}</script>'))
    assert found.title.value == "Shelter to stay open"
    assert found.published is None


@pytest.mark.parametrize(
    "stamp",
    ["0000-00-00", "9999-12-31", "2017-02-31", "1970-01-01T00:00:00Z", "2017-03-09", "soon", "-1"],
)
def test_an_absurd_stamp_or_one_after_the_capture_is_not_believed(stamp):
    meta = f'<meta property="article:published_time" content="{stamp}">'
    assert describe(html=page(meta), captured=CAPTURED).published is None


def test_a_day_ahead_of_a_capture_in_utc_is_believed_for_the_clocks_of_the_east():
    meta = '<meta property="article:published_time" content="2017-03-02T07:00:00+13:00">'
    found = describe(html=page(meta), captured=CAPTURED).published
    assert found.earliest == date(2017, 3, 2)


def test_a_date_in_prose_is_not_the_pages():
    found = describe(text=f"Shelter\n{PROSE}It was approved on February 3, 2017, by all.\n{PROSE}")
    assert found.published.earliest == date(2017, 2, 3)
    assert found.published.latest is None


def test_half_a_surrogate_pair_is_read_over():
    assert describe(html=page(body="<h1>Shelter \ud800</h1>")).title is not None


@pytest.mark.parametrize(
    "line", ["By the Numbers", "By Toronto Police Services Board", "By Staff", "By 2017"]
)
def test_what_is_no_person_is_not_an_author(line):
    assert describe(text=f"Shelter to stay open\n{line}\n{PROSE}").authors == ()


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400), st.sampled_from(["text", "html"]))
def test_any_page_can_be_described(source, kind):
    found = describe(**{kind: source})
    assert found.published is None or found.published.earliest or found.published.latest
