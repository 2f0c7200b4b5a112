"""Here is a raw page; make it findable."""

from typing import TYPE_CHECKING

__all__ = ["prepare"]

if TYPE_CHECKING:
    from indexer.pipeline import prepare
else:

    def __getattr__(name: str) -> object:
        """Load the pipeline, and the gazetteer with it, when `prepare` is first asked for."""
        if name == "prepare":
            from indexer.pipeline import prepare

            return prepare
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
