"""Lines that the page's source repeats on other pages."""

from collections.abc import Set

from indexer.cleaning.line import MAX_RULED_LINES
from indexer.cleaning.page import Page
from indexer.cleaning.profile import SourceProfile
from indexer.cleaning.rule import Removal
from indexer.repeats.marks import mark_of

NAME = "repeated-on-site"

# What must stay of a page: where repeats would leave less, the page is one of theirs.
MIN_WORDS_LEFT = 10


def repeated(
    page: Page, profile: SourceProfile, ruled: Set[int], taken: Set[int]
) -> dict[int, Removal]:
    """The lines that go because the source repeats them, by index in `page.content`.

    ruled: lines that a rule took for certain; they keep its name
    taken: those, and what the judge or the tags took

    A line goes where it has company: the line before or after it is repeated or taken too. A line
    that stands alone between the page's own (a byline, "Background") is more likely theirs. A page
    of which too little would be left loses nothing.
    """
    if not profile.repeated or len(page.content) > 2 * MAX_RULED_LINES:
        return {}
    known = on_pages(page, profile)
    furniture = known.keys() | taken
    going = {
        at: removal(profile, pages)
        for at, pages in known.items()
        if at not in ruled and (at - 1 in furniture or at + 1 in furniture)
    }
    gone = going.keys() | taken
    left = sum(line.words for at, line in enumerate(page.content) if at not in gone)
    return going if left >= MIN_WORDS_LEFT else {}


def on_pages(page: Page, profile: SourceProfile) -> dict[int, int]:
    """The repeated lines of a page but its title: on how many pages of the source each stands."""
    known: dict[int, int] = {}
    own = page.titles if page.title else frozenset()
    for at, line in enumerate(page.content):
        mark = mark_of(line.key, line.text)
        pages = profile.repeated.get(mark) if mark is not None else None
        if pages is not None and line.key not in own:
            known[at] = pages
    return known


def removal(profile: SourceProfile, pages: int) -> Removal:
    """The verdict, as the ledger tells it."""
    of = f" of {profile.name}" if profile.name else ""
    reason = f"It stands on {pages} of {profile.pages} pages{of}."
    return Removal(NAME, reason, pages / profile.pages if profile.pages else None)
