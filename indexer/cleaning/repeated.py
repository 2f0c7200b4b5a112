"""Lines that the page's source repeats on other pages."""

from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from indexer.cleaning.line import MAX_RULED_LINES
from indexer.cleaning.mark import mark_of
from indexer.cleaning.page import Page
from indexer.cleaning.profile import SourceProfile
from indexer.cleaning.rule import Removal

NAME = "repeated-on-site"

# So many repeated or removed lines in a row are a block; at the page's ends fewer will do.
MIN_BLOCK = 3
MIN_BLOCK_AT_END = 2

# What must stay of a page: where repeats would leave less, the page is one of theirs.
MIN_WORDS_LEFT = 10


def repeated(
    page: Page, profile: SourceProfile, ruled: Set[int], taken: Set[int]
) -> dict[int, Removal]:
    """The lines that go because the source repeats them, by index in `page.content`.

    ruled: lines that a rule took for certain; they keep its name
    taken: those, and what the judge or the tags took

    Furniture comes in blocks: a line goes with the lines beside it, when enough of them in a row
    are repeated or taken too. One that stands alone between the page's own (a byline, a heading
    "Background", "Adopted.") is more likely theirs. A page of which too little would be left loses
    nothing.
    """
    if not profile.repeated or len(page.content) > 2 * MAX_RULED_LINES:
        return {}
    known = on_pages(page, profile)
    going = {
        at: removal(profile, known[at])
        for row in rows(known.keys() | taken)
        if is_block(row, len(page.content))
        for at in row
        if at in known and at not in ruled
    }
    gone = going.keys() | taken
    left = sum(line.words for at, line in enumerate(page.content) if at not in gone)
    return going if left >= MIN_WORDS_LEFT else {}


def rows(places: Set[int]) -> Iterator[Sequence[int]]:
    """Runs of places that follow each other."""
    for _, row in groupby(enumerate(sorted(places)), lambda numbered: numbered[1] - numbered[0]):
        yield [place for _, place in row]


def is_block(row: Sequence[int], count: int) -> bool:
    """Whether a run of lines is long enough for furniture: shorter at the page's ends."""
    at_an_end = row[0] == 0 or row[-1] == count - 1
    return len(row) >= (MIN_BLOCK_AT_END if at_an_end else MIN_BLOCK)


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
    reason = f"It stands on {pages} of {profile.pages} different texts{of}."
    return Removal(NAME, reason, pages / profile.pages if profile.pages else None)
