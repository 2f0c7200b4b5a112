"""The tries of a campaign, made in turns in several processes."""

import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from multiprocessing import get_context
from pathlib import Path

from tests.faults.campaign.outcome import Fault, Outcome
from tests.faults.campaign.rows import Row, rows
from tests.faults.campaign.state import State

# Between two lines that say how far it is.
SECONDS_BETWEEN_LINES = 20.0


def campaign(chosen: Sequence[Row], state: State, place: Path, most_s: float, jobs: int) -> None:
    """Make tries in other processes; what is done is kept every few seconds."""
    ends, told = time.monotonic() + most_s, time.monotonic()
    waiting = turns(chosen, state)
    running: dict[Future[Outcome], Row] = {}
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        while True:
            while len(running) < jobs and time.monotonic() < ends and (one := next(waiting, None)):
                row, number = one
                running[pool.submit(tried, row.name, number, place)] = row
            if not running:
                break
            done, _ = wait(running, timeout=5, return_when=FIRST_COMPLETED)
            for future in done:
                state.of(running.pop(future).name).add(future.result())
            state.keep()
            if time.monotonic() - told > SECONDS_BETWEEN_LINES:
                told = time.monotonic()
                print(progress(chosen, state, ends - told), file=sys.stderr, flush=True)


def turns(chosen: Sequence[Row], state: State) -> Iterator[tuple[Row, int]]:
    """The tries that are left, of each row about as large a part at any time."""
    left = [
        ((number + 0.5) / row.count, place, row, number)
        for place, row in enumerate(chosen)
        for number in range(state.of(row.name).done, row.count)
    ]
    for _, _, row, number in sorted(left, key=lambda one: one[:2]):
        yield row, number


def tried(name: str, number: int, place: Path) -> Outcome:
    """One try, in a process of the pool; what goes wrong in the campaign itself counts as torn."""
    own = place / f"process-{os.getpid()}"
    own.mkdir(exist_ok=True)
    (row,) = (row for row in rows() if row.name == name)
    try:
        return row.tried(number, own)
    # The edge of the process: the next try goes on, and nothing that was found is kept back.
    except Exception as error:
        told = f"try {number}: {type(error).__name__}: {error}"[:500]
        return Outcome((Fault("torn", told),))
    finally:
        for left in own.glob("try-*"):
            shutil.rmtree(left, ignore_errors=True)


def progress(chosen: Sequence[Row], state: State, left_s: float) -> str:
    """How far it is, in a line."""
    done = sum(state.of(row.name).done for row in chosen)
    found = sum(len(state.of(row.name).faults) for row in chosen)
    every = sum(row.count for row in chosen)
    return f"{done:,} of {every:,} tries, {found:,} faults, {max(0, left_s) / 60:.0f} minutes left"
