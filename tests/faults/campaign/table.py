"""The sums of a campaign as a table, for the terminal and for docs/faults.md."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tests.faults.campaign.outcome import KINDS, Sum
from tests.faults.campaign.rows import Row
from tests.faults.campaign.state import State

BEGIN, END = "<!-- table: make faults DOCS=1 -->", "<!-- end of table -->"
HEAD = ("what is tried", "tries", "lost", "torn", "undetected", "tracebacks", "slow")
MOST_FAULTS = 40


def table(rows: Iterable[Row], state: State) -> str:
    """The table, as Markdown."""
    lines = [HEAD, ("---", *["---:"] * (len(HEAD) - 1))]
    total = Sum()
    for row in rows:
        held = state.of(row.name)
        lines.append(cells(row.name, held))
        total.tries += held.tries
        total.faults += held.faults
    lines.append(cells("all", total))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def cells(name: str, held: Sum) -> tuple[str, ...]:
    """A row of it."""
    if held.skipped and not held.tries:
        return (f"{name} (skipped: {held.skipped})", "0", *["–"] * len(KINDS))
    return (name, f"{held.tries:,}", *(f"{held.count(kind):,}" for kind in KINDS))


def faults(rows: Iterable[Row], state: State) -> str:
    """What was found, one a line."""
    found = [f"{f.kind}: {row.name}: {f.what}" for row in rows for f in state.of(row.name).faults]
    more = [f"… and {len(found) - MOST_FAULTS} more"] if len(found) > MOST_FAULTS else []
    return "\n".join([*found[:MOST_FAULTS], *more])


def write(page: Path, made: str, version: str) -> None:
    """Put the table into the page, with its date."""
    text = page.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    told = f"{date.today():%-d %B %Y}, Fonds at {version}:"
    page.write_text(f"{before}{BEGIN}\n{told}\n\n{made}\n{END}{after}", "utf-8")
