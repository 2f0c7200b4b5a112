"""Names that a city shares with its region: Québec, New York, Washington, Victoria."""

import re

from indexer.metadata.places.dateline import DATELINE_REASON
from indexer.metadata.places.groups import RIVAL_CITY_PEOPLE
from indexer.metadata.places.mention import Mention
from indexer.metadata.places.page import Page

# "New York Gov. Cuomo", "Washington state": said of the region only.
OF_A_REGION = re.compile(
    r"(?:'s|’s)? (?:[Ss]tate\b|[Gg]ov\.|[Gg]overnor|[Ll]egislature|[Ll]egislators|[Ss]enate\b"
    r"|[Pp]rovinc|[Pp]remier|[Nn]ational [Aa]ssembly|[Aa]ttorney [Gg]eneral)"
)
REGION_BEFORE = frozenset(
    {"upstate", "state", "province", "western", "eastern", "northern", "southern"}
)
# French: "au Québec" is the province, "à Québec" the city.
FRENCH_REGION = frozenset({"au", "du", "le", "aux", "en"})
FRENCH_CITY = frozenset({"a", "de"})


def settle(page: Page, mention: Mention, language: str) -> None:
    """Keep the senses that this mention's company allows, where a region shares the name."""
    kinds = {sense.kind for sense in mention.senses}
    if len(kinds) == 1 or mention.where is not None:
        return
    after = page.whole[mention.end : mention.end + 24]
    before = page.tokens[mention.first - 1] if mention.first else None
    of = page.tokens[mention.first - 2].folded if mention.first > 1 else ""
    said = before.folded if before is not None else ""
    if DATELINE_REASON in mention.reasons and any(s.kind == "city" for s in mention.senses):
        _keep(mention, "city")
    elif (
        OF_A_REGION.match(after) or said in REGION_BEFORE or (said == "of" and of in REGION_BEFORE)
    ):
        _keep(mention, "region", "country")
    elif (
        said in ("of", "de")
        and of in ("city", "ville", "mayor", "maire")
        and any(sense.population > RIVAL_CITY_PEOPLE for sense in mention.senses)
    ):
        _keep(mention, "city")
    elif mention.key == "quebec" and language == "fr":
        if said in FRENCH_REGION:
            _keep(mention, "region")
        elif said in FRENCH_CITY:
            _keep(mention, "city")


def _keep(mention: Mention, *kinds: str) -> None:
    kept = tuple(sense for sense in mention.senses if sense.kind in kinds)
    if len(kept) == 1:
        mention.forced = kept[0]
    elif kept:
        mention.senses = kept
