"""Pages leave the archive or come back, with the groups of near-copies that they were in."""

from collections.abc import Iterable

from archive import Archive
from archive.withdrawals import Order, Tombstone
from indexer.copies.keeping import Groups


def take_out(archive: Archive, ids: Iterable[str], order: Order) -> tuple[Tombstone, ...]:
    """Withdraw or hide pages, all in one transaction.

    From then on nothing that asks the archive finds them. Raise DocumentNotFound,
    DocumentWithdrawn: then nothing is done.
    """
    with archive.batch():
        made = tuple(archive.withdrawals.take_out(id, order) for id in ids)
        Groups(archive).update()
    return made


def let_back(archive: Archive, ids: Iterable[str], who: str) -> None:
    """Let hidden pages back, all in one transaction. Raise BadWithdrawal: then nothing is done."""
    with archive.batch():
        for id in ids:
            archive.withdrawals.let_back(id, who=who)
        Groups(archive).update()
