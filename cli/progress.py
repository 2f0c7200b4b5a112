"""How far a long work has come: a bar on a terminal, a line now and then in a pipe."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePath

from cli.output import one_line, say

# How many are done, how many of them were refused, and the last one's origin.
Update = Callable[[int, int, str], None]
# Of so many that are done: how much that is of all, 0-1; None where nobody knows.
Share = Callable[[int], float | None]

SECONDS_BETWEEN_LINES = 10.0


@contextmanager
def bar(what: str, share: Share) -> Iterator[Update]:
    """Show on stderr how far the block has come.

    what: "Reading pages"
    """
    if sys.stderr.isatty():
        with on_terminal(what, share) as update:
            yield update
    else:
        yield Lines(what, share).update


def of_all(total: int) -> Share:
    """The share where it is known how many there are."""
    return lambda done: min(done / total, 1.0) if total else None


@contextmanager
def on_terminal(what: str, share: Share) -> Iterator[Update]:
    """A bar that is gone at the end."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[told]}", markup=False),
        TextColumn("{task.fields[last]}", markup=False),
    )
    clock = Clock()
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=None, told="", last="")

        def update(done: int, refused: int, last: str) -> None:
            part = share(done)
            shown.update(
                task,
                total=None if part is None else 1.0,
                completed=part or 0.0,
                told=clock.told(done, refused, part),
                last=one_line(PurePath(last).name)[:40],
            )

        yield update


class Lines:
    """A line every ten seconds, so that a log tells that the work goes on."""

    def __init__(self, what: str, share: Share) -> None:
        self._what = what
        self._share = share
        self._clock = Clock()
        self._told = time.monotonic()

    def update(self, done: int, refused: int, last: str) -> None:
        """Tell, where it is time."""
        now = time.monotonic()
        if now - self._told >= SECONDS_BETWEEN_LINES:
            self._told = now
            say(f"{self._what}: {self._clock.told(done, refused, self._share(done))}; at {last}")


@dataclass(frozen=True, slots=True)
class Clock:
    """What can be told of a work that began some time ago."""

    began: float = field(default_factory=lambda: time.monotonic())

    def told(self, done: int, refused: int, share: float | None) -> str:
        """ "1,200 pages, 85 a second, 3 refused, 41 %, about 3 min left"."""
        spent = max(time.monotonic() - self.began, 0.001)
        parts = [f"{done:,} page{'' if done == 1 else 's'}", f"{done / spent:,.0f} a second"]
        if refused:
            parts.append(f"{refused:,} refused")
        if share is not None:
            parts.append(f"{share:.0%}")
        if share and share < 1:
            parts.append(f"about {duration(spent * (1 - share) / share)} left")
        return ", ".join(parts)


def duration(seconds: float) -> str:
    """ "40 s", "3 min", "2 h 5 min"."""
    minutes = round(seconds / 60)
    if minutes < 2:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
