"""A news agency that is credited in place of a person."""

from collections.abc import Iterator

from indexer.metadata.authors.byline import near
from indexer.metadata.authors.credit import Credit
from indexer.metadata.names import CREDIT
from indexer.metadata.page import Page
from indexer.metadata.plain import squeeze

AGENCIES = (
    "The Canadian Press", "Canadian Press", "La Presse canadienne", "The Associated Press",
    "Associated Press", "Reuters", "Thomson Reuters", "Agence France-Presse", "AFP",
    "Bloomberg News", "Postmedia News",
)  # fmt: skip
AGENCY = {squeeze(name): name for name in AGENCIES}


def agency_line(page: Page) -> Iterator[Credit]:
    """A news agency on a line of its own, or credited with "By", near the heading."""
    for number in near(page):
        line = page.lines[number]
        name = AGENCY.get(squeeze(CREDIT.sub("", line))) if len(line) < 60 else None
        if name:
            yield Credit(name, line)
            return
