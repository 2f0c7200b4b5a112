"""Finds pages whose preparing grows faster than their length: pieces repeated to k, 2k and 4k."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from archive.capture import Capture
from indexer import prepare
from indexer.ingest.time_limit import TooLong, time_limit
from tests.faults.campaign.pieces import JSON, TAGS, TEXT

# The shortest page; the others are twice and four times as long.
CHARACTERS = 100_000
# A line of a page that was scraped as text, and one just below where descriptions cut lines.
SHORT_LINE, LONG_LINE = 100, 2_900
# Four times the length may take this many times the time of the half of it; linear is 2.
MOST_RATIO = 2.8
# What is done within this time may grow as it will: it is lost in what every page costs.
NO_MATTER_S = 0.3
# What takes longer than this for a megabyte is slow even where it is linear.
MOST_S_PER_MB = 8.0
GIVEN_UP_S = 20.0


@dataclass(frozen=True, slots=True)
class Case:
    """A piece in one of the shapes in which it is repeated."""

    name: str
    media_type: str
    page: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Grown:
    """How long a case took, in seconds of the processor, at CHARACTERS, twice and four times that.

    A page that took longer than GIVEN_UP_S counts as GIVEN_UP_S.
    """

    name: str
    seconds: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """How much longer the last took than the one half as long."""
        return self.seconds[-1] / max(self.seconds[-2], 1e-4)

    @property
    def is_fault(self) -> bool:
        """Whether it grows faster than its length, or is slow at any."""
        slow = self.seconds[-1] > MOST_S_PER_MB * 4 * CHARACTERS / 1e6
        return self.seconds[-1] > NO_MATTER_S and (self.ratio > MOST_RATIO or slow)


def cases() -> Iterator[Case]:
    """Every piece in every shape."""
    for name, piece in TEXT.items():
        yield Case(f"text, one line: {name}", "text/plain", repeated(piece))
        yield Case(f"text, lines: {name}", "text/plain", lines(piece, SHORT_LINE))
        yield Case(f"text, long lines: {name}", "text/plain", lines(piece, LONG_LINE))
        yield Case(f"HTML, a paragraph: {name}", "text/html", body(repeated(f"{piece}")))
        yield Case(f"HTML, lines: {name}", "text/html", body(lines(piece, SHORT_LINE, "<p>")))
        yield Case(f"HTML, a title: {name}", "text/html", titled(repeated(piece)))
    for name, piece in TAGS.items():
        yield Case(f"HTML: {name}", "text/html", body(repeated(piece)))
        yield Case(f"HTML, after an article: {name}", "text/html", body(repeated(piece), ARTICLE))
    for name, (begin, middle, end) in JSON.items():
        yield Case(f"HTML: {name}", "text/html", json_ld(begin, middle, end))


ARTICLE = "<h1>A vote</h1>" + "<p>The council of Alder voted on the arena, as it had said.</p>" * 9


def repeated(piece: str) -> Callable[[int], str]:
    """The piece again and again."""
    return lambda characters: piece * (characters // len(piece) + 1)


def lines(piece: str, width: int, between: str = "") -> Callable[[int], str]:
    """Lines of the piece."""
    line = f"{between}{piece * (width // len(piece) + 1)}\n"
    return lambda characters: line * (characters // len(line) + 1)


def body(inner: Callable[[int], str], before: str = "") -> Callable[[int], str]:
    """A page of it."""
    return lambda n: f"<!doctype html><html><body>{before}<p>{inner(n)}"


def titled(inner: Callable[[int], str]) -> Callable[[int], str]:
    """A page that is called so, in its head and in its heading."""
    return lambda n: (
        f"<!doctype html><html><head><title>{inner(n // 2)}</title><body>"
        f"<h1>{inner(n // 2)}</h1>{ARTICLE}"
    )


def json_ld(begin: str, middle: str, end: str) -> Callable[[int], str]:
    """A page that states something of itself at length."""

    def page(characters: int) -> str:
        times = characters // len(begin + end)
        value = begin * times + middle + end * times
        script = f'<script type="application/ld+json">{{"author": {value}}}</script>'
        return f"<!doctype html><html><head>{script}</head><body>{ARTICLE}"

    return page


def seconds_of(case: Case, characters: int) -> float:
    """The processor's time of preparing such a page."""
    text = case.page(characters)
    capture = Capture(
        text.encode("utf-8", "replace"), case.media_type, "https://a.example/b", None, case.name
    )
    begun = time.process_time()
    try:
        with time_limit(GIVEN_UP_S):
            prepare(capture)
    except TooLong:
        return GIVEN_UP_S
    return time.process_time() - begun


def grown(case: Case) -> Grown:
    """A case measured at three lengths; of what looks like a fault, each length's best of two."""
    seconds = tuple(seconds_of(case, CHARACTERS * times) for times in (1, 2, 4))
    first = Grown(case.name, seconds)
    if not first.is_fault or seconds[-1] == GIVEN_UP_S:
        return first
    again = tuple(seconds_of(case, CHARACTERS * times) for times in (1, 2, 4))
    return Grown(case.name, tuple(map(min, seconds, again)))
