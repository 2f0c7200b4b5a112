"""Dates that a manifest or a record states: read whole and in one way, or told."""

from dataclasses import replace

import pytest

from archive.capture import Capture
from archive.supplied import SaidBy, supplied_by
from indexer import prepare
from indexer.phrasebook import said

STORY = b"Council votes on clinics\n\nCouncil voted on Tuesday to open its clinics to everyone.\n"


def document(written: str, order: str = ""):
    supplied = replace(supplied_by(SaidBy.MANIFEST, "pages.csv:3", date=written), date_order=order)
    return prepare(Capture(STORY, "text/plain", None, None, "p", supplied=supplied))


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("03-13-2019", "2019-03-13", "2019-03-13"),
        ("13/03/2019", "2019-03-13", "2019-03-13"),
        ("13.03.2019 14:30", "2019-03-13", "2019-03-13"),
        ("03.03.2019", "2019-03-03", "2019-03-03"),
        ("2017-02-20T14:30:00Z", "2017-02-20", "2017-02-20"),
        ("2017-02-20 14:30:00.123456+00:00", "2017-02-20", "2017-02-20"),
        ("2017-02-20T14:30:00-0500", "2017-02-20", "2017-02-20"),
        ("2017-02-20 10:00:00 EST", "2017-02-20", "2017-02-20"),
        ("Mon, 20 Feb 2017 14:30:00 GMT", "2017-02-20", "2017-02-20"),
        ("Mon, 20 Feb 2017 14:30:00 +0000", "2017-02-20", "2017-02-20"),
        ("Feb. 20, 2017 - 5:00 PM", "2017-02-20", "2017-02-20"),
        ("20 février 2017 à 17 h 30", "2017-02-20", "2017-02-20"),
        ("2019-03-01 to 2019-03-05", "2019-03-01", "2019-03-05"),
        ("2019-03-01/2019-03-05", "2019-03-01", "2019-03-05"),
        ("du 1er mars 2019 au 5 mars 2019", "2019-03-01", "2019-03-05"),
        ("2017-2018", "2017-01-01", "2018-12-31"),
        ("2017-02..2017-03-04", "2017-02-01", "2017-03-04"),
    ],
)
def test_a_stated_day_or_range_is_understood(written, first, last):
    made = document(written)
    assert (str(made.published.earliest), str(made.published.latest)) == (first, last)
    assert made.flags == ()


@pytest.mark.parametrize(
    "written",
    [
        "2017..", "..2017", "2017-02-20T25:00:00", "2017-02-20 to Easter", "before 2017-02-20",
        "1-5 March 2019", "2019-03-01, 2019-03-05", "2019-03-05 to 2019-03-01", "31/02/2019",
    ],
)  # fmt: skip
def test_what_is_not_read_whole_is_told_and_never_cut_to_a_day(written):
    (flag,) = document(written).flags
    assert flag.startswith(f"pages.csv:3: date “{written}” was not understood; write 2017-02-20")


@pytest.mark.parametrize("written", ["03-04-2019", "03/04/2019", "03.04.2019", "03/04/2019 10:00"])
def test_a_day_of_two_meanings_wants_its_order_stated(written):
    (flag,) = document(written).flags
    assert flag.endswith("was not understood; state which is first, day or month: "
                         "--dates dmy or --dates mdy")  # fmt: skip
    assert said(flag, "fr").language == "fr"
    assert str(document(written, "dmy").published.earliest) == "2019-04-03"
    assert str(document(written, "mdy").published.earliest) == "2019-03-04"
    assert document(written, "mdy").flags == ()


def test_a_range_of_such_days_is_understood_in_the_order_that_is_stated():
    found = document("01/03/2019 au 05/03/2019", "dmy").published
    assert (str(found.earliest), str(found.latest)) == ("2019-03-01", "2019-03-05")
    assert "--dates dmy" in document("01/03/2019 au 05/03/2019").flags[0]


def test_a_code_of_no_language_is_told():
    supplied = supplied_by(SaidBy.MANIFEST, "pages.csv:3", lang="xx")
    made = prepare(Capture(STORY, "text/plain", None, None, "p", supplied=supplied))
    (flag,) = made.flags
    assert flag.startswith("pages.csv:3: lang “xx” was not understood")
