"""The days that a sentence tells as past: a page was published after them."""

import re
from collections.abc import Iterator
from datetime import date

from indexer.metadata.plain import any_of
from indexer.metadata.published.written import HINT, written_dates

SENTENCE = re.compile(r"(?<=[.!?])[\s”\"’»)]+(?=[A-ZÀ-Ý“\"«(])|\n+")
BARE_YEAR = re.compile(
    r"(?:\b(?:in|since|during|early|late|en|depuis|dès|année)\s+|\()((?:19|20)\d\d)"
    r"(?![\d/–—-]|\s*[–—-]\s*\d)",
    re.IGNORECASE,
)
# "since the vote of 2013", "depuis la décision de 2013"
SINCE_EVENT = re.compile(
    r"\b(?:since|after|depuis|après)\s+(?:the\s+|la\s+|le\s+|l[’'])\w+\s+(?:of|in|de|en)\s+"
    r"((?:19|20)\d\d)(?![\d/–—-])",
    re.IGNORECASE,
)
# The month in which a season begins, as the weather services count; winter spans two years.
SEASONS = {
    "spring": 3, "printemps": 3, "summer": 6, "été": 6, "autumn": 9, "fall": 9, "automne": 9,
    "winter": 1, "hiver": 1,
}  # fmt: skip
SEASON = re.compile(
    rf"(?:\b(?:the|in|since|last|early|late|le|l[’']|au|à)\s*)(?P<season>{'|'.join(SEASONS)})"
    r"\s+(?:of\s+|de\s+)?(?P<year>(?:19|20)\d\d)(?![\d/–—-])",
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
    r"a_\w+(?:é|i|u|it|is)e?s? \w{3,}aient \w{3,}(?<!f)(?<!tr)(?<!h)ait",
)
PAST = re.compile(rf"\b{PAST_WORDS}\b", re.IGNORECASE)
FOLLOWS = re.compile(r"\b(?:follows|comes after|suit|fait suite)\b", re.IGNORECASE)

# A count of a whole year is known when the year is over, or nearly.
FISCAL = re.compile(
    r"(?:\b(?P<before>20\d\d)\s+(?:fiscal|financial)\s+year"
    r"|\b(?:(?:fiscal|financial)\s+(?:year\s+)?|FY\s?|exercice\s+(?:financier\s+)?)"
    r"(?P<after>20\d\d))\b(?!\s?[-–/]\s?\d)",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b"
    + any_of(
        "dropped fell rose grew declined climbed decreased reached totall?ed received recorded",
        "counted deported detained removed admitted arrested processed resettled",
        r"(?:a|ont)_(?:baissé|chuté|augmenté|diminué|atteint|totalisé|reçu|enregistré|compté)",
    )
    + r"\b[^.;]{0,60}\d",
    re.IGNORECASE,
)
# Budgets are told before their year; companies begin their years in any month.
NOT_COUNTS = re.compile(
    r"\b(?:budget\w*|fund\w*|allocat\w*|appropriat\w*|approv\w*|request\w*|grants?|spending"
    r"|revenues?|sales|profits?|earnings|shares?|shareholders|quarter|margins?|crédits?"
    r"|subvention\w*|bénéfices?|ventes|chiffre d[’']affaires|trimestre)\b",
    re.IGNORECASE,
)
# The earliest usual end of a government's fiscal year: Canada (Financial Administration Act, s. 2),
# the United Kingdom, India, Japan. That of the United States ends later: 31 U.S.C. § 1102.
FISCAL_END = (3, 31)
FISCAL_END_US = (9, 30)
US = re.compile(r"\bU\.\s?S\.|\bUnited States\b|\bAmerican\b|États-Unis|\baméricain")
FEDERAL = re.compile(r"\bfederal\b|\bfédéral|\bCongress\b|\bCongrès\b|national government")

WHOLE_YEAR = re.compile(
    r"\b(?:throughout|all of|the whole of|over the course of|tout au long de|l[’']ensemble de"
    r"|toute l[’']année|(?P<total>in|en))\s+(?P<year>(?:19|20)\d\d)(?![\d/–—-])",
    re.IGNORECASE,
)
TOTAL = re.compile(r"\b(?:a total of|in total|au total|en tout)\b", re.IGNORECASE)
UNFINISHED = re.compile(
    r"\b(?:so far|to date|this year|half|quarter|months?|jusqu[’']ici|à ce jour|cette année|mois"
    r"|trimestre|semestre|between|entre|from|since|depuis)\b",
    re.IGNORECASE,
)
# From this day on more than half of a year is over.
MOST_OVER = (7, 2)


def is_past(sentence: str) -> bool:
    """Whether it tells what has been, and not what is to come."""
    return not FUTURE.search(sentence) and bool(PAST.search(sentence) or FOLLOWS.search(sentence))


def days_told(sentence: str, paragraph: str) -> Iterator[date]:
    """The days, with their year, before which a sentence about the past cannot have been written.

    A month, a season or a year gives its first day; a count of a whole year a later one.
    """
    if HINT.search(sentence) is None:
        return
    yield from (d.first for d in written_dates(sentence) if d.other is None)
    for form in (BARE_YEAR, SINCE_EVENT):
        yield from (date(int(year), 1, 1) for year in form.findall(sentence))
    for match in SEASON.finditer(sentence):
        yield date(int(match["year"]), SEASONS[match["season"].lower()], 1)
    yield from _ends_of_counted_years(sentence, paragraph)


def _ends_of_counted_years(sentence: str, paragraph: str) -> Iterator[date]:
    if NOT_COUNTS.search(sentence) or UNFINISHED.search(sentence):
        return
    if COUNTED.search(sentence):
        is_us = US.search(paragraph) and FEDERAL.search(paragraph)
        for match in FISCAL.finditer(sentence):
            yield date(int(match["before"] or match["after"]), *_end(bool(is_us)))
    for match in WHOLE_YEAR.finditer(sentence):
        if not match["total"] or TOTAL.search(sentence):
            yield date(int(match["year"]), *MOST_OVER)


def _end(is_us: bool) -> tuple[int, int]:
    return FISCAL_END_US if is_us else FISCAL_END
