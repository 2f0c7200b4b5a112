"""Search engines, one a package; their libraries are imported nowhere else."""

from collections.abc import Callable
from pathlib import Path

from indexer.engine import SearchEngine
from indexer.errors import EngineUnavailable


def whoosh(folder: Path, create: bool) -> SearchEngine:
    """Whoosh: pure Python, nothing to install."""
    from indexer.engines.whoosh_engine.engine import WhooshEngine

    return WhooshEngine(folder, create=create)


def tantivy(folder: Path, create: bool) -> SearchEngine:
    """Tantivy: fast at any size, a wheel of Rust."""
    from indexer.engines.tantivy_engine.engine import TantivyEngine

    return TantivyEngine(folder, create=create)


# Name: what opens it in a folder of its own, or begins it there where it may be created.
ENGINES: dict[str, Callable[[Path, bool], SearchEngine]] = {
    "whoosh": whoosh,
    "tantivy": tantivy,
}


def open_engine(name: str, folder: Path, *, create: bool = True) -> SearchEngine:
    """The engine of that name on the index in a folder. Raise EngineUnavailable.

    create: begin an index where there is none; else that is an error
    """
    return ENGINES[checked(name)](folder, create)


def checked(name: str) -> str:
    """The name, if an engine has it. Raise EngineUnavailable."""
    if name not in ENGINES:
        raise EngineUnavailable(
            f"There is no engine {name!r}; fonds.toml may name one of {', '.join(ENGINES)}."
        )
    return name
