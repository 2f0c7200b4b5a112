"""What each rule took, counted and sampled in the database."""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    Subquery,
    and_,
    cast,
    func,
    or_,
    select,
)

from archive.corrections import WITHDRAWN
from archive.records import Sample, Toll
from archive.store.rows import AnyRow
from archive.store.schema import corrections, documents, removed_lines

LINE = removed_lines.c

# A sample shows so much of its line: two lines of a terminal, some four of a narrow one.
SAMPLE_CHARS = 300

# Likelihoods are most doubtful here; doubts are told apart by thousandths.
EVEN = 0.5
DOUBT_STEPS = 1000

# What fits beside a doubt in 64 bits: captures of an archive, removed lines of a page.
CAPTURES = 1_000_000_000
POSITIONS = 10_000_000


def tolls(
    connection: Connection,
    *,
    rule: str | None = None,
    source: str | None = None,
    most: int = 3,
    doubtful: Collection[str] = (),
) -> tuple[Toll, ...]:
    """What each rule took, that which took most first.

    rule:     only this one; source: only from documents of this source, as they are shown
    most:     how many samples of each kind (most often, rarest) there are at most
    doubtful: the rules whose scores are likelihoods
    """
    wanted = [LINE.rule == rule] if rule is not None else []
    if source is not None:
        wanted.append(of_source(connection, source))
    found = samples(connection, wanted, most, doubtful) if most else {}
    spaces = func.length(LINE.text) - func.length(func.replace(LINE.text, " ", ""))
    counts = (
        select(
            LINE.rule,
            func.count(),
            func.count(documents.c.id.distinct()),
            func.sum(spaces + 1),
        )
        .join(documents, documents.c.capture == LINE.capture)
        .where(*wanted)
        .group_by(LINE.rule)
    )
    return tuple(
        Toll(name, lines, in_documents, words, found.get(name, ()))
        for name, lines, in_documents, words in sorted(
            connection.execute(counts), key=lambda row: (-row[1], row[0])
        )
    )


def of_source(connection: Connection, source: str) -> ColumnElement[bool]:
    """Whether a document is shown as one of this source; corrections are few and read here."""
    stated = select(corrections.c.document_id, corrections.c.value)
    stated = stated.where(corrections.c.field == "source").order_by(corrections.c.id)
    values: dict[str, str] = {}
    for document, value in connection.execute(stated):
        values[document] = value  # the last one holds
    last = {id: json.loads(value) for id, value in values.items() if value != WITHDRAWN}
    moved_here = [document for document, name in last.items() if name == source]
    return or_(
        and_(documents.c.source == source, documents.c.id.not_in(last)),
        documents.c.id.in_(moved_here),
    )


def samples(
    connection: Connection,
    wanted: Sequence[ColumnElement[bool]],
    most: int,
    doubtful: Collection[str],
) -> dict[str, tuple[Sample, ...]]:
    """Samples of each rule, in the order in which they are shown."""
    rows: dict[str, list[AnyRow]] = defaultdict(list)
    for row in connection.execute(chosen(ranked(once(wanted)), most, doubtful)):
        rows[row.rule].append(row)
    return {
        rule: tuple(map(sample_from, sorted(some, key=by_doubt if rule in doubtful else by_count)))
        for rule, some in rows.items()
    }


def by_count(row: AnyRow) -> tuple[int, int]:
    """What was taken most often comes first, of the rare the longest."""
    return (-row.times, int(row.rare))


def by_doubt(row: AnyRow) -> int:
    """The most doubtful comes first."""
    return int(row.key)


def once(wanted: Sequence[ColumnElement[bool]]) -> Subquery:
    """Each different line of a rule once: how often it was taken, and its most doubtful verdict.

    key: doubt, capture and position in one number, so that one pass finds the verdict
    """
    text = func.substr(LINE.text, 1, SAMPLE_CHARS).label("sample")
    doubt = cast(func.abs(func.coalesce(LINE.score, EVEN) - EVEN) * DOUBT_STEPS, BigInteger)
    key = (doubt * CAPTURES + LINE.capture) * POSITIONS + LINE.position
    return (
        select(
            LINE.rule,
            text,
            func.length(LINE.text).label("characters"),
            func.count().label("times"),
            func.min(key).label("key"),
        )
        .join(documents, documents.c.capture == LINE.capture)
        .where(*wanted)
        .group_by(LINE.rule, text)
        .subquery()
    )


def ranked(line: Subquery) -> Subquery:
    """The lines with their places by count, by rarity and by doubt, from 1, within their rule."""
    one = line.c
    return select(
        *one,
        place(one.rule, one.times.desc(), one.key).label("common"),
        place(one.rule, one.times, one.characters.desc(), one.key).label("rare"),
        place(one.rule, one.key).label("doubt"),
    ).subquery()


def place(rule: ColumnElement[str], *order: ColumnElement[int]) -> ColumnElement[int]:
    """A line's place within its rule."""
    number: ColumnElement[int] = func.row_number().over(partition_by=rule, order_by=order)
    return number


def chosen(line: Subquery, most: int, doubtful: Collection[str]) -> Select[*tuple[Any, ...]]:
    """The first lines of each order, with one document that has each."""
    judged = line.c.rule.in_(doubtful)
    often = or_(line.c.common <= most, line.c.rare <= most)
    of_capture = LINE.capture == line.c.key // POSITIONS % CAPTURES
    return (
        select(line, LINE.text, LINE.number, LINE.reason, LINE.score, documents.c.id)
        .join(removed_lines, and_(of_capture, LINE.position == line.c.key % POSITIONS))
        .join(documents, documents.c.capture == LINE.capture)
        .where(or_(and_(judged, line.c.doubt <= 2 * most), and_(~judged, often)))
    )


def sample_from(row: AnyRow) -> Sample:
    """A sample as the records tell it."""
    text = row.text[:SAMPLE_CHARS]
    cut = len(row.text) - len(text)
    return Sample(text, cut, row.times, row.id, row.number, row.reason, row.score)
