"""`python -m training.lines fit|folds|check`: make the judge's weights, measure or prove them."""

import argparse
import hashlib
import io
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from indexer.cleaning.judge import weights as shipped
from indexer.cleaning.judge.opinions import all_names
from indexer.cleaning.judge.shape import Floats
from indexer.cleaning.judge.weights import Weights
from training.caching import cached
from training.lines.fit import fit_first, fit_second
from training.lines.folds import table
from training.lines.nested import first_opinions, held_out, second_rows, singles
from training.lines.pages import Learned, bench, read_pages
from training.lines.rows import all_features, scores_without, tallies, training_rows
from training.lines.scores import Tally


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command."""
    cli = argparse.ArgumentParser(prog="python -m training.lines", description=__doc__)
    cli.add_argument("command", choices=["fit", "folds", "check"])
    cli.add_argument("--bench", type=Path, default=Path("../shared/bench/cleaning"))
    cli.add_argument("--jobs", type=int, default=2)
    cli.add_argument("--out", type=Path, default=Path(shipped.__file__).parent / shipped.FILE)
    cli.add_argument("--cache", type=Path, help="a file of your own that keeps the pages as read")
    given = cli.parse_args(arguments)
    pages = cached(given.cache, partial(read_pages, given.bench, given.jobs))
    totals = tallies(pages, given.jobs)
    features = all_features(pages, totals, given.jobs)
    if given.command == "folds":
        judged = held_out(pages, features, given.jobs)
        print(table(pages, judged, bench(given.bench).word_f1))
        return
    made = fitted(pages, totals, features, given.jobs)
    digest = hashlib.sha256(made).hexdigest()
    print(f"{given.out.name}: {len(made):,} bytes, SHA-256 {digest}", file=sys.stderr)
    if given.command == "fit":
        given.out.write_bytes(made)
    elif given.out.read_bytes() != made:
        sys.exit(f"{given.out}: other weights than these pages and this program give")


def fitted(
    pages: Sequence[Learned], totals: Sequence[Tally], features: Sequence[Floats], jobs: int
) -> bytes:
    """The weights fitted on all pages, as the judge ships them; the same each time."""
    groups = first_opinions(pages, features, singles(), jobs)
    opinions = {at: likely for group in groups.values() for at, likely in group.items()}
    made = Weights(
        fit_first(*training_rows(pages, features, frozenset())),
        fit_second(*second_rows(pages, features, opinions)),
        scores_without(totals, None),
        all_names(),
    )
    file = io.BytesIO()
    shipped.write(made, file)
    return file.getvalue()


if __name__ == "__main__":
    main()
