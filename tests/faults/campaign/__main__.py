"""The campaign of faults: `make faults`, `make faults MINUTES=5 ONLY=kills`.

Every try has a number, and is the same whenever it is made again. They are made in turns, so that
a campaign that is cut off has tried some of everything; the next one goes on from there.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.faults.campaign.rows import rows
from tests.faults.campaign.running import campaign
from tests.faults.campaign.state import State
from tests.faults.campaign.table import faults, table, write

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "faults.md"


def main() -> None:
    """Go on until all is tried or the time is over; status 1 where a fault was found."""
    asked = read_arguments()
    chosen = [row for row in rows() if asked.only in ("", row.group, row.name)]
    if not chosen:
        sys.exit(
            f"no rows are called {asked.only!r}: {', '.join(sorted({r.group for r in rows()}))}"
        )
    state = State(Path(asked.state), version())
    with tempfile.TemporaryDirectory(prefix="fonds-faults-", ignore_cleanup_errors=True) as place:
        campaign(chosen, state, Path(place), asked.minutes * 60, asked.jobs)
    made = table(chosen, state)
    print(made)
    if found := faults(chosen, state):
        print(f"\n{found}")
    left = sum(row.count - state.of(row.name).done for row in chosen)
    print(
        f"\n{left:,} tries are left: the same command goes on with them."
        if left
        else "\nAll tried."
    )
    if asked.docs:
        write(PAGE, made, version())
    sys.exit(1 if found else 0)


def read_arguments() -> argparse.Namespace:
    """What is asked for."""
    parser = argparse.ArgumentParser(prog="make faults", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--only", default="", help="a group of rows, or a row's name")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--state", default=str(ROOT / ".faults.json"))
    parser.add_argument("--docs", action="store_true", help="write the table into docs/faults.md")
    return parser.parse_args()


def version() -> str:
    """The commit that is tried: what another one did does not count for it."""
    told = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return told.stdout.strip() or "an unknown commit"


if __name__ == "__main__":
    main()
