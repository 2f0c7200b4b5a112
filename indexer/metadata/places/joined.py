"""Names that are only half of a longer one: "Sainte" of "Sainte-Aurore" is no place by itself."""

from indexer.metadata.places.mention import Mention
from indexer.metadata.places.page import Page

HYPHENS = frozenset({"-", "‑"})
# What press English hangs on a city's name: "TORONTO-BASED", "Ottawa-Area".
HUNG_ON = frozenset(
    ["area", "based", "bound", "born", "wide", "region", "made", "style", "led", "run"]
)
SAINTS = frozenset({"saint", "sainte", "saints", "st", "ste", "san", "santa"})


def whole_names(page: Page, mentions: list[Mention]) -> list[Mention]:
    """The mentions that no hyphen joins to another word of a name.

    Two places joined stay: "Ottawa-Gatineau".
    """
    begin = {mention.first for mention in mentions}
    return [mention for mention in mentions if not _is_half(page, mention, begin)]


def _is_half(page: Page, mention: Mention, begin: set[int]) -> bool:
    before, after = mention.first - 1, mention.last + 1
    is_named_after = before >= 0 and page.tokens[before].folded in SAINTS
    if is_named_after and page.gap(before, mention.first) in HYPHENS:
        return True
    if after >= len(page.tokens) or page.gap(mention.last, after) not in HYPHENS:
        return False
    joined = page.tokens[after]
    return joined.capital and joined.folded not in HUNG_ON and after not in begin
