"""In which month or year the whole range of each document's date lies."""

import numpy as np
import numpy.typing as npt

from indexer.engines.matches.entry import NO_EARLIEST, NO_LATEST, UNDATED

# In place of a month or year: the range is wider than one, or there is no date.
WIDER, NO_DATE = -1, -2

MONTHS = 12
EPOCH_YEAR = 1970
EPOCH_DAY = 719_163  # date(1970, 1, 1).toordinal()

Days = npt.NDArray[np.int32]
Periods = npt.NDArray[np.int64]


def months(earliest: Days, latest: Days) -> Periods:
    """Year * 12 + month - 1, WIDER or NO_DATE; days as RECORD keeps them."""
    return within_one(earliest, latest, month_of(earliest), month_of(latest))


def years(earliest: Days, latest: Days) -> Periods:
    """The year, WIDER or NO_DATE; days as RECORD keeps them."""
    return within_one(earliest, latest, month_of(earliest) // MONTHS, month_of(latest) // MONTHS)


def within_one(earliest: Days, latest: Days, first: Periods, last: Periods) -> Periods:
    """The period that begins and ends a range, where it is one."""
    is_one = (first == last) & (earliest != NO_EARLIEST) & (latest != NO_LATEST)
    periods: Periods = np.where(earliest == UNDATED, NO_DATE, np.where(is_one, first, WIDER))
    return periods


def month_of(days: Days) -> Periods:
    """Year * 12 + month - 1 of days as date.toordinal() numbers them."""
    since_epoch = (days.astype(np.int64) - EPOCH_DAY).astype("datetime64[D]")
    found: Periods = since_epoch.astype("datetime64[M]").astype(np.int64) + EPOCH_YEAR * MONTHS
    return found
