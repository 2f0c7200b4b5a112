"""The table of styles: each with its name, and what writes it."""

from collections.abc import Callable
from dataclasses import dataclass

from indexer.citing.apa import apa
from indexer.citing.chicago import chicago
from indexer.citing.cited import Cited
from indexer.citing.mla import mla
from indexer.citing.note import note
from indexer.citing.run import Runs


@dataclass(frozen=True, slots=True)
class Style:
    """A style that a page can be cited in.

    name:  on the command line and in addresses
    label: what a person reads
    """

    name: str
    label: str
    write: Callable[[Cited], Runs]


STYLES: tuple[Style, ...] = (
    Style("plain", "Plain text", note),
    Style("apa", "APA", apa),
    Style("chicago", "Chicago", chicago),
    Style("mla", "MLA", mla),
)
