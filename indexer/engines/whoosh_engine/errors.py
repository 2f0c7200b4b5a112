"""Whoosh's errors become ours."""

import pickle
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from whoosh import fields, index, lang, reading, searching, writing
from whoosh.analysis import acore
from whoosh.automata import fst
from whoosh.codec import base
from whoosh.filedb import filestore, filetables
from whoosh.matching import mcore
from whoosh.qparser import common
from whoosh.query import qcore
from whoosh.util import times

from indexer.engines.disk import refused_by_system, remedy
from indexer.errors import EngineUnavailable, IndexBusy, IndexDamaged

# Whoosh has no common root of its errors: these are all that our use of it loads.
WHOOSH_ERRORS = (
    index.IndexError,
    writing.IndexingError,
    reading.CorruptIndexError,
    reading.ReaderClosed,
    reading.TermNotFound,
    fields.FieldConfigurationError,
    fields.UnknownFieldError,
    filestore.StorageError,
    filetables.FileFormatError,
    base.OutOfOrderError,
    mcore.NoQualityAvailable,
    mcore.ReadTooFar,
    searching.NoTermsException,
    searching.TimeLimit,
    qcore.QueryError,
    common.QueryParserError,
    acore.CompositionError,
    fst.FileVersionError,
    fst.InactiveCursor,
    times.TimeError,
    lang.NoStemmer,
    lang.NoStopWords,
)

# What reading a damaged or vanished file raises, in Whoosh and in our codec.
DAMAGE = (
    OSError,
    EOFError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    MemoryError,
    RecursionError,
    ImportError,
    pickle.UnpicklingError,
    struct.error,
    zlib.error,
)


@contextmanager
def our_errors(doing: str) -> Iterator[None]:
    """Around calls of Whoosh: its errors come out as IndexBusy or IndexDamaged.

    doing: what was being done, for the message: "open", "read", "write"
    """
    try:
        yield
    except index.LockError as error:
        raise IndexBusy(
            "Another process is writing to the index. Wait until it is done, then run it again."
        ) from error
    except WHOOSH_ERRORS as error:
        raise IndexDamaged(advice(doing, error)) from error


@contextmanager
def damage_is_ours(doing: str) -> Iterator[None]:
    """Around reading the index's files: what damage raises comes out as IndexDamaged.

    Not around code that takes what a caller gives: its mistakes would look like damage.
    """
    with our_errors(doing):
        try:
            yield
        except OSError as error:
            if isinstance(error, FileNotFoundError):
                raise IndexDamaged(advice(doing, error)) from error
            raise EngineUnavailable(advice(doing, error)) from error
        except DAMAGE as error:
            raise kind_of(error)(advice(doing, error)) from error


def kind_of(error: BaseException) -> type[EngineUnavailable]:
    """Damage, unless the system refused something that a new index would need as well."""
    return EngineUnavailable if refused_by_system(error) else IndexDamaged


def advice(doing: str, error: BaseException) -> str:
    """What went wrong, and how to mend it."""
    cause = f"{type(error).__name__}: {error}".rstrip(": ")
    return f"Whoosh could not {doing} the index ({cause}). {remedy(error)}"
