"""An answer that is cut off in its middle by damage, so that nobody takes it for the whole.

Its status is sent by then. Whoever reads it learns that it is not whole from the connection, which
is closed before the end that was announced; the operator from one line in the log.
"""

import errno
import logging
from collections.abc import Iterator

from archive.errors import ArchiveError
from indexer.errors import IndexerError
from webui.logged import SAFE

log = logging.getLogger(__name__)


class CutOff(ConnectionAbortedError):
    """The rest of an answer cannot be made; why stands in the log already."""


def is_news(record: logging.LogRecord) -> bool:
    """Whether a server's log should have this: that an answer was cut off has been said."""
    return not (record.exc_info and isinstance(record.exc_info[1], CutOff))


def whole_or_cut_off(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces, the first of which is made now: what fails until then is answered as ever.

    Raise CutOff, of which a server makes no more than a closed connection.
    """
    first = next(pieces, b"")
    return chained(first, pieces)


def chained(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    """A piece and those after it."""
    yield first
    try:
        yield from rest
    except (ArchiveError, IndexerError) as error:
        log.error(
            "An answer was cut off (%s): its rest cannot be read; `fonds verify` tells why.",
            type(error).__name__,
            extra={SAFE: True},
        )
        raise CutOff(errno.ECONNRESET, "cut off") from None
