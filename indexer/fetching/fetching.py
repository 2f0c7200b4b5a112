"""Many addresses brought: each is kept, or its reason told; one that fails costs no other."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from archive.identity import canonical_url
from indexer.fetching.asked import NotBrought
from indexer.fetching.exchange import parts_of
from indexer.fetching.keeping import Keeper
from indexer.fetching.listing import Listed, listed_in, of_one_site, site_of
from indexer.fetching.visiting import LISTS, Visit, Visitor

# Called after each address with how many are done, how many of them were not brought, and the last
# one's host: the rest of an address may hold what is nobody's business.
Progress = Callable[[int, int, str], None]

# Sitemaps that name sitemaps: so many in all, and no deeper.
MOST_LISTS = 1_000
MOST_LEVELS = 3

OTHER_SITE = "It is of another site than the sitemap that lists it."


@dataclass(frozen=True, slots=True)
class Left:
    """An address that was not brought, and why."""

    url: str
    reason: str


@dataclass(frozen=True, slots=True)
class FetchReport:
    """What came of a fetch.

    brought:     how many addresses
    left:        those that were not, with reasons, in order
    path:        the WARC that holds what the servers said, or None where they said nothing
    interrupted: whether the archivist cut it off; what came before is kept
    """

    brought: int
    left: tuple[Left, ...]
    path: Path | None
    took_s: float
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to fetch: addresses, and lists of them. limit: at most so many pages."""

    urls: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    limit: int | None = None


@dataclass(slots=True)
class Counts:
    """A fetch that goes on."""

    brought: int = 0
    left: list[Left] = field(default_factory=list)


def fetch(
    wanted: Wanted, visitor: Visitor, keeper: Keeper, progress: Progress | None = None
) -> FetchReport:
    """Bring all that is wanted, one after the other, into the keeper's file. Raise OSError."""
    began, counts = time.monotonic(), Counts()
    interrupted = False
    try:
        for done, url in enumerate(addresses(wanted, visitor, counts), start=1):
            visit = visitor.visit(url)
            keep(visit, keeper)
            if visit.fault is None:
                counts.brought += 1
            else:
                counts.left.append(Left(url, visit.fault))
            if progress:
                progress(done, len(counts.left), site_of(url))
    except KeyboardInterrupt:
        interrupted = True
    took_s = time.monotonic() - began
    return FetchReport(counts.brought, tuple(counts.left), keeper.path, took_s, interrupted)


def keep(visit: Visit, keeper: Keeper) -> None:
    """What the servers said on the way to a page."""
    for exchange in visit.exchanges:
        keeper.keep(exchange)


def addresses(wanted: Wanted, visitor: Visitor, counts: Counts) -> Iterator[str]:
    """Each address once, those that were named first; lists that cannot be read are told."""
    met: set[str] = set()
    given = 0
    for url in all_of(wanted, visitor, counts):
        name = canonical_url(url)
        if name in met:
            continue
        met.add(name)
        if wanted.limit is not None and given >= wanted.limit:
            counts.left.append(Left(url, f"The limit of {wanted.limit:,} pages is reached."))
            return
        given += 1
        yield url


def all_of(wanted: Wanted, visitor: Visitor, counts: Counts) -> Iterator[str]:
    """The addresses, as often as they are listed."""
    yield from wanted.urls
    for url in wanted.sitemaps:
        yield from of_sitemap(url, visitor, counts)
    for url in wanted.feeds:
        yield from list_at(url, visitor, counts).pages


def of_sitemap(first: str, visitor: Visitor, counts: Counts) -> Iterator[str]:
    """The addresses in a sitemap and in those that it names, of its own site."""
    met, level = {first}, [first]
    for _ in range(MOST_LEVELS):
        below: list[str] = []
        for url in level:
            listed = list_at(url, visitor, counts)
            below += listed.lists
            yield from own_pages(listed.pages, first, counts)
        level = [url for url in own_pages(below, first, counts) if url not in met]
        level = list(dict.fromkeys(level))[: MOST_LISTS - len(met)]
        met |= set(level)
    counts.left += [Left(url, "It is a sitemap of a sitemap of a sitemap.") for url in level]


def own_pages(urls: Iterable[str], sitemap: str, counts: Counts) -> Iterator[str]:
    """Those of the sitemap's site; the others are told."""
    for url, is_own in of_one_site(list(urls), sitemap):
        if is_own:
            yield url
        else:
            counts.left.append(Left(url, OTHER_SITE))


def list_at(url: str, visitor: Visitor, counts: Counts) -> Listed:
    """What a list lists; nothing, told, where it cannot be read."""
    try:
        visit = visitor.visit(parts_of(url).geturl(), LISTS)
        if visit.fault is None:
            last = visit.exchanges[-1]
            return listed_in(last.body or b"", last.url)
        counts.left.append(Left(url, visit.fault))
    except NotBrought as fault:
        counts.left.append(Left(url, str(fault)))
    return Listed()
