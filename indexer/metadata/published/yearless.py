"""Days written without their year: "on 20 February"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from indexer.metadata.plain import any_of
from indexer.metadata.published.months import MONTH, WEEKDAY, month_number
from indexer.metadata.published.past import FUTURE, PAST
from indexer.metadata.published.written import HINT, day_or_none

# A day that needs no year is within half a year of the one before it, or of the page.
SAME_STORY = timedelta(days=180)
# News tells what is new in its first paragraphs.
OPENING_CHARACTERS = 3_000

DAY = (
    rf"(?:(?P<name>{MONTH})\s+(?P<day>\d\d?)|(?P<day2>\d\d?)(?:er|st|nd|rd|th)?\s+(?:of\s+)?"
    rf"(?P<name2>{MONTH}))(?:st|nd|rd|th)?\b(?!,?\s*\d{{4}})"
)
YEARLESS = re.compile(rf"\b{DAY}", re.IGNORECASE)
ON_DAY = re.compile(
    rf"(?:\bon|\ble|\b{WEEKDAY},?)\s+(?:the\s+|{WEEKDAY},?\s+)?{DAY}(?!\s*(?:,\s*)?[’'])",
    re.IGNORECASE,
)

# Words that count from the day of publication.
NOW = re.compile(
    r"\b(?:last week|this week|yesterday|last night|this morning|la semaine dernière"
    r"|cette semaine|hier|ce matin"
    r"|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?!s|,? the|,? \w+ \d|,? \d)"
    r"|(?<!le )(?<!tous les )(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    r"(?: dernier)?(?=[,.\s](?! ?\d)))",
    re.IGNORECASE,
)
QUOTED = re.compile(r"[“\"«][^”\"»]{0,2000}[”\"»]")
CLAUSE_END = re.compile(r"[,;:()—–]\s")
# What returns every year, or was long ago, needs no year either.
RETURNING = re.compile(
    r"\b"
    + any_of(
        r"every each annual\w* anniversar\w+ yearly holidays? always usually traditionally_on",
        "since_then ago born died remember\\w* commemorat\\w* histor\\w* century decades? once",
        "that_year then years_later day_of",
        r"chaque tous_les toutes_les annuel\w* anniversaire fête jours?_férié\w* née? mort\w*",
        r"toujours siècle commémor\w* histoire cette_année-là jadis autrefois journée",
    )
    + r"\b",
    re.IGNORECASE,
)
# What was told or moved then, but happens on the day itself: "asked them to come on 20 February".
TO_COME = re.compile(
    r"\b"
    + any_of(
        r"to_(?!the|a|an|his|her|its|their|our|all)[a-z]+ is are opens? starts? begins? takes?",
        "closes? ends? returns? meets? comes? goes runs? postponed delayed rescheduled slated due",
        "moved adjourned set announced called invited booked deferred pushed_back extended",
        r"(?:de|à|d[’']|pour)_?[a-zé]+(?:er|ir|re) est sont ouvre commence débute entre_en tient",
        "reporté\\w* remis\\w* fixé\\w* convoqué\\w* attendu\\w* annoncé\\w* invité\\w*",
    )
    + r"\b",
    re.IGNORECASE,
)


def days_after(sentence: str, told: date) -> Iterator[date]:
    """Days without a year that the story reaches within half a year after a dated one."""
    for match in YEARLESS.finditer(sentence):
        for year in (told.year, told.year + 1):
            day = _day(match, year)
            if day and told <= day <= told + SAME_STORY:
                yield day


def news_day(text: str, earliest: date) -> tuple[date, str] | None:
    """The day of its news that a page not older than `earliest` tells as past, with its paragraph.

    The page must count from its own day ("last week") where it opens, and the day must be new:
    of its possible years the first is taken that leaves the page within half a year of it. None
    where that says no more than `earliest`.
    """
    opening = text[:OPENING_CHARACTERS]
    if not NOW.search(QUOTED.sub(" ", opening)):
        return None
    best: tuple[date, str] | None = None
    paragraphs = opening.split("\n")
    for number, paragraph in enumerate(paragraphs):
        if HINT.search(paragraph) or (number and HINT.search(_before(paragraphs, number))):
            continue  # a year is named: the day may be of it
        for match in ON_DAY.finditer(QUOTED.sub(" ", paragraph)):
            if _is_told(match):
                day = _first_fitting(match, earliest)
                if day and day > earliest and (best is None or day < best[0]):
                    best = (day, paragraph)
    return best


def _before(paragraphs: list[str], number: int) -> str:
    """The nearest paragraph before that is not blank."""
    return next((p for p in reversed(paragraphs[:number]) if p.strip()), "")


def _is_told(match: re.Match[str]) -> bool:
    """Whether the clause that leads to the day tells it as past, once."""
    sentence_start = max(match.string.rfind(mark, 0, match.start()) for mark in (". ", "? ", "! "))
    before = match.string[sentence_start + 1 : match.start()]
    after = CLAUSE_END.split(match.string[match.end() :], maxsplit=1)[0]
    clause = CLAUSE_END.split(before)[-1]
    if not PAST.search(clause):
        return False
    return not any(form.search(clause + " " + after) for form in (FUTURE, RETURNING)) and not (
        TO_COME.search(clause)
    )


def _first_fitting(match: re.Match[str], earliest: date) -> date | None:
    for year in range(earliest.year - 1, earliest.year + 2):
        day = _day(match, year)
        if day and day + SAME_STORY >= earliest:
            return day
    return None


def _day(match: re.Match[str], year: int) -> date | None:
    month = month_number(match["name"] or match["name2"])
    return day_or_none(year, month, int(match["day"] or match["day2"]))
