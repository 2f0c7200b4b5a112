"""Which of its two numbers is the day, in a date such as "03/04/2017"."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Literal

from indexer.metadata.page import Page
from indexer.metadata.published.written import WrittenDate

Order = Literal["day first", "month first", ""]

DAY_FIRST_HOSTS = (".uk", ".au", ".nz", ".ie", ".fr", ".be", ".ch", ".lu", ".mc", ".re", ".sn")
MONTH_FIRST_HOSTS = (".gov", ".us", ".mil")
NUMBERS = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-]\d{4}")
# Canada writes both orders, in French too; in French-speaking Europe and Africa the day is first.
CANADA = re.compile(
    r"\b(?:Canad\w+|Qu[ée]b\w+|Montr[ée]al\w*|Ottawa|Toronto|Acadi\w+|Ontario|Manitoba"
    r"|Nouveau-Brunswick|Nouvelle-[ÉE]cosse|Gatineau|Laval|Winnipeg|Moncton)\b"
)
DAY_FIRST_COUNTRIES = re.compile(
    r"\b(?:France|Paris|Lyon|Marseille|Toulouse|Lille|Bordeaux|Nantes|Strasbourg|Belgique"
    r"|Bruxelles|Li[èe]ge|Suisse|Gen[èe]ve|Lausanne|Luxembourg|S[ée]n[ée]gal|Maroc|Tunisie"
    r"|Alg[ée]rie)\b"
)


def order_of(page: Page, found: Iterable[tuple[str, WrittenDate]]) -> Order:
    """How this page writes numeric dates, where another date, its site or its country tells.

    found: the page's dates, each with the line that it stands in
    """
    for line, written in found:
        numbers = NUMBERS.search(line[written.start : written.end])
        if numbers and written.is_day and numbers[1] != numbers[2]:
            return "day first" if int(numbers[1]) > 12 else "month first"
    if page.host.endswith(DAY_FIRST_HOSTS):
        return "day first"
    if page.host.endswith(MONTH_FIRST_HOSTS):
        return "month first"
    return "day first" if page.language == "fr" and _is_of_europe(page) else ""


def _is_of_europe(page: Page) -> bool:
    """Whether the page names French-speaking places, and none of Canada."""
    whole = "\n".join((page.host, *page.lines))
    is_canadian = page.host.endswith((".ca", ".quebec")) or CANADA.search(whole)
    return not is_canadian and bool(DAY_FIRST_COUNTRIES.search(whole))


def settled(written: WrittenDate, order: Order, last_day: date) -> WrittenDate:
    """The date with one meaning where the page settles it; else a range that holds both."""
    day_first, month_first = written.first, written.other
    if month_first is None:
        return written
    possible = [day for day in (day_first, month_first) if day <= last_day] or [day_first]
    if order and len(possible) == 2:
        possible = [day_first if order == "day first" else month_first]
    return replace(written, first=min(possible), last=max(possible), other=None)
