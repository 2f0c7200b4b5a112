"""Bounds on the publication date of a page that states none.

A page was published after what it tells as past, and not after it was changed or captured.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from archive.document import PublicationDate
from indexer.metadata.page import Page
from indexer.metadata.plain import any_of
from indexer.metadata.published.lines import DatedLine
from indexer.metadata.published.marked import MODIFIED_METAS
from indexer.metadata.published.months import MONTH, month_number
from indexer.metadata.published.stamps import read_stamp
from indexer.metadata.published.written import HINT, day_or_none, written_dates

EVIDENCE = "bounded by text"
UPDATE_EVIDENCE = "bounded by update"

# "on February 20" after "January 31, 2017" is of the same year while it is within half a year.
SAME_STORY = timedelta(days=180)
QUOTE_CHARACTERS = 300

# A shorter piece is a label or a caption ("Rendered: Tue Dec 16 2025"), not a telling.
PROSE_CHARACTERS = 40

SENTENCE = re.compile(r"(?<=[.!?])[\s”\"’»)]+(?=[A-ZÀ-Ý“\"«(])|\n+")
BARE_YEAR = re.compile(
    r"(?:\b(?:in|since|during|early|late|en|depuis|dès|année)\s+|\()((?:19|20)\d\d)"
    r"(?![\d/–—-]|\s*[–—-]\s*\d)",
    re.IGNORECASE,
)
YEARLESS = re.compile(
    rf"(?:\b(?P<name>{MONTH})\s+(?P<day>\d\d?)|\b(?P<day2>\d\d?)(?:er)?\s+(?P<name2>{MONTH}))"
    r"(?:st|nd|rd|th)?\b(?!,?\s*\d{4})",
    re.IGNORECASE,
)

# A sentence that speaks of what is to come, or may, bounds nothing.
FUTURE_WORDS = any_of(
    r"will shall won[’']t would could may might going_to plans?_to planned planning",
    r"expected expects?",
    r"scheduled upcoming next target\w* goals? forecast\w* project(?:ed|ions?) deadline",
    r"starting if",
    r"effective set_(?:for|to) propos\w+",
    r"(?:by|until|till|through)_[^.;]{0,30}?(?:19|20)\d\d trends?",
    r"predict\w* d[’']ici prévu\w* prochaine?s? jusqu\w* à_compter à_partir objectif\w*",
    r"sera seront",
    r"pourrai\w* devrai\w* aura auront fera feront ira iront horizon",
)
FUTURE = re.compile(rf"\b{FUTURE_WORDS}\b", re.IGNORECASE)
PAST_WORDS = any_of(
    r"was were had did said has have began made took won gave became found held wrote told",
    r"went came",
    r"saw led put brought met ran fell rose cut left lost kept sent spent stood built bought",
    r"\w{3,}(?<!ee)ed ont avait avaient était étaient fut furent été depuis",
    r"a_\w+(?:é|i|u|it|is)e?s?",
)
PAST = re.compile(rf"\b{PAST_WORDS}\b", re.IGNORECASE)


def updated(page: Page, dated: tuple[DatedLine, ...]) -> PublicationDate | None:
    """Not after the day on which the page says it was changed.

    What such a page tells as past may have been added since, so it does not bound the first day.
    """
    changes = [(line.written.last, line.line) for line in dated if line.role == "updated"]
    for stamp in _modified_stamps(page):
        day = read_stamp(stamp, page.last_day)
        if day:
            changes.append((day, stamp))
    if not changes:
        return None
    latest, quote = max(changes)
    return PublicationDate(None, latest, UPDATE_EVIDENCE, quote[:QUOTE_CHARACTERS])


def told_as_past(page: Page, dated: tuple[DatedLine, ...]) -> PublicationDate | None:
    """Not before the newest day that the text tells as past, nor after the capture."""
    latest = page.captured.date() if page.captured else None
    earliest, quote = _newest_past(page, latest or page.last_day)
    if earliest is None or earliest == latest:
        return None
    return PublicationDate(earliest, latest, EVIDENCE, quote[:QUOTE_CHARACTERS])


def _modified_stamps(page: Page) -> Iterator[str]:
    yield from (node.modified for node in page.markup.linked if node.modified)
    yield from (stamp for name in MODIFIED_METAS if (stamp := page.markup.meta(name)))


def _newest_past(page: Page, limit: date) -> tuple[date | None, str]:
    """The newest day, not after `limit`, of what the text tells as past, with its sentence."""
    newest: date | None = None
    quote = ""
    last_day_told: date | None = None
    for sentence in SENTENCE.split(page.text):
        hinted = HINT.search(sentence)
        if len(sentence) < PROSE_CHARACTERS or not (hinted or last_day_told):
            continue
        if FUTURE.search(sentence) or not PAST.search(sentence):
            continue
        days = [d.first for d in written_dates(sentence) if d.other is None] if hinted else []
        exact = [d.first for d in written_dates(sentence) if d.is_day] if hinted else []
        days += [date(int(year), 1, 1) for year in BARE_YEAR.findall(sentence)]
        if last_day_told:
            days += _yearless(sentence, last_day_told)
        last_day_told = exact[-1] if exact else last_day_told
        for day in days:
            if day <= limit and (newest is None or day > newest):
                newest, quote = day, sentence
    return newest, quote


def _yearless(sentence: str, after: date) -> Iterator[date]:
    """Days without a year that the story reaches within half a year after a dated one."""
    for match in YEARLESS.finditer(sentence):
        month = month_number(match["name"] or match["name2"])
        number = int(match["day"] or match["day2"])
        for year in (after.year, after.year + 1):
            day = day_or_none(year, month, number)
            if day and after <= day <= after + SAME_STORY:
                yield day
