"""Bounds on the publication date of a page that states none.

A page was published after what it tells as past, and not after it was changed or captured.
"""

from collections.abc import Iterator
from datetime import date

from archive.document import PublicationDate
from indexer.metadata.page import Page
from indexer.metadata.published import names
from indexer.metadata.published.lines import DatedLine
from indexer.metadata.published.marked import MODIFIED_METAS
from indexer.metadata.published.past import SENTENCE, days_told, is_past
from indexer.metadata.published.stamps import read_stamp
from indexer.metadata.published.written import HINT, written_dates
from indexer.metadata.published.yearless import YEARLESS, days_after, news_day

QUOTE_CHARACTERS = 300

# A shorter piece is a label or a caption ("Rendered: Tue Dec 16 2025"), not a telling.
PROSE_CHARACTERS = 40


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
    return PublicationDate(None, latest, names.BY_UPDATE, quote[:QUOTE_CHARACTERS])


def told_as_past(page: Page, dated: tuple[DatedLine, ...]) -> PublicationDate | None:
    """Not before the newest day that the text tells as past, nor after the capture."""
    latest = page.captured.date() if page.captured else None
    limit = latest or page.last_day
    earliest, quote = _newest_past(page.text, limit)
    if earliest is None or earliest == latest:
        return None
    news = news_day(page.text, earliest)
    if news and news[0] < limit:
        earliest, quote = news
    return PublicationDate(earliest, latest, names.BY_TEXT, quote[:QUOTE_CHARACTERS])


def _modified_stamps(page: Page) -> Iterator[str]:
    yield from (node.modified for node in page.markup.linked if node.modified)
    yield from (stamp for name in MODIFIED_METAS if (stamp := page.markup.meta(name)))


def _newest_past(text: str, limit: date) -> tuple[date | None, str]:
    """The newest day, not after `limit`, of what the text tells as past, with its sentence."""
    newest: date | None = None
    quote = ""
    last_told: date | None = None
    for paragraph in text.split("\n"):
        if not (last_told or HINT.search(paragraph)):
            continue
        for sentence in SENTENCE.split(paragraph):
            if not _can_bound(sentence, last_told):
                continue
            days = list(days_told(sentence, paragraph))
            if last_told:
                days += days_after(sentence, last_told)
            exact = [d.first for d in written_dates(sentence) if d.is_day]
            last_told = exact[-1] if exact else last_told
            best = max((day for day in days if day <= limit), default=None)
            if best and (newest is None or best > newest):
                newest, quote = best, sentence
    return newest, quote


def _can_bound(sentence: str, last_told: date | None) -> bool:
    if len(sentence) < PROSE_CHARACTERS:
        return False
    is_dated = HINT.search(sentence) or (last_told and YEARLESS.search(sentence))
    return bool(is_dated) and is_past(sentence)
