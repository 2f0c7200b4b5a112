"""Texts that documents share, and which of them are near-copies.

A document's text is known by its key (`same_text`). A text that is long enough to have near-copies
has a row with its sketch and its group's leader; a leader's own key is its group's name. Each of
its bands has a row by which texts that may be near are found; those of leaders stand apart, as few
of many copies lead.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import BindParameter, Connection, bindparam, exists, func, select

from archive.store.reading import no_document
from archive.store.rows import AnyRow
from archive.store.schema import copy_bands, copy_texts, documents, waiting_texts
from archive.store.transaction import Transaction

# In one question; SQLite's own bound is 32,766 (https://www.sqlite.org/limits.html).
BANDS_AT_ONCE = 5_000

TEXT = copy_texts.c
BAND = copy_bands.c
DOCUMENT = documents.c

KEYS: BindParameter[list[str]] = bindparam("keys", expanding=True)
KEPT = select(TEXT.key, TEXT.sketch, TEXT.phrases, TEXT.leader)
KNOWN = KEPT.where(TEXT.key.in_(KEYS))
WITH_BAND = (
    select(BAND.key)
    .where(
        BAND.band.in_(bindparam("bands", expanding=True)),
        BAND.leads.in_(bindparam("leads", expanding=True)),
    )
    .distinct()
)
SHARING = KEPT.where(TEXT.key.in_(WITH_BAND)).order_by(TEXT.key)
ONE_OF_EACH = (
    select(func.min(DOCUMENT.id)).where(DOCUMENT.same_text.in_(KEYS)).group_by(DOCUMENT.same_text)
)
TEXTS = select(DOCUMENT.same_text, DOCUMENT.text).where(DOCUMENT.id.in_(ONE_OF_EACH))


def members(connection: Connection, document_id: str) -> Sequence[AnyRow]:
    """(id, key, share) of the documents of a document's group, by id; none where it has no group.

    Raise DocumentNotFound.
    """
    with_text = documents.join(copy_texts, TEXT.key == DOCUMENT.same_text, isouter=True)
    group = select(func.coalesce(TEXT.leader, DOCUMENT.same_text)).select_from(with_text)
    found = connection.execute(group.where(DOCUMENT.id == document_id)).first()
    if found is None:
        raise no_document(connection, document_id)
    name = found[0]
    keys = connection.scalars(select(TEXT.key).where(TEXT.leader == name)).all() or [name]
    rows = select(DOCUMENT.id, DOCUMENT.same_text, func.coalesce(TEXT.share, 1.0))
    wanted = rows.select_from(with_text).where(DOCUMENT.same_text.in_(KEYS))
    return connection.execute(wanted.order_by(DOCUMENT.id), {"keys": keys}).all()


def waiting(connection: Connection, most: int) -> Sequence[str]:
    """The first texts that wait, in order."""
    row = waiting_texts.c
    return connection.scalars(select(row.key).order_by(row.key).limit(most)).all()


def unused(connection: Connection, most: int) -> Sequence[str]:
    """The first texts that wait and that no document has, in order."""
    key = waiting_texts.c.key
    unused = ~exists().where(DOCUMENT.same_text == key)
    return connection.scalars(select(key).where(unused).order_by(key).limit(most)).all()


def done(connection: Connection, keys: Collection[str]) -> None:
    """Let texts wait no longer."""
    connection.execute(waiting_texts.delete().where(waiting_texts.c.key.in_(KEYS)), {"keys": keys})


def texts(connection: Connection, keys: Collection[str]) -> dict[str, str]:
    """The text of a document of each key."""
    rows = connection.execute(TEXTS, {"keys": list(keys)})
    return {row.same_text: row.text for row in rows}


def known(connection: Connection, keys: Collection[str]) -> Sequence[AnyRow]:
    """The rows of these texts."""
    return connection.execute(KNOWN, {"keys": list(keys)}).all()


def sharing(connection: Connection, bands: Sequence[int], *, leading: bool) -> Sequence[AnyRow]:
    """The texts with one of these bands, by key,."""
    leads = [True] if leading else [True, False]
    return connection.execute(SHARING, {"bands": bands, "leads": leads}).all()


def met(connection: Connection, bands: Sequence[int]) -> Sequence[int]:
    """Those of these bands that a text has."""
    found: list[int] = []
    for start in range(0, len(bands), BANDS_AT_ONCE):
        some = bands[start : start + BANDS_AT_ONCE]
        found += connection.scalars(select(BAND.band).where(BAND.band.in_(some)).distinct())
    return found


def remove(connection: Connection, key: str, bands: Sequence[int]) -> None:
    """Forget a text."""
    connection.execute(copy_bands.delete().where(BAND.band.in_(bands), BAND.key == key))
    connection.execute(copy_texts.delete().where(TEXT.key == key))


def mark(connection: Connection, key: str, bands: Sequence[int], *, leads: bool) -> None:
    """Keep a text's bands among those of leaders, or of the others."""
    rows = copy_bands.update().where(BAND.band.in_(bands), BAND.key == key)
    connection.execute(rows.values(leads=leads))


def join(writing: Transaction, key: str, leader: str, share: float) -> None:
    """Put a text into a group; raise its documents' numbers where it was in another."""
    connection = writing.connection
    before = connection.scalar(select(TEXT.leader).where(TEXT.key == key)) or key
    row = copy_texts.update().where(TEXT.key == key)
    connection.execute(row.values(leader=leader, share=share))
    if before == leader:
        return
    ids = select(DOCUMENT.id).where(DOCUMENT.same_text == key).order_by(DOCUMENT.id)
    for id in connection.scalars(ids).all():
        changed = documents.update().where(DOCUMENT.id == id)
        connection.execute(changed.values(sequence=writing.next_sequence()))
