"""The rows of the database as the making left them: what is stored stays as it is."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

# Each golden, and what it keeps.
KEPT = {
    "schema.jsonl": "SELECT type, name, sql FROM sqlite_master ORDER BY type, name",
    "refusals.jsonl": "SELECT origin, reason, mend, offset, digest, first_seen, last_seen, run"
    " FROM refusals ORDER BY origin, reason",
    "bodies.jsonl": "SELECT digest, bytes_count FROM bodies ORDER BY digest",
    **{
        f"{table}.jsonl": f"SELECT * FROM {table} ORDER BY 1, 2"
        for table in (
            "captures",
            "copy_texts",
            "corrections",
            "documents",
            "removed_lines",
            "runs",
            "schema_versions",
            "source_lines",
            "source_pages",
            "withdrawals",
            "withdrawn_digests",
            "withheld",
        )
    },
    # What is made of the words of reasons changes with them, so it stands by itself.
    "seals.jsonl": "SELECT 'captures' AS of, id, ledger_seal AS checksum FROM captures"
    " UNION ALL SELECT 'documents', id, seal FROM documents"
    " UNION ALL SELECT 'withheld', document_id, seal FROM withheld"
    " UNION ALL SELECT 'refusals', origin, key FROM refusals ORDER BY 1, 2, 3",
}
SEALS = frozenset({"ledger_seal", "seal"})
# Columns with JSON in them.
IN_JSON = frozenset(
    {
        "authors",
        "evidence",
        "flags",
        "inputs",
        "places",
        "supplied",
        "years_mentioned",
    }
)

# Of the older archive that was brought to today's schema, these.
OF_OLD = {
    f"old-{name}": KEPT[name]
    for name in ("captures.jsonl", "documents.jsonl", "schema_versions.jsonl", "seals.jsonl")
}


def kept(database: Path, name: str) -> Iterator[dict[str, object]]:
    """The rows of a golden, by column."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        found = connection.execute((KEPT | OF_OLD)[name])
        columns = [column[0] for column in found.description]
        for row in found:
            yield shown(dict(zip(columns, row, strict=True)))


def shown(row: Mapping[str, object]) -> dict[str, object]:
    """A row as JSON: what is packed as its digest, what is JSON unpacked, seals left out."""
    return {column: value_of(column, value) for column, value in row.items() if column not in SEALS}


def value_of(column: str, value: object) -> object:
    """One value of a row; `rows` has rows of the other tables in it."""
    if isinstance(value, bytes):
        return f"SHA-256 {hashlib.sha256(value).hexdigest()}"
    if column == "rows" and isinstance(value, str):
        return {name: [shown(row) for row in rows] for name, rows in json.loads(value).items()}
    if column in IN_JSON and isinstance(value, str):
        return json.loads(value, strict=False)  # older archives hold control characters
    return value
