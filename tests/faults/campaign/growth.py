"""Finds pages whose way into the index grows faster than their length: pieces repeated."""

import json
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path

from archive.capture import Capture
from archive.document import Document
from indexer import prepare
from indexer.copies.sketch import sketch_of
from indexer.engines import ENGINES, open_engine
from indexer.errors import QueryError
from indexer.ingest.time_limit import TooLong, time_limit
from indexer.query import parse
from indexer.quotations.page_words import PageWords
from indexer.running_words import running_words
from tests.faults.campaign.outcome import Fault, Outcome
from tests.faults.campaign.pieces import JSON, TAGS, TEXT

# The shortest page; the others are twice and four times as long.
CHARACTERS = 25_000
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
    """A piece in one of the shapes in which it is repeated, and what is done with it."""

    name: str
    page: Callable[[int], str]
    work: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Grown:
    """How long a case took, in seconds of the processor, at a length, twice and four times that.

    A page that took longer than GIVEN_UP_S counts as GIVEN_UP_S. `megabytes` are those of the
    longest, in UTF-8: a letter that unfolds into a sentence counts for what it weighs.
    """

    name: str
    seconds: tuple[float, ...]
    megabytes: float = 4 * CHARACTERS / 1e6

    @property
    def ratio(self) -> float:
        """How much longer the last took than the one half as long."""
        return self.seconds[-1] / max(self.seconds[-2], 1e-4)

    @property
    def is_fault(self) -> bool:
        """Whether it grows faster than its length, or is slow at any."""
        slow = self.seconds[-1] > MOST_S_PER_MB * self.megabytes
        return self.seconds[-1] > NO_MATTER_S and (self.ratio > MOST_RATIO or slow)


def cases() -> Iterator[Case]:
    """Every piece in every shape."""
    for name, piece in TEXT.items():
        for shape, page, work in shapes(piece):
            yield Case(f"{shape}: {name}", page, work)
    for name, piece in TAGS.items():
        yield Case(f"HTML: {name}", body(repeated(piece)), html_prepared)
        yield Case(f"HTML after an article: {name}", body(repeated(piece), ARTICLE), html_prepared)
    for name, (begin, middle, end) in JSON.items():
        yield Case(f"HTML: {name}", json_ld(begin, middle, end), html_prepared)


Shape = tuple[str, Callable[[int], str], Callable[[str], object]]


def shapes(piece: str) -> Iterator[Shape]:
    """A piece of text wherever text can stand, and what is done with a text."""
    line, short, long = repeated(piece), lines(piece, SHORT_LINE), lines(piece, LONG_LINE)
    yield "text, one line", line, text_prepared
    yield "text, lines", short, text_prepared
    yield "text, long lines", long, text_prepared
    yield "text of the past", told_as_past(line), text_prepared
    yield "HTML, a paragraph", body(line), html_prepared
    yield "HTML, lines", body(lines(piece, SHORT_LINE, "<p>")), html_prepared
    yield "HTML, a title", titled(line), html_prepared
    for name in ("headline", "author", "datePublished", "publisher"):
        yield f"JSON-LD, {name}", linked(name, line), html_prepared
    for name in ("author", "date", "og:site_name", "article:published_time"):
        yield f"meta {name}", meta(name, line), html_prepared
    yield "an address", line, addressed
    yield "indexing", line, lambda text: running_words(text, "en")
    for engine in ENGINES:
        yield f"into the index, {engine}", line, partial(indexed, engine)
    yield "a quotation's page", line, PageWords
    yield "near-copies", line, sketch_of
    yield "a query", line, parsed


def text_prepared(text: str) -> None:
    """Prepare a page of text."""
    prepare(Capture(text.encode("utf-8", "replace"), "text/plain", ADDRESS, None, "page"))


def indexed(engine: str, text: str) -> None:
    """Prepare a page of text, and index it."""
    made = prepare(Capture(text.encode("utf-8", "replace"), "text/plain", ADDRESS, None, "page"))
    if isinstance(made, Document):
        with (
            tempfile.TemporaryDirectory() as folder,
            closing(open_engine(engine, Path(folder))) as one,
        ):
            one.add([made], 1)


def html_prepared(text: str) -> None:
    """Prepare a page of HTML."""
    prepare(Capture(text.encode("utf-8", "replace"), "text/html", ADDRESS, None, "page"))


def addressed(text: str) -> None:
    """Prepare a page that has such an address."""
    prepare(Capture(b"A page of a few words.", "text/plain", ADDRESS + text, None, "page"))


def parsed(text: str) -> None:
    """Read a query; most are refused."""
    with suppress(QueryError):
        parse(text)


ADDRESS = "https://a.example/b"
ARTICLE = "<h1>A vote</h1>" + "<p>The council of Alder voted on the arena, as it had said.</p>" * 9


def repeated(piece: str) -> Callable[[int], str]:
    """The piece again and again, and a letter: what seeks an end at a space finds none."""
    return lambda characters: piece * (characters // len(piece) + 1) + "a"


def told_as_past(inner: Callable[[int], str]) -> Callable[[int], str]:
    """A page without a day of its own, whose one sentence is about what has been."""
    return lambda n: f"A vote\n\nIt was held in May 2011 and {inner(n)}"


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


def linked(name: str, inner: Callable[[int], str]) -> Callable[[int], str]:
    """A page that says something of itself in JSON-LD."""

    def page(characters: int) -> str:
        facts = {"@type": "NewsArticle", name: inner(characters)}
        script = f'<script type="application/ld+json">{json.dumps(facts)}</script>'
        return f"<!doctype html><html><head>{script}</head><body>{ARTICLE}"

    return page


def meta(name: str, inner: Callable[[int], str]) -> Callable[[int], str]:
    """A page that says something of itself in a meta element."""

    def page(characters: int) -> str:
        content = escape(inner(characters), quote=True)
        element = f'<meta name="{name}" property="{name}" content="{content}">'
        return f"<!doctype html><html><head>{element}</head><body>{ARTICLE}"

    return page


def seconds_of(case: Case, characters: int) -> float:
    """The processor's time of the work on so long a text."""
    text = case.page(characters)
    begun = time.process_time()
    try:
        with time_limit(GIVEN_UP_S):
            case.work(text)
    except TooLong:
        return GIVEN_UP_S
    return time.process_time() - begun


def grown(case: Case) -> Grown:
    """A case at three lengths; of what looks like a fault, the best of three at twice these."""
    first = grown_from(case, CHARACTERS, 1)
    if not first.is_fault or first.seconds[-1] == GIVEN_UP_S:
        return first
    # Another process may have had the machine meanwhile: what grows, grows on.
    return grown_from(case, 2 * CHARACTERS, 3)


def grown_from(case: Case, shortest: int, runs: int) -> Grown:
    """A case at so many characters, twice and four times that: the best of some runs."""
    lengths = [shortest * times for times in (1, 2, 4)]
    seconds = [min(seconds_of(case, length) for _ in range(runs)) for length in lengths]
    megabytes = len(case.page(lengths[-1]).encode("utf-8", "replace")) / 1e6
    return Grown(case.name, tuple(seconds), megabytes)


CASES_A_TRY = 40


def chunks() -> int:
    """How many tries it takes to go through all cases."""
    return -(-len(list(cases())) // CASES_A_TRY)


def chunk(number: int, _place: Path) -> Outcome:
    """Some of the cases."""
    html_prepared(body(repeated("word "))(100))
    some = list(cases())[number * CASES_A_TRY : (number + 1) * CASES_A_TRY]
    found = [case for case in map(grown, some) if case.is_fault]
    return Outcome(tuple(map(fault_of, found)), tries=len(some))


def fault_of(case: Grown) -> Fault:
    """A case that is slow, as a fault."""
    times = ", ".join(f"{seconds:.3f}" for seconds in case.seconds)
    return Fault("slow", f"{case.name}: {times} s at the length, twice and four times that")
