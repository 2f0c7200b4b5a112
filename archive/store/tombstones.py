"""Tombstones as they are kept: the last one of a page that stands keeps it out."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, Select, and_, func, or_, select

from archive.document import Refused
from archive.errors import BadWithdrawal
from archive.store.rows import AnyRow
from archive.store.schema import captures, withdrawals, withdrawn_digests
from archive.store.transaction import Transaction
from archive.withdrawals.tombstone import Kind, Order, Tombstone

ROW = withdrawals.c
DIGEST = withdrawn_digests.c
KEPT_OUT = (Kind.WITHDRAWN, Kind.HIDDEN)
STANDS = and_(ROW.kind.in_(KEPT_OUT), ROW.ended.is_(None))


def all_tombstones(connection: Connection) -> tuple[Tombstone, ...]:
    """Every one, oldest first."""
    return read(connection, select(withdrawals))


def standing(connection: Connection, document_id: str) -> Tombstone | None:
    """What keeps a document out now, or None."""
    return last(read(connection, select(withdrawals).where(STANDS, ROW.document_id == document_id)))


def of_bytes(connection: Connection, digest: str) -> Tombstone | None:
    """What keeps these bytes out now, under whatever address, or None."""
    held = select(DIGEST.withdrawal).where(DIGEST.digest == digest)
    out = or_(STANDS, ROW.kind == Kind.REDACTED)
    return last(read(connection, select(withdrawals).where(ROW.id.in_(held), out)))


def keeping_out(connection: Connection, document_id: str, digest: str) -> Tombstone | None:
    """What forbids a page to be taken in, by its id or its bytes; None where nothing does.

    Bytes that the document still has are its own: another address of the same bytes may have been
    withdrawn without it.
    """
    found = standing(connection, document_id) or of_bytes(connection, digest)
    if found is None or found.document_id == document_id:
        return found
    same = select(captures.c.id)
    same = same.where(captures.c.document_id == document_id, captures.c.digest == digest)
    return found if connection.execute(same).first() is None else None


def refusal(tombstone: Tombstone, origin: str, digest: str) -> Refused:
    """The refusal of a page that was withdrawn, or of which an unredacted copy came in."""
    day = f"{tombstone.made:%Y-%m-%d}"
    mend = "Nothing need be done; `fonds log` lists what was withdrawn."
    if tombstone.kind is Kind.REDACTED:
        what = f"Words were blacked out in this page on {day}: {tombstone.reason}"
    elif tombstone.kind is Kind.HIDDEN:
        what = f"This page has been hidden since {day}: {tombstone.reason}"
        mend = f"`fonds withdraw --undo {tombstone.document_id}` brings it back."
    else:
        what = f"This page was withdrawn on {day}: {tombstone.reason}"
    return Refused(origin, what, mend, digest=digest)


def find_ids(connection: Connection, prefix: str) -> tuple[str, ...]:
    """The ids of pages that are kept out and begin so, in order."""
    wanted = and_(STANDS, ROW.document_id.startswith(prefix.lower(), autoescape=True))
    found = select(ROW.document_id).where(wanted).distinct().order_by(ROW.document_id)
    return tuple(connection.scalars(found))


def gone(connection: Connection, after: int, to: int) -> tuple[str, ...]:
    """The ids of pages that were taken out between two numbers of changes, the second included."""
    taken = select(ROW.document_id).where(
        ROW.kind.in_(KEPT_OUT), ROW.sequence > after, ROW.sequence <= to
    )
    return tuple(connection.scalars(taken.order_by(ROW.sequence)))


def last_number(connection: Connection) -> int:
    """The number of the last one, 0 where there is none."""
    return connection.scalar(select(func.max(ROW.sequence))) or 0


def counts(connection: Connection) -> dict[str, int]:
    """How many pages are withdrawn and hidden now, and in how many words are blacked out."""
    out = or_(STANDS, ROW.kind == Kind.REDACTED)
    pages = func.count(ROW.document_id.distinct())
    rows = connection.execute(select(ROW.kind, pages).where(out).group_by(ROW.kind))
    return {row.kind: row[1] for row in rows}


def due(connection: Connection, today: date) -> tuple[str, ...]:
    """The ids of hidden pages whose day has come."""
    wanted = and_(STANDS, ROW.kind == Kind.HIDDEN, ROW.until <= today)
    return tuple(connection.scalars(select(ROW.document_id).where(wanted).order_by(ROW.id)))


def put(
    writing: Transaction,
    document_id: str,
    kind: Kind,
    order: Order,
    digests: Sequence[tuple[str, str | None]],
    since: datetime | None,
) -> Tombstone:
    """Keep one more, with the digests of what was taken out and of what is kept instead."""
    connection = writing.connection
    row = {
        "sequence": writing.next_sequence(),
        "document_id": document_id,
        "kind": kind,
        "reason": order.reason,
        "who": order.who,
        "made": order.made,
        "until": order.until,
        "since": since,
    }
    key = connection.execute(withdrawals.insert(), row).inserted_primary_key
    assert key is not None  # noqa: S101  (an insert of one row has one)
    rows = [{"withdrawal": key[0], "digest": old, "redacted": new} for old, new in digests]
    if rows:
        connection.execute(withdrawn_digests.insert(), rows)
    (made,) = read(connection, select(withdrawals).where(ROW.id == key[0]))
    return made


def end(
    connection: Connection, document_id: str, when: datetime, by: str, *, replaced: bool = False
) -> None:
    """A hidden page is hidden no more. Raise BadWithdrawal where it is not hidden.

    replaced: because it is withdrawn for good now
    """
    hidden = and_(STANDS, ROW.kind == Kind.HIDDEN, ROW.document_id == document_id)
    if not connection.execute(
        withdrawals.update().where(hidden).values(ended=when, ended_by=by, replaced=replaced)
    ).rowcount:
        raise BadWithdrawal(f"{document_id} is not hidden; `fonds log` lists what is.")


def pending(connection: Connection) -> tuple[Tombstone, ...]:
    """Those of which a file of the archive may still hold something, oldest first."""
    return read(connection, select(withdrawals).where(ROW.erased.is_(None)))


def mark_erased(connection: Connection, to: int, when: datetime) -> None:
    """No file of the archive holds anything of those up to a number of changes."""
    wanted = and_(ROW.erased.is_(None), ROW.sequence <= to)
    connection.execute(withdrawals.update().where(wanted).values(erased=when))


def redacted(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Digests of bytes that are kept with words blacked out, with those that came."""
    asked = select(DIGEST.redacted, DIGEST.digest)
    asked = asked.join(withdrawals, ROW.id == DIGEST.withdrawal).order_by(ROW.id.desc())
    wanted = asked.where(ROW.document_id.in_(list(ids)), DIGEST.redacted.is_not(None))
    return {row.redacted: row.digest for row in connection.execute(wanted)}


def last(found: tuple[Tombstone, ...]) -> Tombstone | None:
    """The last one, or None."""
    return found[-1] if found else None


def read(connection: Connection, asked: Select[*tuple[object, ...]]) -> tuple[Tombstone, ...]:
    """The tombstones of a question, oldest first."""
    rows = connection.execute(asked.order_by(ROW.id)).all()
    digests: dict[int, list[str]] = {row.id: [] for row in rows}
    held = select(DIGEST.withdrawal, DIGEST.digest).order_by(DIGEST.digest)
    among = DIGEST.withdrawal.in_(asked.with_only_columns(ROW.id))
    for number, digest in connection.execute(held.where(among)):
        digests[number].append(digest)
    return tuple(tombstone(row, digests[row.id]) for row in rows)


def tombstone(row: AnyRow, digests: Iterable[str]) -> Tombstone:
    """A row as a value."""
    return Tombstone(
        number=row.id,
        sequence=row.sequence,
        document_id=row.document_id,
        kind=Kind(row.kind),
        digests=tuple(digests),
        reason=row.reason,
        who=row.who,
        made=row.made,
        until=row.until,
        since=row.since,
        ended=row.ended,
        ended_by=row.ended_by or "",
        erased=row.erased,
        replaced=bool(row.replaced),
    )
