"""How an archive was made, in numbers that a reader can check."""

from collections import Counter
from dataclasses import dataclass
from importlib.metadata import version

from archive import Archive
from archive.records import Run, Stats, Toll
from indexer.analysis import ANALYSIS_VERSION
from indexer.reason_kinds import kind_of

# Samples of what each rule took.
MOST_SAMPLES = 2


@dataclass(frozen=True, slots=True)
class Methods:
    """What the page tells.

    refused:  (kind of reason, pages), most first
    runs:     how often pages were brought in or made again
    fonds:    the version of the program; analysis: of how words are made of text
    """

    stats: Stats
    tolls: tuple[Toll, ...]
    refused: tuple[tuple[str, int], ...]
    runs: tuple[Run, ...]
    fonds: str
    analysis: int


def methods_of(archive: Archive) -> Methods:
    """Count everything; on a large archive some seconds."""
    refused = Counter(kind_of(refusal.reason) for refusal in archive.refusals())
    return Methods(
        stats=archive.stats(),
        tolls=archive.tolls(most=MOST_SAMPLES),
        refused=tuple(refused.most_common()),
        runs=archive.runs(),
        fonds=version("fonds"),
        analysis=ANALYSIS_VERSION,
    )
