"""Tantivy's errors become ours."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager

import zstandard

from indexer.engines.disk import refused_by_system, remedy
from indexer.errors import EngineUnavailable, IndexDamaged

# What reading a damaged or vanished file raises, in Tantivy's binding, numpy and our columns.
DAMAGE = (
    EOFError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    MemoryError,
    OverflowError,
    struct.error,
    zstandard.ZstdError,
)

# A fault that Rust code gives up at comes as a BaseException of this name, in a module that
# cannot be imported.
PANIC = "PanicException"


@contextmanager
def damage_is_ours(doing: str) -> Iterator[None]:
    """Around reading the index's files: what damage raises comes out as IndexDamaged.

    doing: what was being done, for the message: "open", "read", "write"
    Not around code that takes what a caller gives: its mistakes would look like damage.
    """
    try:
        yield
    except FileNotFoundError as error:
        raise IndexDamaged(advice(doing, error)) from error
    except OSError as error:
        raise EngineUnavailable(advice(doing, error)) from error
    except DAMAGE as error:
        raise kind_of(error)(advice(doing, error)) from error
    except BaseException as error:
        if type(error).__name__ == PANIC:
            raise kind_of(error)(advice(doing, error)) from error
        raise


def kind_of(error: BaseException) -> type[EngineUnavailable]:
    """Damage, unless the system refused something that a new index would need as well."""
    return EngineUnavailable if refused_by_system(error) else IndexDamaged


def advice(doing: str, error: BaseException) -> str:
    """What went wrong, and how to mend it."""
    cause = f"{type(error).__name__}: {error}".rstrip(": ")
    return f"Tantivy could not {doing} the index ({cause}). {remedy(error)}"
