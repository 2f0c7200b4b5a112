"""The same reason of many pages is one kind, whatever numbers and addresses stand in it."""

import pytest

from indexer.phrasebook import said
from indexer.reason_kinds import kind_of

KINDS = {
    "It was cut off: 5 of its 1,239 bytes are there.":
        "It was cut off: … of its … bytes are there.",
    "Its Content-Length, 12 bytes, is wrong: no record begins behind them.":
        "Its Content-Length, … bytes, is wrong: no record begins behind them.",
    'Its Content-Length, "4x", is no length.': 'Its Content-Length, "…", is no length.',
    "It is 31 MB; a page may have 20 MB.": "It is … MB; a page may have 20 MB.",
    "It is binary data: 31% of it are control characters.":
        "It is binary data: …% of it are control characters.",
    "It has 3 cells, the first row has 4.": "It has … cells, the first row has ….",
    "Line 14 of the manifest names it, no path does.":
        "Line … of the manifest names it, no path does.",
    "Parts beside the page (images, styles, frames): 12.":
        "Parts beside the page (images, styles, frames): ….",
    "12,000 more records before it are damaged, up to here.":
        "… more records before it are damaged, up to here.",
}  # fmt: skip
ALREADY = (
    "It redirects to … (301 Moved Permanently).",
    "It unpacks to more than 100 times its size: a bomb.",
    "Reading the PDF takes longer than 20 s.",
    "It is no page: the server answered 404 Not Found.",
)


@pytest.mark.parametrize(("reason", "kind"), KINDS.items())
def test_numbers_that_differ_from_page_to_page_make_no_kind_of_their_own(reason, kind):
    assert kind_of(reason) == kind


@pytest.mark.parametrize("reason", ALREADY)
def test_what_tells_reasons_apart_stays(reason):
    assert kind_of(reason) == reason


@pytest.mark.parametrize("reason", KINDS)
def test_a_kind_is_told_in_french_where_its_reason_is(reason):
    assert said(kind_of(reason), "fr").language == said(reason, "fr").language == "fr"
