"""What became of the pages of an ingest is counted exactly, by kind."""

from archive.document import PassedOver, Refused
from indexer.ingest.report import MOST_KEPT, Fate, Tally


def test_reasons_are_counted_without_the_addresses_in_them():
    tally = Tally()
    for number in range(5_000):
        url = f"https://a.example/{number}?x=(y)"
        reason = f"It is binary data. ({url})"
        tally.note(Fate.REFUSED, Refused(f"a.warc#{number}", reason, "Leave it out."))
        moved = PassedOver(f"a.warc#{number}", f"It redirects to {url} (301 Moved Permanently).")
        tally.note(Fate.PASSED_OVER, moved)
    report = tally.report(1, 0.0, interrupted=False)
    assert report.refused_for == (("It is binary data.", 5_000),)
    assert report.passed_for == (("It redirects to … (301 Moved Permanently).", 5_000),)
    assert report.refusals[7].reason == "It is binary data. (https://a.example/7?x=(y))"


def test_a_cell_that_is_stated_of_many_pages_is_counted_once():
    tally = Tally()
    for _ in range(3):
        tally.hear_once(["m.csv:2: date “someday” was not understood; write 2017"])
    tally.hear_once(["m.csv:3: date “someday” was not understood; write 2017"])
    assert tally.report(1, 0.0, interrupted=False).not_heard_count == 2


def test_what_was_not_understood_is_counted_beyond_what_is_kept():
    tally = Tally()
    tally.hear(f"row {number}" for number in range(MOST_KEPT + 234))
    report = tally.report(1, 0.0, interrupted=False)
    assert len(report.not_heard) == MOST_KEPT
    assert report.not_heard_count == MOST_KEPT + 234
