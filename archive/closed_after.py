"""What gives its files back at the end of a `with` block; Archive is one."""

from types import TracebackType
from typing import Self


class ClosedAfter:
    """Something that is closed when its block ends."""

    def close(self) -> None:
        """Give files back. Nothing may be called after."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()
