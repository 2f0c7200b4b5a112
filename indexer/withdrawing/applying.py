"""What one archive knows to be withdrawn, done in another: in one restored from an old backup."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from archive import Archive
from archive.errors import DocumentNotFound, DocumentWithdrawn
from archive.withdrawals import Kind, Order, Tombstone
from indexer.copies.keeping import Groups


@dataclass(frozen=True, slots=True)
class Applied:
    """What was done, as ids.

    withdrawn: gone for good, or not to come in; hidden: for their time
    uncovered: pages in which words had been blacked out; here they stood as they came, and the
               words are not known: they are hidden until somebody lets them back
    """

    withdrawn: tuple[str, ...]
    hidden: tuple[str, ...]
    uncovered: tuple[str, ...]


def apply(archive: Archive, tombstones: Iterable[Tombstone]) -> Applied:
    """Withdraw here what another archive knows to be withdrawn, all in one transaction."""
    known = {(one.document_id, one.kind, one.made) for one in archive.withdrawals.all()}
    done: dict[Kind, list[str]] = {kind: [] for kind in Kind}
    with archive.batch():
        for one in tombstones:
            if (one.document_id, one.kind, one.made) not in known and apply_one(archive, one):
                done[one.kind].append(one.document_id)
        Groups(archive).update()
    return Applied(*(tuple(done[kind]) for kind in (Kind.WITHDRAWN, Kind.HIDDEN, Kind.REDACTED)))


def apply_one(archive: Archive, one: Tombstone) -> bool:
    """Do the same here; whether anything was to be done."""
    order = Order(one.reason, one.who, one.made, one.until)
    is_over = one.ended is not None or (one.until is not None and one.until <= date.today())
    try:
        if one.kind is Kind.WITHDRAWN:
            archive.withdrawals.take_out(one.document_id, order)
        elif one.kind is Kind.REDACTED or (not is_over and one.until is None):
            archive.withdrawals.hide(one.document_id, order)
        elif not is_over:
            archive.withdrawals.take_out(one.document_id, order)
        else:
            return False
    except DocumentWithdrawn:
        return False  # an earlier tombstone has done it
    except DocumentNotFound:
        if one.kind is Kind.WITHDRAWN:
            archive.withdrawals.adopt(one, order)
        return one.kind is Kind.WITHDRAWN
    return True
