"""The page's short lines that hold a date, each with the part that the date plays in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from indexer.metadata.page import Page
from indexer.metadata.published.labels import BYLINE, EVENT, PUBLISHED, UPDATED
from indexer.metadata.published.marked import update_days
from indexer.metadata.published.order import order_of, settled
from indexer.metadata.published.scheduled import is_in_a_span, is_scheduled
from indexer.metadata.published.written import HINT, WrittenDate, written_dates

Role = Literal["labelled", "dateline", "byline", "alone", "updated", "event", "prose"]

# A byline with two names, a date, a time and a section stays below this; a sentence seldom does.
MAX_LINE = 220
# A longer line is a paragraph, and only a dateline at its beginning is the page's own date.
DATELINE_CHARACTERS = 90
# Words beside a date that still leave it the matter of its line: "Metro | 5 min read | 3 comments".
MAX_WORDS_ALONE = 7
# How many lines before and after an event's date its own words stand: "RALLY", "Join us", "RSVP".
EVENT_REACH = 2

SMALL = "de|du|des|la|le|les|of|sur"
PLACE_BEFORE = re.compile(
    rf"^(?:[A-ZÀ-Ý][\w.’'-]*|{SMALL})(?:[\s,/]+(?:[A-ZÀ-Ý(][\w.’')-]*|{SMALL})){{0,6}}"
    r"\s*[,–—-]+\s*(?:(?:le|on|ce)\s+)?$"
)
AFTER_DATELINE = re.compile(r"^\s*(?:[–—:|]|-{1,2}|/[A-Z]|\()\s*\S")
FILLING = re.compile(
    r"\d{1,2}\s?[:h.]\s?\d{0,2}(?::\d\d)?|\b(?:[ap]\.?m\.?|[A-Z]{2,4}T|GMT|UTC|at|à|on|le|of|by|min(?:ute)?s?|read|lecture)\b"
)
# "Date: March 14, 2015, 2 p.m." can be an event's; "Published" leaves no doubt.
PUBLISHING = re.compile(r"publi|posted|mise? en ligne|\bparu|diffusé", re.IGNORECASE)
CLOCK_RANGE = re.compile(
    r"\d\s*(?:[ap]\.?m\.?)?\s*(?:[–—-]|to|à)\s*\d{1,2}(?::\d\d)?\s*(?:[ap]\.?m|h)", re.IGNORECASE
)
WORDS = re.compile(r"[^\W\d_]{2,}")


# A dateline without a date opens a paragraph: "Toronto – Data released today show …". In a press
# release it follows within this many lines of the date.
PLACE_OPENS = re.compile(r"^(?P<place>[A-ZÀ-Ý][\w .,’'()-]{2,40}?)\s+(?:–|—|--?)\s+\S")
PARAGRAPH_CHARACTERS = 100
RELEASE_LINES = 4


@dataclass(frozen=True, slots=True)
class DatedLine:
    """One date in one short line.

    number: the line's number in `Page.lines`
    line:   the line, with the label of the line before where that holds nothing else
    """

    number: int
    line: str
    written: WrittenDate
    role: Role


def is_dateline(line: str) -> bool:
    """Whether a paragraph opens with a place and a dash, as news does."""
    match = PLACE_OPENS.match(line) if len(line) > PARAGRAPH_CHARACTERS else None
    return bool(match and PLACE_BEFORE.match(match["place"] + " – "))


def dated_lines(page: Page) -> tuple[DatedLine, ...]:
    """Every date of the page's short lines that is not after the page's last possible day."""
    found: list[DatedLine] = []
    label = ""
    for number, line in enumerate(page.lines):
        if not HINT.search(line, 0, MAX_LINE):
            pass
        elif len(line) <= MAX_LINE:
            found.extend(_dates_of(page, number, line, label))
        else:
            opening = _dates_of(page, number, line[:DATELINE_CHARACTERS], "")
            found.extend(dated for dated in opening if dated.role == "dateline")
        label = line if len(line) < 40 else ""
    order = order_of(page, ((page.lines[d.number], d.written) for d in found))
    changes = update_days(page)
    found = [replace(d, role="updated") if d.written.first in changes else d for d in found]
    possible = (replace(d, written=settled(d.written, order, page.last_day)) for d in found)
    return tuple(d for d in possible if d.written.first <= page.last_day)


def _dates_of(page: Page, number: int, line: str, label: str) -> Iterator[DatedLine]:
    dates = written_dates(line)
    for index, written in enumerate(dates):
        previous_end = dates[index - 1].end if index else 0
        before = line[previous_end : written.start]
        if not before.strip() and not index:
            before = label + " "
            whole = f"{label} {line}" if _is_label(before) else line
        else:
            whole = line
        following = dates[index + 1].start if index + 1 < len(dates) else len(line)
        after = line[written.end : following]
        is_event = (
            is_in_a_span(line, dates, index)
            or is_scheduled(before, after)
            or _is_event(page, number, line, before, after)
        )
        role = _role(page, number, before, line, written, is_event=is_event)
        yield DatedLine(number, whole, written, role)


def _is_label(text: str) -> bool:
    return bool(PUBLISHED.search(text) or UPDATED.search(text))


def _role(
    page: Page, number: int, before: str, line: str, written: WrittenDate, *, is_event: bool
) -> Role:
    if UPDATED.search(before):
        return "updated"
    if is_event:
        return "event"
    words = len(WORDS.findall(FILLING.sub(" ", line[: written.start] + " " + line[written.end :])))
    if PUBLISHED.search(before) and words <= MAX_WORDS_ALONE + 6:
        return "labelled"
    if PLACE_BEFORE.match(line[: written.start]) and AFTER_DATELINE.match(line[written.end :]):
        return "dateline"
    if BYLINE.match(line) and words <= MAX_WORDS_ALONE + 6:
        return "byline"
    # A month of its own line is as likely an issue, a season or a headline's matter.
    most = MAX_WORDS_ALONE if written.first == written.last or written.other else 0
    return "alone" if words <= most and number not in page.headings else "prose"


def _is_event(page: Page, number: int, line: str, before: str, after: str) -> bool:
    """Whether the line, or those about a day with its hour, speak of a meeting.

    after: what the line has between the date and the next: the clock of this one alone
    """
    if CLOCK_RANGE.search(after) or EVENT.search(line):
        return True
    near = page.lines[max(0, number - EVENT_REACH) : number + EVENT_REACH + 1]
    has_clock = bool(re.search(r"\d\s*(?::\d\d|[ap]\.?m|h)", after, re.IGNORECASE))
    if not has_clock or PUBLISHING.search(before):
        return False
    return any(len(label) < PARAGRAPH_CHARACTERS and EVENT.search(label) for label in near)
