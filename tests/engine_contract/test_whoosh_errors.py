"""Every error that Whoosh knows becomes one of ours."""

import inspect
import sys
from collections.abc import Iterator

import pytest

import indexer.engines.whoosh_engine.engine  # noqa: F401 (loads what of Whoosh we use)
from indexer.engines.whoosh_engine.errors import DAMAGE, damage_is_ours, our_errors
from indexer.errors import EngineUnavailable, IndexBusy


def whoosh_errors() -> Iterator[type[Exception]]:
    for name in sorted(sys.modules):
        if name == "whoosh" or name.startswith("whoosh."):
            for _, thing in inspect.getmembers(sys.modules[name], inspect.isclass):
                if issubclass(thing, Exception) and thing.__module__ == name:
                    yield thing


ERRORS = sorted(set(whoosh_errors()), key=lambda error: (error.__module__, error.__name__))


def raised(kind: type[Exception]) -> Exception:
    """One of a kind, however it wants to be made."""
    made = kind.__new__(kind)
    Exception.__init__(made, "broken")
    return made


def test_there_are_errors_to_map() -> None:
    assert len(ERRORS) > 15


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_an_error_of_whoosh_becomes_ours(kind: type[Exception]) -> None:
    with pytest.raises((EngineUnavailable, IndexBusy)), our_errors("read"):
        raise raised(kind)


def test_a_lock_is_a_busy_index() -> None:
    (lock,) = (kind for kind in ERRORS if kind.__name__ == "LockError")
    with pytest.raises(IndexBusy), our_errors("write"):
        raise lock


@pytest.mark.parametrize("kind", DAMAGE)
def test_what_damage_raises_becomes_ours_while_reading(kind: type[Exception]) -> None:
    with pytest.raises(EngineUnavailable, match="reindex"), damage_is_ours("read"):
        raise kind("broken")


def test_mistakes_of_a_caller_stay_what_they_are() -> None:
    with pytest.raises(ValueError), our_errors("write"):
        raise ValueError("not an id")
