"""Here is a quotation: where does it stand, word for word or nearly?"""

from indexer.quotations.checking import MOST_CHARACTERS, Check, Checked, Standing, check_quotation
from indexer.quotations.comparing import Kind, Part
from indexer.quotations.passage import Passage
from indexer.quotations.placing import Where

__all__ = [
    "MOST_CHARACTERS",
    "Check",
    "Checked",
    "Kind",
    "Part",
    "Passage",
    "Standing",
    "Where",
    "check_quotation",
]
