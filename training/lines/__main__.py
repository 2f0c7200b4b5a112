"""`python -m training.lines fit|folds`: make the judge's weights, or measure them by folds."""

import argparse
import pickle
import sys
from collections.abc import Sequence
from pathlib import Path

from indexer.cleaning.judge import weights as shipped
from indexer.cleaning.judge.features import names_of
from indexer.cleaning.judge.shape import Floats
from training.lines.fit import fit, weights_of
from training.lines.folds import likelihoods, table
from training.lines.pages import Learned, bench, read_pages
from training.lines.rows import all_features, scores_without, tallies, training_rows
from training.lines.scores import Tally


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command."""
    cli = argparse.ArgumentParser(prog="python -m training.lines", description=__doc__)
    cli.add_argument("command", choices=["fit", "folds"])
    cli.add_argument("--bench", type=Path, default=Path("../shared/bench/cleaning"))
    cli.add_argument("--jobs", type=int, default=2)
    cli.add_argument("--out", type=Path, default=Path(shipped.__file__).parent / shipped.FILE)
    cli.add_argument("--cache", type=Path, help="a file of your own that keeps the pages as read")
    given = cli.parse_args(arguments)
    pages = cached_pages(given.bench, given.cache, given.jobs)
    totals = tallies(pages, given.jobs)
    features = all_features(pages, totals, given.jobs)
    if given.command == "folds":
        judged = likelihoods(pages, features, given.jobs)
        print(table(pages, judged, bench(given.bench).word_f1))
    else:
        write_weights(pages, totals, features, given.out)


def cached_pages(folder: Path, cache: Path | None, jobs: int) -> list[Learned]:
    """The pages, read anew unless a cache (never one from strangers) has them."""
    if cache is not None and cache.exists():
        pages: list[Learned] = pickle.loads(cache.read_bytes())  # noqa: S301 - its own file
        return pages
    pages = read_pages(folder, jobs)
    if cache is not None:
        cache.write_bytes(pickle.dumps(pages))
    return pages


def write_weights(
    pages: Sequence[Learned], totals: Sequence[Tally], features: Sequence[Floats], out: Path
) -> None:
    """Fit on all pages, and write what the judge ships."""
    trees = fit(*training_rows(pages, features, None))
    made = weights_of(trees, scores_without(totals, None), names_of())
    with out.open("wb") as file:
        shipped.write(made, file)
    print(f"{out.name}: {out.stat().st_size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
