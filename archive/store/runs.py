"""Runs: each ingest, with how many pages had which fate."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, select

from archive.characters import fact
from archive.errors import ArchiveError
from archive.records import Run
from archive.store.as_json import as_json
from archive.store.rows import AnyRow
from archive.store.schema import runs


def begin_run(connection: Connection, command: str, inputs: Sequence[str]) -> int:
    """Open a run; its id."""
    row = {
        "started": datetime.now(UTC),
        "command": fact(command),
        "inputs": as_json([fact(path) for path in inputs]),
    }
    key = connection.execute(runs.insert(), row).inserted_primary_key
    assert key is not None  # noqa: S101  (an insert of one row has one)
    number: int = key[0]
    return number


def finish_run(connection: Connection, run: int) -> Run:
    """Close a run."""
    connection.execute(runs.update().where(runs.c.id == run).values(finished=datetime.now(UTC)))
    row = connection.execute(select(runs).where(runs.c.id == run)).first()
    if row is None:
        raise ArchiveError(f"There is no run {run}; begin one first.")
    return run_from(row)


def all_runs(connection: Connection) -> tuple[Run, ...]:
    """Every run, oldest first."""
    return tuple(run_from(row) for row in connection.execute(select(runs).order_by(runs.c.id)))


def run_from(row: AnyRow) -> Run:
    """A run's row as a value."""
    return Run(
        id=row.id,
        started=row.started,
        finished=row.finished,
        command=row.command,
        inputs=tuple(json.loads(row.inputs)),
        new=row.new,
        changed=row.changed,
        same=row.same,
        refused=row.refused,
        passed_over=row.passed_over,
    )
