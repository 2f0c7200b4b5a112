"""The flow of cleaning: rules first, then a judge of the lines that no word decides."""

from indexer.cleaning.assemble import assemble
from indexer.cleaning.cleaned import Cleaned
from indexer.cleaning.judge import can_judge, judge
from indexer.cleaning.line import MAX_RULED_LINES
from indexer.cleaning.overrides import kept_by, obeyed, ordered
from indexer.cleaning.page import Page
from indexer.cleaning.profile import NOTHING_KNOWN, SourceProfile
from indexer.cleaning.repeated import repeated
from indexer.cleaning.rule import Removal
from indexer.cleaning.rules import RULES
from indexer.cleaning.ruling import BY_TAGS, ruled
from indexer.cleaning.table import Table

LEFT_NOTHING = "cleaning left nothing"
TOO_LONG = "too long: rules looked at its beginning and end only"

ALL = Table(RULES)
WITHOUT_MARKUP = Table([rule for rule in RULES if rule.name not in BY_TAGS])


def clean(page: Page, profile: SourceProfile = NOTHING_KNOWN) -> Cleaned:
    """Part a page into what is its own and what is not.

    What rules know from words is certain. What they know from tags alone is certain too on a page
    too small or too long to be judged; on others it is evidence, and the judge has the last word.
    Where all of it together would take every line, tags are not heard; where the rest still would,
    all lines are kept and the page is flagged. What the archivist ordered of a line wins over all.
    """
    orders = ordered(page, profile.overrides)
    kept = kept_by(orders)
    flags = (*page.flags, TOO_LONG) if len(page.content) > 2 * MAX_RULED_LINES else page.flags
    certain, suspects = certain_and_suspect(page)
    certain = obeyed(orders, certain)
    suspects = {at: taken for at, taken in suspects.items() if at not in orders}
    if can_judge(page, certain.keys()):
        verdict = judge(page, certain.keys(), suspects)
        removals = certain | verdict.removals
        removals |= repeated(page, profile, certain.keys(), removals.keys())
        return assemble(page, obeyed(orders, removals), flags, verdict.doubts, kept)
    removals = certain | suspects
    removals |= repeated(page, profile, removals.keys(), removals.keys())
    removals = obeyed(orders, removals)
    if len(removals) == len(page.content) and page.is_html:
        removals = obeyed(orders, ruled(page, WITHOUT_MARKUP))
    if removals and len(removals) == len(page.content):
        return assemble(page, obeyed(orders, {}), (*flags, LEFT_NOTHING), ordered=kept)
    return assemble(page, removals, flags, ordered=kept)


def certain_and_suspect(page: Page) -> tuple[dict[int, Removal], dict[int, Removal]]:
    """What rules take by words, and what they take by tags alone."""
    removals = ruled(page, ALL if page.is_html else WITHOUT_MARKUP)
    suspects = {at: taken for at, taken in removals.items() if taken.rule in BY_TAGS}
    return {at: taken for at, taken in removals.items() if at not in suspects}, suspects
