"""Days told from the reader's own: "3 days ago", "hier". Only a capture's day makes them days."""

import re
from collections.abc import Iterator
from datetime import timedelta

from archive.document import PublicationDate
from indexer.metadata.page import Page
from indexer.metadata.published import names
from indexer.metadata.published.labels import BYLINE, PUBLISHED
from indexer.metadata.published.surroundings import PARAGRAPH_CHARACTERS

# Such a line stands so close to the heading; farther down it is of a comment or another page.
BEFORE_HEADING = 2
AFTER_HEADING = 6
MAX_LINE = 100

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "un": 1, "une": 1, "deux": 2, "trois": 3,
}  # fmt: skip
UNITS = {
    "min": timedelta(minutes=1), "hour": timedelta(hours=1), "heure": timedelta(hours=1),
    "day": timedelta(days=1), "jour": timedelta(days=1), "week": timedelta(weeks=1),
    "semaine": timedelta(weeks=1), "month": timedelta(days=30.44), "mois": timedelta(days=30.44),
    "year": timedelta(days=365.25), "an": timedelta(days=365.25),
}  # fmt: skip
NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(NUMBERS)})"
UNIT = r"(?P<unit>min|hour|day|week|month|year|heure|jour|semaine|mois|an)(?:ute)?(?:née)?s?"
AGO = re.compile(
    rf"(?:\b{NUMBER}\s+{UNIT}\s+ago|\bil y a\s+{NUMBER.replace('number', 'nombre')}"
    rf"\s+{UNIT.replace('unit', 'unité')}|(?P<yesterday>\byesterday|\bhier))"
    r"(?=$|\s*[|•·,–—(]|\s+(?:by|par)\b|\s+(?:at|à)\s+\d)",
    re.IGNORECASE,
)


def counted(page: Page, _dated: object) -> PublicationDate | None:
    """The days that such a line near the heading can mean, counted back from the capture.

    Sites cut or round: "3 days" is from two and a half to four. None where no capture is known.
    """
    if page.captured is None:
        return None
    for line in _near_heading(page):
        match = AGO.search(line) if len(line) <= MAX_LINE else None
        if match is None or not _is_own(line[: match.start()]):
            continue
        if match["yesterday"]:
            day = page.captured.date() - timedelta(days=1)
            return PublicationDate(day, day, names.AGO, line)
        written = (match["number"] or match["nombre"]).lower()
        number = NUMBERS.get(written) or int(written)
        unit = UNITS[(match["unit"] or match["unité"]).lower()]
        first, last = page.captured - (number + 1) * unit, page.captured - (number - 0.5) * unit
        return PublicationDate(first.date(), last.date(), names.AGO, line)
    return None


def _near_heading(page: Page) -> Iterator[str]:
    """The lines about each heading, or the top, down to the first paragraph."""
    for heading in page.headings or (0,):
        yield from page.lines[max(0, heading - BEFORE_HEADING) : heading]
        for line in page.lines[heading + 1 : heading + 1 + AFTER_HEADING]:
            if len(line) >= PARAGRAPH_CHARACTERS:
                break
            yield line


def _is_own(before: str) -> bool:
    """Whether what stands before says that the page was published then, or says nothing."""
    return not before.strip(" |•·–—-") or bool(BYLINE.match(before) or PUBLISHED.search(before))
