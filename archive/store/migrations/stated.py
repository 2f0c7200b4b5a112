"""What captures of schema 5 stated, as values that name who says them.

Until then one table of texts held both what a person said of a page and what a WARC's own
`Fonds-Capture` header said of it, under names that the header could choose. Of a page from a WARC
it is therefore believed only what something else bears out: `--source` by the command of its run,
the title of a WACZ by the file's name, a note by being one of those that readers wrote.
"""

import re
import shlex
from collections.abc import Mapping
from itertools import pairwise

from archive.supplied import DATE_ORDERS, FACTS, SaidBy, Supplied, SuppliedFact

# Keys beside the facts.
ROW, OPTION, RECORD, OF_ROW = "manifest", "option", "record", "of manifest"
NOTED, ORDER = "noted", "date order"

# A record's offset in a WARC ends its origin; records of tables end in "#line 12" and the like.
IN_WEB_ARCHIVE = re.compile(r"#\d+$")

# The notes that readers of WARCs wrote, parted by "; ".
BETWEEN_NOTES = "; "
NOTE = re.compile(
    r"its chunks were cut off|its packed body was cut off"
    r"|it is not (?:in chunks|packed), though its header says so"
    r"|its bytes are not those that its (?:block|payload) digest was made of"
    r"|its body has [\d,]+ bytes, though its header tells of [\d,]+"
    r"|the file ends within it: [\d,]+ of its [\d,]+ bytes are there"
    r"|the crawler cut it off \(.{1,40}\)|its WARC-Date cannot be read: .{1,40}"
    r"|its address is none of the web, and is left out: (?!(?i:javascript|data|vbscript):).{1,300}"
    r"|the name and password in its address are left out"
    r'|(?:Its|"\w{1,10}" in its) Fonds-Capture (?:is|has|does) [\w ]{1,40}\.'
)
LEFT_OUT = "notes of another archive in its record are left out"


def is_in_web_archive(origin: str) -> bool:
    """Whether a page was read from a WARC or an ARC."""
    return IN_WEB_ARCHIVE.search(origin) is not None


def typed(stated: Mapping[str, str], origin: str, command: str) -> Supplied:
    """What was stated, each fact with who says it.

    command: that of the run in which the page came in
    """
    in_web_archive = is_in_web_archive(origin)
    teller = of_web_archive if in_web_archive else of_others
    facts = (
        SuppliedFact(name, stated[name], *teller(name, stated, origin, command))
        for name in FACTS
        if stated.get(name)
    )
    noted = stated.get(NOTED, "")
    notes = believed(noted) if in_web_archive else (noted,) if noted else ()
    order = stated.get(ORDER, "")
    return Supplied(tuple(facts), notes, order if order in DATE_ORDERS else "")


def of_others(name: str, stated: Mapping[str, str], _: str, __: str) -> tuple[SaidBy, str]:
    """Who says a fact of a file or a table's row: readers wrote the keys, files could not."""
    if is_option(name, stated):
        return SaidBy.COMMAND, ""
    if RECORD in stated and name not in stated.get(OF_ROW, "").split(","):
        return SaidBy.COLUMN, stated[RECORD]
    return SaidBy.MANIFEST, stated.get(ROW, "")


def of_web_archive(
    name: str, stated: Mapping[str, str], origin: str, command: str
) -> tuple[SaidBy, str]:
    """Who says a fact of a page from a WARC, as far as that is borne out."""
    if is_option(name, stated) and is_in_command(stated[name], command):
        return SaidBy.COMMAND, ""
    where = stated.get(RECORD, "")
    container = where.removesuffix("!pages")
    if name == "title" and container != where and f"/{container}!" in f"/{origin}":
        return SaidBy.RECORD, where
    return (SaidBy.UNKNOWN if ROW in stated else SaidBy.RECORD), ""


def is_option(name: str, stated: Mapping[str, str]) -> bool:
    """Whether a fact was written as that of --source."""
    return name == "source" and (stated.get(OPTION) == "source" or set(stated) == {"source"})


def is_in_command(source: str, command: str) -> bool:
    """Whether a command as it was typed has this --source."""
    try:
        words = shlex.split(command)
    except ValueError:
        return False
    return ("--source", source) in pairwise(words) or f"--source={source}" in words


def believed(noted: str) -> tuple[str, ...]:
    """Of a WARC's notes those that readers wrote; that others were there is a note too."""
    pieces = [piece for piece in noted.split(BETWEEN_NOTES) if piece]
    ours = tuple(piece for piece in pieces if NOTE.fullmatch(piece))
    return ours if len(ours) == len(pieces) else (*ours, LEFT_OUT)
