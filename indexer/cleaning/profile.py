"""What is known of a page's source before the page is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from archive.source_names import NO_NAMES, SourceNames

NOTHING_REPEATED: Mapping[int, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Override:
    """An archivist's order about lines of one source: keep them, or drop them.

    verdict: what to do with a line that the pattern finds
    pattern: as written: plain text for the whole line, with * for any text, or /an expression/;
             see `patterns`
    note:    why, in the archivist's words; it stands in the ledger
    """

    verdict: Literal["keep", "drop"]
    pattern: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SourceProfile:
    """What is known of a source: which lines it repeats, and what the archivist ordered.

    name:      the source, as the ledger names it
    pages:     how many pages of it, near-copies counted once, the repeats were counted on
    looked_at: how many pages these are with every near-copy
    repeated:  on how many of them a line stands, by its mark (see `mark.py`); only
               lines that enough of them have
    overrides: in the order of the archivist's file; the first that finds a line decides
    names:     the archivist's names of sources, by which the page's source is called
    """

    name: str = ""
    pages: int = 0
    repeated: Mapping[int, int] = field(default_factory=lambda: NOTHING_REPEATED)
    overrides: tuple[Override, ...] = ()
    names: SourceNames = NO_NAMES
    looked_at: int = 0


NOTHING_KNOWN = SourceProfile()
