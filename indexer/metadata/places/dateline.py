"""Datelines: "TORONTO —", "London (Reuters)", "Québec, le 3 février 2017" at a line's beginning."""

import re

from indexer.metadata.places import vocabulary as say
from indexer.metadata.places.mention import Mention
from indexer.metadata.places.page import Page

# On the scale of what else speaks for a place: see `company`.
DATELINE = 1.8
DATELINE_REASON = "in a dateline"
# A longer word in capitals at a line's beginning is no acronym.
LONGEST_ACRONYM = 5

DASH = re.compile(r"\s*(?:[—–]|--|-\s|\s-)")
# ", le 3 février 2017", ", Feb. 20, 2017 –": a day right after the name that begins a line.
A_DAY = re.compile(
    r",? (?:\(?le )?(?:[A-Z][a-zé]{2,8}\.? \d{1,2}\b|\d{1,2}(?:er)? [A-Za-zéû]{3,9}\b)"
)
AGENCY = re.compile(r"[\s,]*\(\s*([A-Za-z]+)")


def weigh_dateline(page: Page, mention: Mention) -> None:
    """Judge "TORONTO —", "London (Reuters)", "WASHINGTON Barack Obama" at a line's beginning."""
    line_begins = mention.first == 0 or "\n" in page.gap(mention.first - 1, mention.first)
    if not line_begins:
        return
    rest = page.whole[mention.end : mention.end + 40]
    rest = rest.split("\n", 1)[0]
    agency = AGENCY.match(rest)
    name = page.whole[mention.start : mention.end]
    alone_in_capitals = (
        name.isupper() and len(name) > LONGEST_ACRONYM and not page.loud[mention.first]
    )
    if (
        (DASH.match(rest.partition(",")[0] if "," in rest[:2] else rest))
        or (agency and agency[1].casefold() in say.AGENCIES)
        or alone_in_capitals
        or A_DAY.match(rest)
    ):
        mention.score += DATELINE
        mention.reasons.append(DATELINE_REASON)
