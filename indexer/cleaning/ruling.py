"""What the rules take of a page: what each knows by itself, then what goes beside that."""

from collections.abc import Iterable
from itertools import chain

from indexer.cleaning.headings import heads_text
from indexer.cleaning.line import MAX_RULED_LINES
from indexer.cleaning.page import Page
from indexer.cleaning.rule import Removal, Rule
from indexer.cleaning.rules import AFTER_OTHERS
from indexer.cleaning.rules.evidence import RULES as MARKUP_RULES
from indexer.cleaning.table import Table

# Rules that look at what others took go over the page again until nothing changes, but not forever.
MAX_ROUNDS = 4

BY_TAGS = frozenset(rule.name for rule in MARKUP_RULES)
SECOND = Table(AFTER_OTHERS)


def ruled(page: Page, table: Table) -> dict[int, Removal]:
    """What the rules take: removals by index in `page.content`."""
    removals: dict[int, Removal] = {}
    for at, rule in table.firsts(page, asked_about(page)):
        if at not in removals and may_take(page, at, rule):
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
    content = page.content
    undecided = [
        at
        for at in asked_about(page)
        if (key := content[at].key) and at not in removals and SECOND.spoken_of(key)
    ]
    for _ in range(MAX_ROUNDS):
        before = len(removals)
        for at in (*undecided, *reversed(undecided)):
            if at not in removals:
                rule = SECOND.first(page, at, removals.keys())
                if rule is not None and may_take(page, at, rule):
                    take(page, at, rule, removals)
        if len(removals) == before:
            return


def may_take(page: Page, at: int, rule: Rule) -> bool:
    """Whether a rule may: none takes a speaker ("HOST:") or a text's heading for its words."""
    return rule.name in BY_TAGS or not (at in page.speakers or heads_text(page, at))


def take(page: Page, at: int, rule: Rule, removals: dict[int, Removal]) -> None:
    """Take a line, and the lines that go with it."""
    markup = page.content[at].markup
    share = markup.link_share if markup is not None and rule.name in BY_TAGS else None
    removals[at] = Removal(rule.name, rule.reason, share)
    if rule.follows is not None:
        for after in range(at + 1, at + 1 + rule.follows(page, at)):
            removals.setdefault(
                after,
                Removal(rule.name, f"It follows “{page.content[at].text.strip()}”. {rule.reason}"),
            )
