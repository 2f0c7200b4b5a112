"""Every day that a page's lines name, with the words that stand beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from indexer.metadata.page import Page
from indexer.metadata.published.lines import AFTER_DATELINE, PLACE_BEFORE, WORDS
from indexer.metadata.published.order import order_of, settled
from indexer.metadata.published.said import Said, said
from indexer.metadata.published.scheduled import is_in_a_span
from indexer.metadata.published.written import HINT, WrittenDate, written_dates

# Of a longer line, a paragraph, only the beginning (a dateline) and the end are looked at.
MAX_LINE = 400
ENDS = 160
# A line with nothing but a label stands above its day: "Published:", "Last updated on".
MAX_LABEL = 40
MAX_LABEL_WORDS = 3
# A log or a listing names days without end; so many say enough.
MAX_MENTIONS = 150
# So many words beside a day, in one line, tell of it.
SENTENCE_WORDS = 10


@dataclass(frozen=True, slots=True)
class Mention:
    """One day, or month, that a line names.

    number:  the line's number in `Page.lines`
    line:    the line, a long one without its middle
    before:  what stands before the day since the last one, or the label in the line above
    after:   what stands after it, until the next one
    written: the day, and where it stands in `line`
    said:    what the words beside it say that it is
    count:   how many dates the line has
    """

    number: int
    line: str
    before: str
    after: str
    written: WrittenDate
    said: Said
    count: int

    @property
    def day(self) -> date:
        """The day named, or the first that can be meant."""
        return self.written.first

    @property
    def is_candidate(self) -> bool:
        """Whether it names one day, and no word says that the day is of something else.

        A day that a sentence tells is what the page writes about.
        """
        if not self.written.is_day or self.said in ("updated", "member", "cited", "scheduled"):
            return False
        return self.said in ("published", "begun", "by") or self.is_dateline or not self._is_told

    @property
    def is_dateline(self) -> bool:
        """Whether it opens a paragraph, after its place: "TORONTO, Feb. 20, 2017 –"."""
        before = self.line[: self.written.start]
        return bool(PLACE_BEFORE.match(before) and AFTER_DATELINE.match(self.after))

    @property
    def _is_told(self) -> bool:
        beside = self.line[: self.written.start] + " " + self.line[self.written.end :]
        return len(WORDS.findall(beside)) >= SENTENCE_WORDS


def mentions(page: Page) -> tuple[Mention, ...]:
    """The days and months, not after the page's last possible day, in the page's order."""
    found = list(_all(page))
    order = order_of(page, ((m.line, m.written) for m in found))
    clear = (replace(m, written=settled(m.written, order, page.last_day)) for m in found)
    return tuple(m for m in clear if m.day <= page.last_day)[:MAX_MENTIONS]


def _all(page: Page) -> Iterator[Mention]:
    for number, line in enumerate(page.lines):
        if HINT.search(line):
            yield from _of_line(page, number, line)


def _of_line(page: Page, number: int, line: str) -> Iterator[Mention]:
    if len(line) > MAX_LINE:
        line = f"{line[:ENDS]} … {line[-ENDS:]}"
    dates = written_dates(line)
    for place, written in enumerate(dates):
        previous = dates[place - 1].end if place else 0
        following = dates[place + 1].start if place + 1 < len(dates) else len(line)
        before, after = line[previous : written.start], line[written.end : following]
        if not place and not before.strip(" :|•·–—-"):
            before = f"{_label(page, number)} {before}"
        says = said(before, after, line)
        if says != "updated" and is_in_a_span(line, dates, place):
            says = "scheduled"
        yield Mention(number, line, before, after, written, says, len(dates))


def _label(page: Page, number: int) -> str:
    """The line above, where it can be a label, else ""."""
    above = page.lines[number - 1] if number else ""
    is_short = len(above) <= MAX_LABEL and number - 1 not in page.headings
    is_label = above.endswith(":") or len(above.split()) <= MAX_LABEL_WORDS
    return above if is_short and is_label else ""
