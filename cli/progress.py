"""A bar on a terminal, nothing in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePath

from cli.output import one_line

Update = Callable[[int, str], None]


@contextmanager
def bar(what: str, total: Callable[[], int]) -> Iterator[Update | None]:
    """A progress bar on stderr while the block runs; None where stderr is no terminal.

    `total` is asked only where a bar is shown. The update takes how many are done, and the last.
    """
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[last]}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=total(), last="")

        def update(done: int, last: str) -> None:
            shown.update(task, completed=done, last=one_line(PurePath(last).name)[:40])

        yield update
