"""How many of the found documents were published in each year and month."""

import numpy as np

from indexer.engine import Histogram, Period
from indexer.engines.matches.arrays import Mask
from indexer.engines.matches.dates import MONTHS, NO_DATE, WIDER, Periods
from indexer.engines.matches.rows import Rows


def histogram(rows: Rows, found: Mask, in_any_year: Mask) -> Histogram:
    """Months of what was found; years of the same as if no year were selected."""
    months = rows.months[found]
    return Histogram(
        years=tuple(Period(f"{n:04}", c) for n, c in counts(rows.years[in_any_year])),
        months=tuple(Period(f"{n // MONTHS:04}-{n % MONTHS + 1:02}", c) for n, c in counts(months)),
        uncertain=int(np.count_nonzero(months == WIDER)),
        undated=int(np.count_nonzero(months == NO_DATE)),
    )


def counts(periods: Periods) -> list[tuple[int, int]]:
    """Each period with how often it stands, ascending."""
    found = np.bincount(periods[periods >= 0])
    here = np.flatnonzero(found)
    return list(zip(here.tolist(), found[here].tolist(), strict=True))
