"""The near-copies of a page as a person is shown them: the earliest first, with their likeness."""

from dataclasses import dataclass
from datetime import date

from archive import Archive
from archive.copy_groups import Member
from archive.document import Document
from indexer.copies.likeness import likeness
from indexer.copies.phrases import phrases_of

# Pages that are read and compared to be listed; the number of all is told beside them.
MOST_LISTED = 50
# What is not the very same is never told as all of it.
MOST_ALIKE = 0.99


@dataclass(frozen=True, slots=True)
class NearCopy:
    """A near-copy of a page.

    document: without its ledger
    share:    of the words of both pages, those in phrases that stand on both, 0-1; 1 for all
    reason:   the same in words: "94 % the same words as this page"
    """

    document: Document
    share: float
    reason: str


@dataclass(frozen=True, slots=True)
class NearCopies:
    """The other pages of a page's group.

    count:  of all of them
    listed: at most MOST_LISTED: the earliest first, undated ones last
    """

    count: int
    listed: tuple[NearCopy, ...]


def near_copies(archive: Archive, id: str) -> NearCopies:
    """The near-copies of a document. Raise DocumentNotFound."""
    members = archive.groups.members(id)
    others = [one for one in members if one.id != id]
    if not others:
        return NearCopies(0, ())
    (own,) = (one for one in members if one.id == id)
    nearest = sorted(others, key=lambda one: (one.key != own.key, -one.share, one.id))
    some = {one.id: one for one in nearest[:MOST_LISTED]}
    (shown,) = archive.get_many([id], ledger=False)
    documents = archive.get_many(list(some), ledger=False)
    listed = [near_copy(shown, own, one, some[one.id]) for one in documents]
    return NearCopies(len(others), tuple(sorted(listed, key=first_printed)))


def near_copy(shown: Document, own: Member, other: Document, member: Member) -> NearCopy:
    """One of them, compared with the page that is shown."""
    if member.key == own.key:
        return NearCopy(other, 1.0, "the same words as this page")
    share = min(MOST_ALIKE, likeness(phrases_of(shown.text), phrases_of(other.text)).share)
    return NearCopy(other, share, f"{share:.0%} the same words as this page")


def first_printed(copy: NearCopy) -> tuple[date, str]:
    """The first day that it can have been published; the last of all days where none is known."""
    published = copy.document.published
    day = (published.earliest or published.latest) if published else None
    return day or date.max, copy.document.id
