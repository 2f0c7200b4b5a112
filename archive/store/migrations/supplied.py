"""Schema 6: what was supplied with a capture names who says it, and documents name no other."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, bindparam, select

from archive.characters import whole
from archive.document import Evidence
from archive.store.as_json import as_json
from archive.store.column_types import exact, restored, storable
from archive.store.migrations.stated import NOTED, is_in_web_archive, typed
from archive.store.rows import AnyRow, Values, listed
from archive.store.schema import documents
from archive.store.seals import OF_DOCUMENT, seal_of_document
from archive.store.supplied import supplied_text
from archive.supplied import Supplied

RENAME = ("ALTER TABLE captures RENAME COLUMN stated TO supplied",)
SOME = """
    SELECT c.id, c.origin, c.supplied, r.command FROM captures c LEFT JOIN runs r ON r.id = c.run
    WHERE c.id > ? AND c.supplied <> '{}' ORDER BY c.id LIMIT 1000
"""
PUT = "UPDATE captures SET supplied = ? WHERE id = ?"

DESCRIBED = select(*(exact(documents.c[name]) for name in OF_DOCUMENT), documents.c.seal).where(
    documents.c.capture == bindparam("number")
)
# How evidence named what was stated, before the table of sources added to it.
STATED = re.compile(r"(?:manifest(?: .*?)?|record .*?|ingest --source)(, named in sources\.toml)?")
NOT_UNDERSTOOD = re.compile(r".{1,600}?: (\w+) (“.*” was not understood; .*)", re.DOTALL)

SPOILT = """
    SELECT id FROM documents
    WHERE instr(title || authors || coalesce(source, ''), char(26)) > 0 ORDER BY sequence
"""
SOURCES = ("source_pages", "source_lines")
FORGET_PROFILES = "DELETE FROM source_profiles"


def tell_who_says(connection: Connection) -> None:
    """Type what each capture stated, and name it so in documents where a WARC could pose."""
    last = 0
    while rows := connection.exec_driver_sql(SOME, (last,)).all():
        for row in rows:
            origin, stated = restored(row.origin), json.loads(restored(row.supplied))
            supplied = typed(stated, origin, restored(row.command or ""))
            connection.exec_driver_sql(PUT, (storable(supplied_text(supplied)), row.id))
            if is_in_web_archive(origin):
                describe(connection, row.id, supplied, stated.get(NOTED, ""))
        last = rows[-1].id


def describe(connection: Connection, capture: int, supplied: Supplied, noted: str) -> None:
    """Let the document of this capture name who says its facts."""
    for row in connection.execute(DESCRIBED, {"number": capture}).all():
        changed = named(row, supplied) | {"flags": as_json(flagged(row, supplied, noted))}
        values = {name: row._mapping[name] for name in OF_DOCUMENT} | changed
        if row.seal is None or row.seal == seal_of_document(row._mapping):
            changed["seal"] = seal_of_document(values)
        connection.execute(documents.update().where(documents.c.id == row.id), changed)


def named(row: AnyRow, supplied: Supplied) -> Values:
    """The evidence of a document, with who says each fact."""
    evidence = [Evidence(**one) for one in listed(row.evidence)]
    told = [
        replace(one, finder=finder_of(one.finder, FACT_OF.get(one.field, one.field), supplied))
        for one in evidence
    ]
    places = [
        {**place, "evidence": finder_of(place["evidence"], "place", supplied)}
        for place in listed(row.places)
    ]
    date = row.date_evidence
    return {
        "evidence": as_json([{name: getattr(one, name) for name in one.__slots__} for one in told]),
        "places": as_json(places),
        "date_evidence": None if date is None else finder_of(date, "date", supplied),
    }


FACT_OF = {"language": "lang"}


def finder_of(finder: str, name: str, supplied: Supplied) -> str:
    """A finder as it is, unless it says that this fact was stated."""
    found, fact = STATED.fullmatch(finder), supplied.fact(name)
    return f"{fact.finder}{found[1] or ''}" if found and fact else finder


def flagged(row: AnyRow, supplied: Supplied, noted: str) -> list[str]:
    """The flags, without notes that nobody of ours wrote."""
    return [
        *(said_of(flag, supplied) for flag in listed(row.flags) if flag != noted),
        *supplied.notes,
    ]


def said_of(flag: str, supplied: Supplied) -> str:
    """A flag; where a stated fact was not understood, it names who says that fact."""
    found = NOT_UNDERSTOOD.fullmatch(flag)
    fact = supplied.fact(found[1]) if found else None
    return f"{fact.speaker}: {found[1]} {found[2]}" if found and fact else flag


def clean_sources(connection: Connection) -> None:
    """Halves of characters in the names by which pages of one source are found."""
    for table in SOURCES:
        question = f"SELECT DISTINCT source FROM {table} WHERE instr(source, char(26)) > 0"  # noqa: S608
        put = f"UPDATE {table} SET source = ? WHERE source = ?"  # noqa: S608
        for name in spoilt(connection.exec_driver_sql(question).scalars().all()):
            connection.exec_driver_sql(put, (cleaned(name), name))
            connection.exec_driver_sql(FORGET_PROFILES)


def index_anew(connection: Connection) -> None:
    """Let every index read again what holds halves of characters where it is listed."""
    found = connection.exec_driver_sql(SPOILT).scalars().all()
    last = connection.exec_driver_sql("SELECT max(sequence) FROM documents").scalar() or 0
    for number, id in enumerate(found, start=last + 1):
        connection.exec_driver_sql("UPDATE documents SET sequence = ? WHERE id = ?", (number, id))


def spoilt(names: Iterable[str]) -> list[str]:
    """Those of stored names that hold what no file can hold."""
    return [name for name in names if cleaned(name) != name]


def cleaned(name: str) -> str:
    """A stored name without it."""
    return storable(whole(restored(name)))
