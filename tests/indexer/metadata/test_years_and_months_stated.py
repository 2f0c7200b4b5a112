"""Years and months that markup states in place of a day."""

from datetime import UTC, date, datetime

import pytest

from indexer.metadata import describe
from indexer.metadata.published.periods import year_or_month

CAPTURED = datetime(2018, 6, 15, tzinfo=UTC)
LINES = "".join(f"<p>Note {n} of the arena.</p>" for n in range(40))


def published(head, body="<p>The arena stays open.</p>"):
    found = describe(html=f"<html><head>{head}</head><body>{body}</body></html>", captured=CAPTURED)
    told = found.published
    return told and (str(told.earliest), str(told.latest), told.evidence)


def meta(name, content):
    return f'<meta name="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("stamp", "days"),
    [
        ("2016", (date(2016, 1, 1), date(2016, 12, 31))),
        ("2016-02", (date(2016, 2, 1), date(2016, 2, 29))),
        ("2016/02", (date(2016, 2, 1), date(2016, 2, 29))),
        ("2016-02-00", (date(2016, 2, 1), date(2016, 2, 29))),
        ("2016-00-00", (date(2016, 1, 1), date(2016, 12, 31))),
        ("2016-13", None),
        ("2016-02-03", None),
        ("0000", None),
        ("16", None),
    ],
)
def test_a_year_or_a_month_in_figures_is_a_range_of_days(stamp, days):
    assert year_or_month(stamp) == days


@pytest.mark.parametrize("body", ["<p>The arena stays open.</p>", LINES])
@pytest.mark.parametrize("stamp", ["2017-03", "March 2017", "mars 2017"])
def test_a_month_counts_on_short_and_long_pages(stamp, body):
    found = published(meta("article:published_time", stamp), body)
    assert found == ("2017-03-01", "2017-03-31", "meta article:published_time")


def test_a_range_ends_with_the_last_day_the_page_can_have():
    found = published(meta("dcterms.issued", "2018"))
    assert found == ("2018-01-01", "2018-06-16", "meta dcterms.issued")


@pytest.mark.parametrize("stamp", ["2019", "1970", "1900", "2018-07"])
def test_a_year_that_cannot_be_is_no_date(stamp):
    assert published(meta("date", stamp)) is None


def test_a_day_that_markup_states_stands_whatever_year_another_element_states():
    both = meta("citation_date", "2016") + meta("article:published_time", "2017-03-04")
    assert published(both) == ("2017-03-04", "2017-03-04", "meta article:published_time")


def test_articles_of_several_months_do_not_tell_the_pages_own():
    node = (
        '<script type="application/ld+json">{{"@type": "Article", "datePublished": "{}"}}</script>'
    )
    assert published(node.format("2016") + node.format("2017-03")) is None
