"""An input becomes captures: its format is found, and what lies in it is read in turn."""

from collections.abc import Iterator

from archive.document import Refused
from indexer.readers.broken import Broken
from indexer.readers.contents import Unfit
from indexer.readers.files import why_broken_off
from indexer.readers.format import Item
from indexer.readers.formats import FORMATS
from indexer.readers.limits import MAX_DEPTH, MAX_PACKINGS
from indexer.readers.packing import packing_of
from indexer.readers.source import Source

TOO_DEEP = Unfit(
    f"It lies in more than {MAX_DEPTH} containers.",
    "Unpack the outer ones, and ingest what is in them.",
)


TOO_PACKED = Unfit(
    f"It is packed more than {MAX_PACKINGS} times.",
    "Unpack it, and ingest what is in it.",
)


def items_of(source: Source) -> Iterator[Item]:
    """Everything in an input, in order. What is broken is told and costs what lies after it there.

    Nothing of it is held but the one item that is given; each item must be used before the next
    is asked for. A member of a container is read to its end, or left, before the container goes on.
    """
    if source.depth > MAX_DEPTH:
        yield source.refused(TOO_DEEP.reason, TOO_DEEP.mend)
        return
    try:
        head = source.head
        if len(head.packings) == MAX_PACKINGS and packing_of(head.unpacked):
            yield source.refused(TOO_PACKED.reason, TOO_PACKED.mend)
            return
        chosen = next(each for each in FORMATS if each.recognises(head))
        for found in chosen.read(source):
            if isinstance(found, Source):
                yield from items_of(found)
            else:
                yield found
    except Broken as broken:
        source.broken = broken
        yield source.refused(broken.fault.reason, broken.fault.mend, broken.offset)
    except OSError as error:
        fault = why_broken_off(error)
        yield source.refused(fault.reason, fault.mend, source.raw.position)
    # The edge: whatever a hostile file sets off in a library that reads it, the files after it
    # must go on. The refusal names the error, so that it can be mended.
    except Exception as error:  # noqa: BLE001
        yield failed(source, error)


def failed(source: Source, error: Exception) -> Refused:
    """The refusal of an input on which a reader failed in a way that nobody thought of."""
    return source.refused(
        f"Reading it failed: {type(error).__name__}: {error}"[:500],
        "This is a fault of Fonds: please report it with the file.",
        source.raw.position,
    )
