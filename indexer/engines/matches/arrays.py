"""Documents as numbers of their rows, and what is said of each row."""

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint32]
Mask = npt.NDArray[np.bool_]
Scores = npt.NDArray[np.float64]

EMPTY: Numbers = np.empty(0, np.uint32)
