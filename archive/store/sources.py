"""The pages of each source, and the lines of some of them: what shows what a source repeats.

Of each source, the lines of SAMPLE_PAGES documents are remembered: those with the lowest ids. An
id is a digest, so this is a fair sample of its pages from all years; it is the same in whatever
order they came, it cannot count a page twice, and it bounds what is stored.
"""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, bindparam, func, select, true

from archive.page_lines import KeptProfile, PageLines
from archive.records import Count
from archive.store.schema import source_lines, source_pages, source_profiles

# Enough to see a line that stands on one page in ten; some 2 KB a page.
SAMPLE_PAGES = 256

PAGE = source_pages.c
LINES = source_lines.c

SAMPLE = (
    select(LINES.lines)
    .where(LINES.source == bindparam("source"))
    .order_by(LINES.document_id)
    .limit(SAMPLE_PAGES)
)
LAST_OF_SAMPLE = (
    select(LINES.document_id)
    .where(LINES.source == bindparam("source"))
    .order_by(LINES.document_id)
    .limit(1)
    .offset(SAMPLE_PAGES - 1)
)
FORGET_REST = source_lines.delete().where(
    LINES.source == bindparam("source"), LINES.document_id > bindparam("last")
)


def sample(connection: Connection, source: str) -> tuple[bytes, ...]:
    """The remembered lines of a source's pages, as they were given."""
    return tuple(connection.scalars(SAMPLE, {"source": source}))


def put_lines(connection: Connection, pages: Mapping[str, PageLines]) -> None:
    """Replace what is remembered of these documents, and keep the samples in their bounds."""
    if not pages:
        return
    before = {"ids": list(pages)}
    for table in (source_lines, source_pages):
        connection.execute(
            table.delete().where(table.c.document_id.in_(bindparam("ids", expanding=True))), before
        )
    connection.execute(
        source_pages.insert(),
        [{"document_id": id, "source": page.source} for id, page in pages.items()],
    )
    known = [
        {"document_id": id, "source": page.source, "lines": page.lines}
        for id, page in pages.items()
        if page.source and page.lines
    ]
    if known:
        connection.execute(source_lines.insert(), known)
    prune(connection, {page.source for page in pages.values()})


def prune(connection: Connection, sources: Iterable[str]) -> None:
    """Forget the lines of pages beyond each source's sample."""
    for source in sources:
        last = connection.scalar(LAST_OF_SAMPLE, {"source": source})
        if last is not None:
            connection.execute(FORGET_REST, {"source": source, "last": last})


def profile(connection: Connection, source: str) -> KeptProfile | None:
    """What an ingest last knew of a source, or None."""
    question = select(source_profiles.c.pages, source_profiles.c.profile)
    row = connection.execute(question.where(source_profiles.c.source == source)).first()
    return KeptProfile(row.pages, row.profile) if row else None


def put_profiles(connection: Connection, made: Mapping[str, KeptProfile]) -> None:
    """Replace what is kept of these sources."""
    if made:
        forget_profiles(connection, made)
        connection.execute(
            source_profiles.insert(),
            [
                {"source": source, "pages": one.pages, "profile": one.packed}
                for source, one in made.items()
            ],
        )


def forget_profiles(connection: Connection, sources: Iterable[str]) -> None:
    """Forget what is kept of these sources."""
    named = source_profiles.c.source.in_(bindparam("sources", expanding=True))
    connection.execute(source_profiles.delete().where(named), {"sources": list(sources)})


def counts(connection: Connection) -> tuple[Count, ...]:
    """Each source and how many documents it has, by name; "" for pages of none."""
    rows = connection.execute(
        select(PAGE.source, func.count()).group_by(PAGE.source).order_by(PAGE.source)
    )
    return tuple((source, count) for source, count in rows)


def count(connection: Connection, source: str, not_in: int | None) -> int:
    """How many documents a source has, but for those that this run has gone over already."""
    question = select(func.count()).where(PAGE.source == source, is_left(not_in))
    return connection.scalar(question) or 0


def is_left(not_in: int | None) -> ColumnElement[bool]:
    """Whether a run has not gone over a document; always where no run is named."""
    return true() if not_in is None else PAGE.run.is_distinct_from(not_in)


def ids(
    connection: Connection, source: str, after: str, most: int, not_in: int | None
) -> Sequence[str]:
    """The next ids of a source's documents, at most so many, after one in order.

    not_in: leave out those that this run has gone over already
    """
    question = select(PAGE.document_id).where(
        PAGE.source == source, PAGE.document_id > after, is_left(not_in)
    )
    return connection.scalars(question.order_by(PAGE.document_id).limit(most)).all()
