"""Naming what a chosen day rests on: which kind of line told it."""

from collections.abc import Sequence

from archive.document import PublicationDate
from indexer.metadata.page import Page
from indexer.metadata.published import names
from indexer.metadata.published.features import CREDIT
from indexer.metadata.published.lines import (
    RELEASE_LINES,
    is_dateline,
)
from indexer.metadata.published.mention import Mention

# A line with more than this beside its day, in characters, is more than a date line.
BESIDE_CHARACTERS = 60


def published_by(page: Page, found: Sequence[Mention]) -> PublicationDate:
    """The day that the mentions name, by the one that says most clearly what it is.

    A day that only lines without a label name was chosen by its place: "date line" says so.
    """
    kinds = [(names.LINES.index(evidence_of(page, mention)), mention.number) for mention in found]
    best = min(range(len(kinds)), key=kinds.__getitem__)
    mention = found[best]
    return PublicationDate(
        mention.day, mention.day, names.LINES[kinds[best][0]], _quote(page, mention)
    )


def evidence_of(page: Page, mention: Mention) -> str:
    """Which kind of line names the day, in words that users know."""
    written = mention.written
    if mention.said == "published":
        return names.PUBLISHED_LINE
    if mention.is_dateline:
        return names.DATELINE
    if mention.said == "begun":
        return names.FIRST_POST
    if mention.said == "by" or CREDIT.match(mention.line):
        return names.BYLINE
    beside = len(mention.line) - (written.end - written.start)
    if beside > BESIDE_CHARACTERS:
        return names.IN_A_LINE
    below = page.lines[mention.number + 1 :][:RELEASE_LINES]
    return names.RELEASE_LINE if any(map(is_dateline, below)) else names.DATE_LINE


def _quote(page: Page, mention: Mention) -> str:
    """The line, with the label of the line above where that says what the day is."""
    label = mention.before.strip()
    is_above = mention.said != "" and label not in mention.line
    return f"{label} {mention.line}" if is_above else mention.line
