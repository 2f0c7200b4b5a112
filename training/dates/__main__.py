"""`python -m training.dates fit|folds`: make the chooser's weights, or measure them by folds."""

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from indexer.metadata.published import weights as shipped
from training.caching import cached
from training.dates.fit import fit_without, line_rows
from training.dates.folds import table, verdicts
from training.dates.pages import read_pages


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command."""
    cli = argparse.ArgumentParser(prog="python -m training.dates", description=__doc__)
    cli.add_argument("command", choices=["fit", "folds"])
    cli.add_argument("--bench", type=Path, default=Path("../shared/bench/cleaning"))
    cli.add_argument("--jobs", type=int, default=2)
    cli.add_argument("--out", type=Path, default=Path(shipped.__file__).parent / shipped.FILE)
    cli.add_argument("--cache", type=Path, help="a file of your own that keeps the pages as read")
    given = cli.parse_args(arguments)
    pages = cached(given.cache, partial(read_pages, given.bench, given.jobs))
    if given.command == "folds":
        print(table(pages, verdicts(pages)))
        return
    with given.out.open("wb") as file:
        shipped.write(fit_without(pages, line_rows(pages), None), file)
    print(f"{given.out.name}: {given.out.stat().st_size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
