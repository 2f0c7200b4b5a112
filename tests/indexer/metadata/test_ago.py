from datetime import UTC, datetime

import pytest

from indexer.metadata.page import Page, line_keys
from indexer.metadata.published import find_published

CAPTURED = datetime(2019, 6, 20, 12, tzinfo=UTC)
PROSE = "The crew of five stayed aboard all night and were brought tea by the lifeboat. " * 2


def days(*lines, captured=CAPTURED):
    page = Page(lines=lines, keys=line_keys(lines), captured=captured).titled(lines[0])
    found = find_published(page)
    return found and (found.earliest.isoformat(), found.latest.isoformat())


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("3 days ago", "2019-06-16", "2019-06-18"),
        ("a day ago", "2019-06-18", "2019-06-20"),
        ("Posted 5 hours ago", "2019-06-20", "2019-06-20"),
        ("By Ann Roy | 2 weeks ago | 4 min read", "2019-05-30", "2019-06-10"),
        ("40 minutes ago", "2019-06-20", "2019-06-20"),
        ("Yesterday", "2019-06-19", "2019-06-19"),
        ("Publié hier à 9 h 12", "2019-06-19", "2019-06-19"),
        ("Publié il y a 2 jours", "2019-06-17", "2019-06-19"),
        ("il y a une semaine", "2019-06-06", "2019-06-17"),
        ("Il y a 3 mois", "2019-02-18", "2019-04-05"),
    ],
)
def test_a_day_told_from_today_is_counted_back_from_the_capture(line, first, last):
    assert days("Trawler freed", line, PROSE) == (first, last)


def test_without_a_capture_nobody_knows_what_today_was():
    assert days("Trawler freed", "3 days ago", PROSE, captured=None) is None


@pytest.mark.parametrize(
    "line",
    [
        "Updated 3 days ago",
        "Mis à jour il y a 3 jours",
        "Last reply 3 days ago",
        "Joined 3 years ago",
        "The boat sank 3 days ago in a storm that nobody had foreseen",
        "The boat sank 3 days ago",
        "Yesterday was a fine day for it",
    ],
)
def test_a_day_of_something_else_is_not_counted(line):
    assert days("Trawler freed", line, PROSE) is None


def test_what_stands_below_the_first_paragraph_is_of_a_comment_or_another_page():
    assert days("Trawler freed", PROSE, "3 days ago") is None


def test_a_day_that_the_page_states_wins():
    assert days("Trawler freed", "June 2, 2019", "3 days ago", PROSE) == ("2019-06-02",) * 2
