"""One address after the other, with its redirects, as the manners have it."""

from dataclasses import dataclass
from urllib.parse import urljoin

from indexer.fetching.asked import Manners, NotBrought
from indexer.fetching.exchange import Exchange, ask, parts_of
from indexer.fetching.pace import Pace, seconds_in
from indexer.fetching.places import Resolve, resolve
from indexer.fetching.robots import Robots
from indexer.readers.passwords import left_out_of
from indexer.readers.warc.http import status_in_words

# What may become a page.
PAGES = frozenset(
    {"text/html", "application/xhtml+xml", "text/plain", "application/pdf"}
    | {"application/octet-stream"}
)
LISTS = frozenset(
    {"application/xml", "text/xml", "application/rss+xml", "application/atom+xml", "text/plain"}
    | {"application/gzip", "application/x-gzip", "application/octet-stream", "text/html"}
    | {"application/rdf+xml"}
)
ROBOTS = frozenset({"text/plain", "text/html", "application/octet-stream", "text/x-robots"})

REDIRECTS = frozenset({301, 302, 303, 307, 308})
COME_AGAIN = frozenset({429, 503})
# Where a server says "later" without saying when.
COME_AGAIN_S = 10.0


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of an address.

    exchanges: each request with its answer, redirects first
    fault:     why it was not brought; None where the last answer is the page
    """

    exchanges: tuple[Exchange, ...]
    fault: str | None


class Visitor:
    """Asks servers for addresses."""

    def __init__(
        self, manners: Manners, pace: Pace | None = None, resolve: Resolve = resolve
    ) -> None:
        self._manners, self._resolve = manners, resolve
        self._pace = pace or Pace(manners.delay_s)
        self._robots = Robots(self._robots_txt)

    def visit(self, url: str, wanted: frozenset[str] = PAGES) -> Visit:
        """Bring an address, over its redirects."""
        asked = url
        exchanges: list[Exchange] = []
        try:
            for _ in range(self._manners.redirects + 1):
                exchange = self._patiently(url, wanted)
                exchanges.append(exchange)
                to = redirect_of(exchange)
                if to is None:
                    check(exchange, wanted)
                    return Visit(tuple(exchanges), None)
                url = to
        except NotBrought as fault:
            gone_on = f" It was redirected to {left_out_of(url)[:300]}." if url != asked else ""
            return Visit(tuple(exchanges), f"{fault}{gone_on}")
        return Visit(tuple(exchanges), f"It redirects more than {self._manners.redirects} times.")

    def _patiently(self, url: str, wanted: frozenset[str]) -> Exchange:
        """Ask, and again where the server says when. Raise NotBrought."""
        parts = parts_of(url)
        rules = self._robots.of(parts)
        rules.check(parts.geturl())
        host = parts.netloc
        for _ in range(self._manners.tries):
            self._pace.wait(host, rules.delay_s)
            exchange = ask(url, self._manners, self._resolve, wanted=wanted)
            if exchange.status not in COME_AGAIN:
                return exchange
            asked = seconds_in(exchange.header("retry-after"))
            seconds = COME_AGAIN_S if asked is None else asked
            if seconds > self._manners.longest_wait_s:
                raise NotBrought(f"The server asks to come again in {seconds:,.0f} s.")
            self._pace.pause(host, seconds)
        raise NotBrought(
            f"The server answered {status_in_words(exchange.status)}, {self._manners.tries} times."
        )

    def _robots_txt(self, url: str) -> Exchange:
        """A robots.txt; redirects are followed, whatever robots.txt is at their end says."""
        for _ in range(self._manners.redirects + 1):
            self._pace.wait(parts_of(url).netloc)
            exchange = ask(url, self._manners, self._resolve, wanted=ROBOTS)
            to = redirect_of(exchange)
            if to is None:
                return exchange
            url = to
        raise NotBrought("Its robots.txt redirects without end.")


def redirect_of(exchange: Exchange) -> str | None:
    """Where an answer leads on; None where it does not. Raise NotBrought."""
    to = exchange.header("location")
    if exchange.status not in REDIRECTS or not to:
        return None
    try:
        return urljoin(exchange.url, to.strip())
    except ValueError as error:
        raise NotBrought("It redirects to what is no web address.") from error


def check(exchange: Exchange, wanted: frozenset[str]) -> None:
    """Raise NotBrought where an answer is no page."""
    if exchange.status // 100 != 2:
        raise NotBrought(f"The server answered {status_in_words(exchange.status)}.")
    kind = exchange.media_type
    if kind is not None and kind not in wanted:
        raise NotBrought(f"It is {kind[:60]}, no page.")
