"""What robots.txt allows (RFC 9309)."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult

from protego import Protego

from indexer.fetching.asked import NotBrought
from indexer.fetching.exchange import Exchange

# RFC 9309, section 2.5: at least so much is read.
MOST_BYTES = 512_000
# A server may ask for a pause between requests; not for an endless one.
LONGEST_DELAY_S = 30.0
# The name by which robots.txt speaks of us.
NAME = "Fonds"

DISALLOWED = "Its robots.txt asks robots not to read it."
UNREACHABLE = "Its robots.txt cannot be read, so nothing may be: the server answered {status}."


@dataclass(frozen=True, slots=True)
class Rules:
    """What one server's robots.txt says.

    parsed: None where nothing is said, and all is allowed
    fault:  why nothing may be read; None where it could be read
    """

    parsed: Protego | None = None
    fault: str | None = None

    def check(self, url: str) -> None:
        """Raise NotBrought where it may not be read."""
        if self.fault:
            raise NotBrought(self.fault)
        if self.parsed is not None and not self.parsed.can_fetch(url, NAME):
            raise NotBrought(DISALLOWED)

    @property
    def delay_s(self) -> float:
        """The pause between requests that is asked for; 0 where none is."""
        asked = self.parsed.crawl_delay(NAME) if self.parsed is not None else None
        return min(float(asked or 0.0), LONGEST_DELAY_S)


class Robots:
    """The rules of each server, asked for once. `fetch` follows redirects; raises NotBrought."""

    def __init__(self, fetch: Callable[[str], Exchange]) -> None:
        self._fetch = fetch
        self._known: dict[str, Rules] = {}

    def of(self, parts: SplitResult) -> Rules:
        """The rules for an address."""
        server = f"{parts.scheme}://{parts.netloc}"
        if server not in self._known:
            self._known[server] = self._asked(f"{server}/robots.txt")
        return self._known[server]

    def _asked(self, url: str) -> Rules:
        try:
            answer = self._fetch(url)
        except NotBrought as fault:
            return Rules(fault=str(fault))
        if answer.status // 100 == 2:
            return Rules(
                Protego.parse((answer.body or b"")[:MOST_BYTES].decode("utf-8", "replace"))
            )
        if answer.status // 100 == 5 or answer.status == 429:
            return Rules(fault=UNREACHABLE.format(status=answer.status))
        return Rules()
