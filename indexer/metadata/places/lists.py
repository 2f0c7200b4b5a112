"""Names in one list tell each other: "Fredericton, London, Ottawa and Regina"."""

from indexer.metadata.places.mention import Mention
from indexer.metadata.places.page import Page

BESIDE = frozenset({", ", "; ", " & "})
# Between names that have a line each.
BULLETS = "\n\r\t •·*-–—"
JOINING = frozenset({"and", "or", "et", "ou"})
# What standing in a list of four or more says for a place; a shorter one less.
LISTED = 0.9
LONGEST_TELLING = 4
# How many names to either side are looked at.
NEAREST = 6


def neighbours(page: Page, mentions: list[Mention]) -> dict[int, list[Mention]]:
    """For each mention (by its first word), those that stand in one list with it."""
    runs: list[list[Mention]] = [[]]
    for mention in mentions:
        if mention.forced is not None and mention.key == "":
            continue  # "Ont." in "London, Ont., and Windsor"
        if runs[-1] and not in_one_list(page, runs[-1][-1], mention):
            runs.append([])
        if not (mention.person or mention.thing):
            runs[-1].append(mention)
    beside = {}
    for run in runs:
        for at, mention in enumerate(run if len(run) > 1 else ()):
            mention.score += LISTED * min(len(run), LONGEST_TELLING) / LONGEST_TELLING
            near = run[max(0, at - NEAREST) : at + NEAREST + 1]
            beside[mention.first] = [other for other in near if other is not mention]
    return beside


def in_one_list(page: Page, one: Mention, other: Mention) -> bool:
    """Whether only a comma or "and" stands between two mentions."""
    if other.first == one.last + 1:
        gap = page.gap(one.last, other.first)
        return gap in BESIDE or ("\n" in gap and not gap.strip(BULLETS))
    return other.first == one.last + 2 and page.tokens[one.last + 1].folded in JOINING
