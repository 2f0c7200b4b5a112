"""How many connections each process holds: known to all of them, so that none takes too many."""

import mmap
from dataclasses import dataclass

NUMBER_BYTES = 8
# What a process without a worker seems to hold: nobody waits for it to take more.
NOBODY = 2**64 - 1
# Of how many connections one more is no matter: a crowd comes in faster where none is counted out.
NO_MATTER_OF = 16


class Board:
    """A number for each process, in memory that a fork shares."""

    def __init__(self, places: int) -> None:
        """Made before the processes begin; all of it says that nobody is there."""
        self._places = places
        self._numbers = memoryview(mmap.mmap(-1, places * NUMBER_BYTES)).cast("Q")
        for place in range(places):
            self.write(place, NOBODY)

    def write(self, place: int, held: int) -> None:
        """Say how many connections the process at a place holds, or NOBODY."""
        self._numbers[place] = held

    def least_of_others(self, place: int) -> int:
        """The fewest that another process holds; NOBODY where there is no other."""
        others = (self._numbers[other] for other in range(self._places) if other != place)
        return min(others, default=NOBODY)


@dataclass(frozen=True, slots=True)
class Share:
    """The place of one process among those that accept at the same socket."""

    board: Board
    place: int

    def is_taken(self, held: int) -> bool:
        """Note how many connections this process holds; whether another one holds clearly fewer."""
        self.board.write(self.place, held)
        return self.board.least_of_others(self.place) < held - held // NO_MATTER_OF

    def leave(self) -> None:
        """Accept no more: nobody is to wait for this process."""
        self.board.write(self.place, NOBODY)
