"""The limits that the guide states are those of the program."""

from pathlib import Path

from indexer import listing, search
from indexer.engines.whoosh_engine import reading

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "limits.md").read_text("utf-8")


def test_the_times_are_those_of_the_program() -> None:
    assert f"the counts | {search.ANSWER_S:g} s |" in GUIDE
    assert f"the words | {search.HELP_S:g} s for each |" in GUIDE
    assert f"| {listing.SHOWING_S:g} s, and {listing.HIT_S:g} s for each page shown |" in GUIDE


def test_the_amounts_are_those_of_the_program() -> None:
    assert f"looks through {listing.MOST_LOOKED_THROUGH:,} characters" in GUIDE
    assert f"{listing.EACH_LOOKED_THROUGH:,} of each page" in GUIDE
    assert f"words together | {reading.MOST_POSTINGS:,} |" in GUIDE
    assert f"in phrases too | {reading.MOST_PLACES:,} |" in GUIDE
