"""The documents of one commit as rows of arrays, whichever engine keeps them."""

from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from indexer.engines.matches.column import Column


class Columns(Protocol):
    """What has the values of facets."""

    def column(self, name: str) -> Column:
        """The values of a facet."""
        ...


class Rows(Columns, Protocol):
    """What orders, folds and dates matches."""

    @property
    def records(self) -> npt.NDArray[Any]:
        """By row, at least id, earliest, latest, group and reached (see schema.RECORD)."""
        ...

    @property
    def ranks(self) -> npt.NDArray[np.int64]:
        """The place of each row in the order of ids."""
        ...

    @property
    def months(self) -> npt.NDArray[np.int64]:
        """See dates.months."""
        ...

    @property
    def years(self) -> npt.NDArray[np.int64]:
        """See dates.years."""
        ...

    @property
    def reached(self) -> int:
        """The archive's sequence number of the commit."""
        ...
