"""Search engines, one a package; their libraries are imported nowhere else."""

from collections.abc import Callable
from pathlib import Path

from indexer.engine import SearchEngine
from indexer.errors import EngineUnavailable


def whoosh(folder: Path) -> SearchEngine:
    """Whoosh: pure Python, nothing to install."""
    from indexer.engines.whoosh_engine.engine import WhooshEngine

    return WhooshEngine(folder)


# Name: what opens it in a folder of its own, made where it is absent.
ENGINES: dict[str, Callable[[Path], SearchEngine]] = {"whoosh": whoosh}


def open_engine(name: str, folder: Path) -> SearchEngine:
    """The engine of that name on the index in a folder, which is made where it is absent."""
    if name not in ENGINES:
        raise EngineUnavailable(
            f"There is no engine {name!r}; fonds.toml may name one of {', '.join(ENGINES)}."
        )
    return ENGINES[name](folder)
