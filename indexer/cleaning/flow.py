"""The flow of cleaning: rules first, then a judge of the lines that no word decides."""

from collections.abc import Iterable
from itertools import chain

from indexer.cleaning.assemble import assemble
from indexer.cleaning.cleaned import Cleaned
from indexer.cleaning.judge import can_judge, judge
from indexer.cleaning.line import MAX_RULED_LINES
from indexer.cleaning.overrides import kept_by, obeyed, ordered
from indexer.cleaning.page import Page
from indexer.cleaning.profile import NOTHING_KNOWN, SourceProfile
from indexer.cleaning.repeated import repeated
from indexer.cleaning.rule import Removal, Rule
from indexer.cleaning.rules import AFTER_OTHERS, RULES
from indexer.cleaning.rules.evidence import RULES as MARKUP_RULES
from indexer.cleaning.table import Table

LEFT_NOTHING = "cleaning left nothing"
TOO_LONG = "too long: rules looked at its beginning and end only"

# Rules that look at what others took go over the page again until nothing changes, but not forever.
MAX_ROUNDS = 4

ALL = Table(RULES)
BY_TAGS = frozenset(rule.name for rule in MARKUP_RULES)
SECOND = Table(AFTER_OTHERS)
WITHOUT_MARKUP = Table([rule for rule in RULES if rule not in MARKUP_RULES])


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


def ruled(page: Page, table: Table) -> dict[int, Removal]:
    """What the rules take: removals by index in `page.content`."""
    removals: dict[int, Removal] = {}
    nothing: frozenset[int] = frozenset()
    for at in asked_about(page):
        if at in removals:
            continue
        rule = table.first(page, at, nothing)
        if rule is not None:
            take(page, at, rule, removals)
    beside(page, removals)
    return removals


def asked_about(page: Page) -> Iterable[int]:
    """The lines that rules look at: all, or the first and last of a page too long to be one."""
    count = len(page.content)
    if count <= 2 * MAX_RULED_LINES:
        return range(count)
    return chain(range(MAX_RULED_LINES), range(count - MAX_RULED_LINES, count))


def beside(page: Page, removals: dict[int, Removal]) -> None:
    """Ask the rules that look at what others took, down the page and up again."""
    table = SECOND
    content = page.content
    undecided = [
        at
        for at in asked_about(page)
        if at not in removals and content[at].key and table.spoken_of(content[at].key)
    ]
    for _ in range(MAX_ROUNDS):
        before = len(removals)
        for at in (*undecided, *reversed(undecided)):
            if at not in removals:
                rule = table.first(page, at, removals.keys())
                if rule is not None:
                    take(page, at, rule, removals)
        if len(removals) == before:
            return


def take(page: Page, at: int, rule: Rule, removals: dict[int, Removal]) -> None:
    """Take a line, and the lines that go with it."""
    markup = page.content[at].markup
    share = markup.link_share if markup is not None and rule in MARKUP_RULES else None
    removals[at] = Removal(rule.name, rule.reason, share)
    if rule.follows is not None:
        for after in range(at + 1, at + 1 + rule.follows(page, at)):
            removals.setdefault(
                after,
                Removal(rule.name, f"It follows “{page.content[at].text.strip()}”. {rule.reason}"),
            )
