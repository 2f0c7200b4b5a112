"""`python -m training.dates fit|folds`: make the chooser's weights, or measure them by folds."""

import argparse
import pickle
import sys
from collections.abc import Sequence
from pathlib import Path

from indexer.metadata.published import weights as shipped
from training.dates.fit import fit_without, line_rows
from training.dates.folds import table, verdicts
from training.dates.pages import Dated, read_pages


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command."""
    cli = argparse.ArgumentParser(prog="python -m training.dates", description=__doc__)
    cli.add_argument("command", choices=["fit", "folds"])
    cli.add_argument("--bench", type=Path, default=Path("../shared/bench/cleaning"))
    cli.add_argument("--jobs", type=int, default=2)
    cli.add_argument("--out", type=Path, default=Path(shipped.__file__).parent / shipped.FILE)
    cli.add_argument("--cache", type=Path, help="a file of your own that keeps the pages as read")
    given = cli.parse_args(arguments)
    pages = cached_pages(given.bench, given.cache, given.jobs)
    if given.command == "folds":
        print(table(pages, verdicts(pages)))
        return
    with given.out.open("wb") as file:
        shipped.write(fit_without(pages, line_rows(pages), None), file)
    print(f"{given.out.name}: {given.out.stat().st_size:,} bytes", file=sys.stderr)


def cached_pages(folder: Path, cache: Path | None, jobs: int) -> list[Dated]:
    """The pages, read anew unless a cache (never one from strangers) has them."""
    if cache is not None and cache.exists():
        pages: list[Dated] = pickle.loads(cache.read_bytes())  # noqa: S301 - its own file
        return pages
    pages = read_pages(folder, jobs)
    if cache is not None:
        cache.write_bytes(pickle.dumps(pages))
    return pages


if __name__ == "__main__":
    main()
