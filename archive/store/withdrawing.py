"""A page leaves the archive, is hidden or comes back: what is written in one transaction."""

from datetime import datetime

from sqlalchemy import Connection, exists, select

from archive.errors import BadWithdrawal
from archive.joined import joined
from archive.store import tombstones, withholding
from archive.store.erasing import captures_of, erase, first_in
from archive.store.reading import no_document
from archive.store.schema import documents
from archive.store.transaction import Transaction
from archive.withdrawals.tombstone import Kind, Order, Tombstone


def take_out(writing: Transaction, document_id: str, order: Order) -> Tombstone:
    """Withdraw a page for good, or hide it until a day; a hidden one can be withdrawn too.

    Raise DocumentNotFound, DocumentWithdrawn.
    """
    connection = writing.connection
    if not connection.scalar(select(exists().where(documents.c.id == document_id))):
        before = tombstones.standing(connection, document_id)
        if before is None or before.kind is Kind.WITHDRAWN or order.until is not None:
            raise no_document(connection, document_id)
        return forget_hidden(writing, before, order)
    held = captures_of(connection, document_id)
    kind = Kind.HIDDEN if order.until is not None else Kind.WITHDRAWN
    digests = sorted({row.digest for row in held})
    if kind is Kind.HIDDEN:
        withholding.put_aside(connection, document_id)
    else:
        digests = sorted({*digests, *digests_before(connection, document_id)})
    pairs = [(digest, None) for digest in digests]
    # Before the rows go: the tombstone's number follows theirs, so that numbers never go back.
    made = tombstones.put(writing, document_id, kind, order, pairs, first_in(held))
    erase(writing, document_id)
    return made


def hide(writing: Transaction, document_id: str, order: Order) -> Tombstone:
    """Hide a page until somebody lets it back. Raise DocumentNotFound."""
    connection = writing.connection
    held = captures_of(connection, document_id)
    if not held:
        raise no_document(connection, document_id)
    withholding.put_aside(connection, document_id)
    pairs = [(digest, None) for digest in sorted({row.digest for row in held})]
    made = tombstones.put(writing, document_id, Kind.HIDDEN, order, pairs, first_in(held))
    erase(writing, document_id)
    return made


def forget_hidden(writing: Transaction, before: Tombstone, order: Order) -> Tombstone:
    """Withdraw for good what is hidden."""
    connection = writing.connection
    withholding.forget(connection, before.document_id)
    tombstones.end(connection, before.document_id, order.made, order.who, replaced=True)
    pairs = [(digest, None) for digest in before.digests]
    return tombstones.put(writing, before.document_id, Kind.WITHDRAWN, order, pairs, before.since)


def digests_before(connection: Connection, document_id: str) -> tuple[str, ...]:
    """The digests of a page's bytes as they came before words were blacked out in them."""
    return tuple(tombstones.redacted(connection, [document_id]).values())


def let_back(writing: Transaction, document_id: str, when: datetime, by: str) -> None:
    """Let a hidden page back. Raise BadWithdrawal where it is not hidden."""
    connection = writing.connection
    found = tombstones.standing(connection, document_id)
    if found is None:
        raise BadWithdrawal(f"{document_id} is neither hidden nor withdrawn.")
    if found.kind is Kind.WITHDRAWN:
        raise BadWithdrawal(
            joined(
                found.sentence,
                "It is gone for good: nothing of it is kept that could come back.",
            )
        )
    tombstones.end(connection, document_id, when, by)
    withholding.put_back(writing, document_id)
