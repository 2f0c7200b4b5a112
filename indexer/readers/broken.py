"""What a reader raises where it cannot go on with an input."""

from archive.joined import joined
from indexer.readers.contents import Unfit

ABRUPT_END = "It ends in the middle; it was cut off."
COPY_AGAIN = "Copy or fetch it again, whole; what came before was taken."


class Broken(Exception):
    """An input that cannot be read, or not further. The frame makes a refusal of it.

    fault:  why, and what to do about it
    offset: where in the input, in bytes, or None
    """

    def __init__(self, reason: str, mend: str, offset: int | None = None) -> None:
        super().__init__(joined(reason, mend))
        self.fault = Unfit(reason, mend)
        self.offset = offset
