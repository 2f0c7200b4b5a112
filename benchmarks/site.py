"""The site: what a page costs over its search, what it weighs, and when a reader sees it.

    python -m benchmarks.site [CORPUS ...] [--most N] [--cache DIR] [--engine NAME] [--no-browser]

Four tables. Processor's time of a page of results (parsed, searched, rendered, in this process)
beside that of its search alone, over the mix of 200 queries of the search benchmark. The same pages
from `fonds serve` on the wall: first byte and last, one connection. What each kind of page weighs
with its styles and scripts, nothing compressed. Largest Contentful Paint in Chromium with the
processor slowed four times, each page in a fresh profile, the middle of some visits; and a document
of 300,000 words.
"""

import argparse
import http.client
import itertools
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import urlencode

from archive import Archive
from archive.capture import Capture
from archive.document import Document
from benchmarks.corpora import LARGE, documents
from benchmarks.search import Corpus
from benchmarks.search_fonds import build_archive
from benchmarks.search_http import serving
from benchmarks.search_queries import Asked
from benchmarks.timing import percentile
from indexer import index
from indexer.search import Searcher
from webui import create_app
from webui.asking import ask
from webui.state import SearchState

LONG_WORDS = 300_000
ASSET = re.compile(r'(?:href|src)="(/static/[^"]+\.(?:css|js)[^"]*)"')
OVER_HTTP = 60  # queries of the mix that are asked over HTTP


def main() -> None:
    """Build or find the archive, then measure."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    asked.add_argument("corpora", nargs="*", default=list(LARGE))
    asked.add_argument("--most", type=int, help="take only so many documents of each corpus")
    asked.add_argument("--cache", type=Path, help="keep the archive here for the next run")
    asked.add_argument("--engine", default="whoosh")
    asked.add_argument("--no-browser", action="store_true")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(options.corpora, options.most, options.cache or Path(folder))
        archive = corpus.on_engine(options.engine)
        print(f"{corpus.count():,} documents of {', '.join(options.corpora)}; {options.engine}")
        queries = corpus.queries()
        over_search(archive, queries)
        long = Path(folder) / "long"
        id = build_long(long)
        with serving(archive) as address:
            few = {str(n): address_of(asked) for n, asked in enumerate(queries[:OVER_HTTP])}
            times = [first_byte(address, path) for path in few.values()]
            p50, p95 = percentile(times, 50), percentile(times, 95)
            print(f"first byte of {len(times)} pages over HTTP: p50 {p50:.0f}, p95 {p95:.0f} ms")
            weights(address, pages_of(archive, queries))
            if not options.no_browser:
                paints(address, pages_of(archive, queries))
        with serving(long) as address:
            pages = {
                f"document of {LONG_WORDS:,} words": f"/doc/{id}",
                "the same, words lit": f"/doc/{id}?q=the",
            }
            for name, path in pages.items():
                first_byte(address, path)  # once, so that the server is warm
                took = statistics.median(first_byte(address, path) for _ in range(5))
                print(f"first byte of the {name}: {took:.0f} ms")
            weights(address, pages)
            if not options.no_browser:
                paints(address, pages)


def paints(address: str, pages: dict[str, str]) -> None:
    """Print when each page is painted; Playwright is imported for this alone."""
    from benchmarks.site_browser import largest_paints

    print("\nLargest Contentful Paint, processor slowed 4 times, ms on the wall")
    for name, took_ms in largest_paints(f"http://{address}", pages).items():
        print(f"{name:34}{took_ms:10.0f}", flush=True)


def address_of(asked: Asked) -> str:
    """The page of a query."""
    chosen = {"q": asked.text, "city": asked.city, "year": asked.year}
    return f"/?{urlencode({name: value for name, value in chosen.items() if value})}"


def pages_of(archive: Path, queries: Sequence[Asked]) -> dict[str, str]:
    """A page of each kind."""
    with Archive.open(archive) as opened:
        id = opened.find_ids("")[0]
    words = queries[0]
    return {
        "front page": "/",
        "results": address_of(words),
        "nothing found": "/?q=zebra+xylophone+quagga",
        "document": f"/doc/{id}",
        "coverage": "/coverage",
        "trends": f"/trends?{urlencode({'q': words.text})}",
        "methods": "/methods",
    }


def over_search(archive: Path, queries: Sequence[Asked]) -> None:
    """Print what pages of results cost over their searches, in processor's time."""
    with Archive.open(archive) as opened:
        engine = index.open_index(opened)
        searcher = Searcher(opened, engine)
        searcher.warm().join()
        client = create_app(searcher, opened).test_client()
        pages, searches = [], []
        for asked in queries:
            state = SearchState.from_url(address_of(asked).partition("?")[2])
            pages.append(middle(lambda: client.get(address_of(asked))))  # noqa: B023
            searches.append(middle(lambda: ask(searcher, state)))  # noqa: B023
        engine.close()
    over = [page - search for page, search in zip(pages, searches, strict=True)]
    print(f"\na page of results over its search, ms of processor time\n{'':34}{'p50':>8}{'p95':>8}")
    for name, times in (("page", pages), ("search alone", searches), ("over it", over)):
        print(f"{name:34}{percentile(times, 50):8.1f}{percentile(times, 95):8.1f}", flush=True)


def middle(act: Callable[[], object], rounds: int = 3) -> float:
    """The median of some rounds, in milliseconds of this thread's processor time."""
    times = []
    for _ in range(rounds):
        started = time.thread_time()
        act()
        times.append((time.thread_time() - started) * 1000)
    return statistics.median(times)


def first_byte(address: str, path: str) -> float:
    """Milliseconds on the wall from asking for a page to its first byte. Raise for any but 200."""
    connection = http.client.HTTPConnection(address)
    connection.connect()
    started = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    took_ms = (time.perf_counter() - started) * 1000
    body = answer.read()
    connection.close()
    if answer.status != http.client.OK:
        raise RuntimeError(f"{answer.status} for {path}: {body[:200]!r}")
    return took_ms


def weights(address: str, pages: dict[str, str]) -> None:
    """Print what pages weigh with their styles and scripts, in kB, nothing compressed."""
    print(f"\nkB, nothing compressed\n{'':34}{'page':>8}{'styles':>8}{'scripts':>8}{'in all':>8}")
    for name, path in pages.items():
        html = body_of(address, path)
        assets = dict.fromkeys(ASSET.findall(html.decode()))
        sizes = {asset: len(body_of(address, asset)) / 1000 for asset in assets}
        styles = sum(size for asset, size in sizes.items() if ".css" in asset)
        scripts = sum(size for asset, size in sizes.items() if ".js" in asset)
        page = len(html) / 1000
        row = (page, styles, scripts, page + styles + scripts)
        print(f"{name:34}{''.join(f'{size:8.1f}' for size in row)}", flush=True)


def body_of(address: str, path: str) -> bytes:
    """What stands at a path."""
    connection = http.client.HTTPConnection(address)
    connection.request("GET", path)
    body = connection.getresponse().read()
    connection.close()
    return body


def build_long(folder: Path) -> str:
    """An archive with one document of LONG_WORDS words, of the sample's first pages; its id."""
    paragraphs = itertools.cycle(words_of_sample())
    text, words = [], 0
    while words < LONG_WORDS:
        text.append(next(paragraphs))
        words += len(text[-1].split())
    whole = "\n\n".join(text)
    capture = Capture(whole.encode(), "text/plain", "https://long.example/", None, "long")
    document = Document(
        id=capture.document_id,
        title="A long document",
        text=whole,
        removed=(),
        url=capture.url,
        source=None,
        authors=(),
        published=None,
        language="en",
        places=(),
        years_mentioned=(),
        captured=None,
        digest=capture.digest,
    )
    build_archive(folder, [(capture, document)])
    return document.id


def words_of_sample() -> Iterator[str]:
    """Paragraphs of real pages."""
    for document in itertools.islice(documents(LARGE), 300):
        yield from (part for part in document.text.split("\n\n") if len(part) > 80)


if __name__ == "__main__":
    main()
