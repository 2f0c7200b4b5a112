from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive import Archive
from archive.address import safe_address
from archive.capture import Capture
from archive.characters import fact, whole
from archive.document import (
    Document,
    Evidence,
    PassedOver,
    Place,
    PublicationDate,
    Refused,
    RemovedLine,
)
from archive.store.column_types import restored, storable
from archive.supplied import SaidBy, Supplied, SuppliedFact
from tests.archive.pages import capture, described

ODD = [
    "",
    "\x00",
    "\x1a",
    "\x1a0000",
    "\ud800",
    "\udce9t\udce9",
    "\ud83d\ude00",
    "😀",
    "\u202e",
    "'\"\\;--",
]
WORDS = st.one_of(st.sampled_from(ODD), st.text(st.characters(), max_size=12))
# What a key of ours may hold; texts of pages are cleaned as they come in.
KEYS = WORDS.map(whole)
SCORES = st.none() | st.floats(0, 1)
DAYS = st.none() | st.dates(min_value=date(1, 1, 1))
ZONES = st.sampled_from(
    [UTC, timezone(timedelta(hours=-3, minutes=-30)), timezone(timedelta(hours=14))]
)
TIMES = st.none() | st.datetimes(
    min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1), timezones=ZONES
)


NUMBERS = count()


def some(values):
    return st.lists(values, max_size=3).map(tuple)


PLACES = st.builds(
    Place,
    geonames_id=st.integers(1, 2**40),
    name=WORDS,
    kind=st.sampled_from(["city", "region", "country"]),
    region=st.none() | WORDS,
    country=WORDS,
    mentions=st.integers(0, 99),
    spans=some(st.tuples(st.integers(0, 9), st.integers(0, 9))),
    confidence=st.floats(0, 1),
    evidence=WORDS,
)
CAPTURES = st.builds(
    Capture,
    body=st.binary(max_size=40),
    media_type=WORDS,
    url=st.none() | KEYS,
    captured=TIMES,
    origin=WORDS,
    charset=st.none() | WORDS,
    supplied=st.builds(
        Supplied,
        facts=st.builds(SuppliedFact, st.just("title"), WORDS, st.sampled_from(SaidBy), WORDS).map(
            lambda fact: (fact,)
        ),
        notes=some(WORDS),
    ),
)
DOCUMENTS = st.builds(
    Document,
    id=st.just(""),
    title=WORDS,
    text=WORDS,
    removed=some(st.builds(RemovedLine, st.integers(1, 9), WORDS, WORDS, WORDS, SCORES)),
    url=st.none() | WORDS,
    source=st.none() | WORDS,
    authors=some(WORDS),
    published=st.none() | st.builds(PublicationDate, DAYS, DAYS, WORDS, WORDS),
    language=WORDS,
    places=some(PLACES),
    years_mentioned=some(st.integers(1, 9999)),
    captured=st.none(),
    digest=st.just(""),
    group=st.none() | KEYS,
    evidence=some(st.builds(Evidence, WORDS, WORDS, WORDS, WORDS)),
    flags=some(WORDS),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with Archive.create(tmp_path_factory.mktemp("archive")) as opened:
        yield opened


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(page=CAPTURES, document=DOCUMENTS)
def test_any_capture_and_document_come_back_exactly(archive, page, document):
    id = f"{next(NUMBERS)}"
    page = replace(page, body=page.body + id.encode())
    document = replace(document, id=id, digest=page.digest, captured=page.captured)
    with archive.batch():
        run = archive.begin_run("test", [])
        assert archive.add(run, page, document) == "new"
    assert archive.get(id) == document
    assert archive.original(id) == page
    assert archive.removed(id) == document.removed
    (record,) = archive.history(id)
    assert (record.origin, record.captured) == (page.origin, page.captured)
    assert record.url == safe_address(page.url)


def test_the_offset_of_a_time_is_kept(archive):
    here = datetime(2017, 2, 1, 9, 30, tzinfo=timezone(timedelta(hours=-5)))
    page = capture(b"an hour", captured=here)
    archive.add(archive.begin_run("test", []), page, described(page))
    found = archive.original(page.document_id).captured
    assert found.utcoffset() == timedelta(hours=-5)


@settings(max_examples=25, deadline=None)
@given(origin=WORDS, reason=WORDS, mend=WORDS, command=WORDS, inputs=some(WORDS))
def test_odd_names_come_back_from_runs_and_refusals(archive, origin, reason, mend, command, inputs):
    with archive.batch():
        run = archive.begin_run(command, inputs)
        archive.refuse(run, Refused(origin, reason, mend, 12, None))
        archive.pass_over(run, PassedOver(origin, reason))
        found = archive.finish_run(run)
    assert (found.command, found.inputs, found.refused, found.passed_over) == (
        fact(command),
        tuple(map(fact, inputs)),
        1,
        1,
    )
    (refusal,) = [
        r for r in archive.refusals() if (r.origin, r.reason) == (fact(origin), fact(reason))
    ]
    assert (refusal.mend, refusal.run) == (fact(mend), run)


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_id_is_merely_absent(archive, odd):
    assert archive.get_many([odd]) == ()
    assert not archive.captures.has(odd, odd)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters()) | st.lists(st.sampled_from(ODD)).map("".join))
def test_stored_text_is_sound_utf_8_without_nul_and_comes_back(text):
    kept = storable(text)
    assert b"\x00" not in kept.encode()
    assert restored(kept) == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\x1a")))
def test_ordinary_text_is_stored_as_it_is(text):
    assert storable(text) == text
