"""A page that was fetched again and found the same: its bytes lie with an earlier capture."""

from dataclasses import dataclass
from datetime import datetime

from archive.capture import Capture


@dataclass(frozen=True, slots=True)
class Revisit:
    """A capture without its bytes, which `indexer.ingest.recalling` finds.

    capture:       what is known of it; the body is empty
    digest:        SHA-256 of the bytes, 64 hex digits, where the reader met them before; or None
    earlier_url:   where they were fetched
    earlier:       when they were fetched (aware), or None: the last time before this
    """

    capture: Capture
    digest: str | None
    earlier_url: str | None
    earlier: datetime | None

    @property
    def origin(self) -> str:
        """Where it was read."""
        return self.capture.origin
