"""What a day's form, line, place and company on the page say, as numbers for the chooser.

Every feature compares the page with itself: no year, no word of a site, no name is told.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indexer.metadata.page import Page
from indexer.metadata.published.mention import Mention
from indexer.metadata.published.notice import newest_notice
from indexer.metadata.published.said import AFTER_UPDATED
from indexer.metadata.published.surroundings import (
    FAR,
    Surroundings,
    count_before,
    since,
    surroundings,
    until,
)

CLOCK = re.compile(r"^.{0,6}?\d{1,2}(?:[:h.]\d\d|\s?[ap]\.?m)", re.IGNORECASE)
WORDS = re.compile(r"[^\W\d_]{2,}")
READ = re.compile(r"\bmin(?:ute)?s?\b.{0,3}\s*(?:read|de lecture)|lesezeit", re.IGNORECASE)
CREDIT = re.compile(
    r"^\W*(?:by|par|von|por|written by|posted by|author|words|text|story|reviewed by)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"^(?:[A-ZÀ-Ý][\w.’'-]*\s+){1,3}[A-ZÀ-Ý][\w.’'-]*$")

SHORT_LINE = 120
LONG_LINE = 400
# Lines of one list are alike in length within this.
ALIKE_CHARACTERS = 12
MOST = 30
# How many neighbouring days are compared.
NEIGHBOURS = 8
NEAR_LINES = 12
UNKNOWN = -1.0

NAMES = (
    # form
    "is numeric", "names its weekday", "has a clock", "is said published", "is said begun",
    "is said answered", "is said an event's", "is said updated after", "has a credit",
    # line
    "characters of the line", "words beside", "characters before", "characters after",
    "dates in the line", "ends a sentence", "is the heading", "tells a reading time",
    "credit near", "name above", "characters above", "characters below",
    # place
    "line number", "share of the page", "lines of the page", "below the heading",
    "above the heading", "headings before", "paragraphs before", "paragraphs after",
    "below a paragraph", "above a paragraph", "since comments", "since other pages",
    # company
    "rank", "rank among short lines", "mentions", "mentions in short lines", "lines since a day",
    "lines until a day", "days near", "mentions of the day", "is the day's first", "days",
    "older days", "newer days", "days behind the newest", "is the oldest", "years to copyright",
    "is said published elsewhere", "other published days", "is said updated elsewhere",
    "other updated days", "is after an update", "is first of its kind", "mentions of its kind",
    "days that rise after it",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Company:
    """What all days of a page say together; `days` and `short_days` ascend."""

    page: Page
    around: Surroundings
    found: tuple[Mention, ...]
    days: tuple[date, ...]
    short_days: tuple[date, ...]
    published: frozenset[date]
    updated: frozenset[date]
    copyright: int


def features_of(page: Page, found: tuple[Mention, ...]) -> list[list[float]]:
    """For each mention that can be the page's own day, its features in the order of NAMES."""
    if not any(m.is_candidate for m in found):
        return []
    short = {m.day for m in found if len(m.line) <= SHORT_LINE}
    company = Company(
        page=page,
        around=surroundings(page),
        found=found,
        days=tuple(sorted({m.day for m in found})),
        short_days=tuple(sorted(short)),
        published=frozenset(m.day for m in found if m.said == "published"),
        updated=frozenset(m.day for m in found if m.said == "updated"),
        copyright=(newest_notice(page) or (0, ""))[0],
    )
    return [
        [*_form(m), *_line(page, m), *_place(company, m), *_company(company, rank, m)]
        for rank, m in enumerate(found)
        if m.is_candidate
    ]


def _form(m: Mention) -> tuple[float, ...]:
    written = m.line[m.written.start : m.written.end]
    return (
        not WORDS.search(written),
        "," in written[:12] and not written[0].isdigit(),
        bool(CLOCK.match(m.after)),
        m.said == "published",
        m.said == "begun",
        m.said == "answered",
        m.said == "event",
        bool(AFTER_UPDATED.match(m.after)),
        m.said == "by" or bool(CREDIT.match(m.line)),
    )


def _line(page: Page, m: Mention) -> tuple[float, ...]:
    beside = WORDS.findall(m.line[: m.written.start] + " " + m.line[m.written.end :])
    above, below = _neighbour(page, m.number - 1), _neighbour(page, m.number + 1)
    near = (above, below, _neighbour(page, m.number - 2), _neighbour(page, m.number + 2))
    return (
        min(len(m.line), LONG_LINE),
        min(len(beside), MOST),
        min(m.written.start, 200),
        min(len(m.after), 200),
        m.count,
        m.line.endswith((".", "!", "?")),
        m.number in page.headings,
        2 * bool(READ.search(m.line)) or bool(READ.search(above[:60]) or READ.search(below[:60])),
        sum(bool(CREDIT.match(line)) for line in near),
        bool(NAME.match(above[:60])),
        min(len(above), LONG_LINE),
        min(len(below), LONG_LINE),
    )


def _neighbour(page: Page, number: int) -> str:
    return page.lines[number] if 0 <= number < len(page.lines) else ""


def _place(company: Company, m: Mention) -> tuple[float, ...]:
    around, lines, number = company.around, len(company.page.lines), m.number
    paragraphs = count_before(around.paragraphs, number)
    return (
        math.log1p(number),
        number / lines,
        math.log1p(lines),
        since(around.headings, number),
        until(around.headings, number),
        count_before(around.headings, number),
        min(paragraphs, MOST),
        min(len(around.paragraphs) - paragraphs, MOST),
        since(around.paragraphs, number),
        until(around.paragraphs, number),
        since(around.comments, number),
        since(around.elsewhere, number),
    )


def _company(company: Company, rank: int, m: Mention) -> tuple[float, ...]:
    found, days = company.found, company.days
    before, after = found[:rank], found[rank + 1 :]
    near = found[max(0, rank - NEIGHBOURS) : rank + NEIGHBOURS + 1]
    kind = [other for other in found if _is_alike(other, m)]
    coming = after[:NEIGHBOURS]
    older = sum(day < m.day for day in days)
    return (
        min(rank, MOST),
        min(sum(len(other.line) <= SHORT_LINE for other in before), MOST),
        min(len(found), MOST),
        min(sum(len(other.line) <= SHORT_LINE for other in found), MOST),
        min(FAR, m.number - before[-1].number) if before else FAR,
        min(FAR, after[0].number - m.number) if after else FAR,
        sum(abs(other.number - m.number) <= NEAR_LINES for other in near),
        min(sum(other.day == m.day for other in found), MOST),
        all(other.day != m.day for other in before),
        min(len(days), MOST),
        min(older, MOST),
        min(len(days) - older - 1, MOST),
        math.log1p((days[-1] - m.day).days),
        bool(company.short_days) and m.day == company.short_days[0],
        max(-2, min(10, company.copyright - m.day.year)) if company.copyright else UNKNOWN - 2,
        m.day in company.published,
        len(company.published - {m.day}),
        m.day in company.updated,
        len(company.updated - {m.day}),
        any(day < m.day for day in company.updated),
        all(other.day >= m.day for other in kind),
        min(len(kind), MOST),
        _share(coming, m.day),
    )


def _is_alike(one: Mention, other: Mention) -> bool:
    lengths = abs(len(one.line) - len(other.line)) <= ALIKE_CHARACTERS
    return lengths and one.said == other.said and one.count == other.count


def _share(coming: Sequence[Mention], day: date) -> float:
    """The share of the next days that are not older; UNKNOWN where none comes."""
    return sum(m.day >= day for m in coming) / len(coming) if coming else UNKNOWN
