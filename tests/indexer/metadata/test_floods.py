"""Pages with out of all measure many of one thing: no more of them is looked at than a page has."""

from indexer.metadata.markup import read_markup
from indexer.metadata.markup.read import MAX_ELEMENTS, MAX_READ
from indexer.metadata.places.mention import MOST_MENTIONS, find_mentions
from indexer.metadata.places.sense import Sense
from indexer.metadata.places.words import words

PLACE = (Sense(2_988_507, "Paris", "city", "FR"),)


def test_what_stands_before_a_time_is_read_once_for_a_block() -> None:
    page = "<p>Updated <time>March 3</time>, posted <time>March 2</time></p><p><time>May 1</time>"
    before = [time.before for time in read_markup(page).times]
    assert before == ["Updated ", "Updated March 3, posted ", ""]


def test_no_more_blocks_around_times_are_read_than_a_page_has() -> None:
    nested = "<div>On <time>May 1</time>" * 200 + "word " * (MAX_READ // 500)
    times = read_markup(nested).times
    assert len(times) == 200 <= MAX_ELEMENTS
    assert times[0].before == "On "
    assert times[-1].before == ""


def test_no_more_places_are_weighed_than_a_long_report_names() -> None:
    text = "Paris, " * (MOST_MENTIONS + 5)
    found = find_mentions(text, words(text), lambda _: PLACE, small=False)
    assert len(found) == MOST_MENTIONS
