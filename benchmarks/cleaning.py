"""Pages a second of cleaning, beside extractors on the same pages in the same run.

    python -m benchmarks.cleaning [--first N] [--pages FILE]     default: 300 pages

The pages are the development pages of WCXB, as they lie beside the project. Flattened text is the
page's lines before any rule. Extractors are used as their manuals show, where they are installed:

    pip install "trafilatura~=2.3" "justext~=3.0" lxml_html_clean

Processor time of one process, the median of three rounds; the ratio is to trafilatura.
"""

import argparse
import io
import json
import statistics
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import zstandard

from archive.capture import Capture
from indexer import prepare
from indexer.cleaning import clean_html, clean_text, flatten_html

PAGES = Path(__file__).parents[2] / "shared/bench/cleaning/wcxb_dev.jsonl.zst"
FIRST = 300
ROUNDS = 3
# The file was packed with a window of 2^27 bytes.
WINDOW_BYTES = 1 << 27
REFERENCE = "trafilatura.extract"

Run = Callable[["Sample"], object]


class Sample(NamedTuple):
    """A page in the three forms that are measured."""

    url: str
    html: str
    flat: str
    capture: Capture


def main() -> None:
    """Measure, and print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--first", type=int, default=FIRST)
    parser.add_argument("--pages", type=Path, default=PAGES)
    asked = parser.parse_args()
    samples = read_samples(asked.pages, asked.first)
    megabytes = sum(len(sample.html) for sample in samples) / 1e6
    lines = sum(sample.flat.count("\n") + 1 for sample in samples) / len(samples)
    print(
        f"{len(samples)} pages, {megabytes:.1f} million characters of HTML, {lines:.0f} lines each"
    )
    reference = None
    for name, run in (peers() | OURS).items():
        rate = pages_a_second(run, samples)
        reference = rate if name == REFERENCE else reference
        ratio = f"{rate / reference:9.1f} x" if reference else ""
        print(f"{name:28}{rate:9.1f} pages/s{ratio}", flush=True)


def read_samples(path: Path, first: int) -> list[Sample]:
    """The first pages of the file."""
    with open(path, "rb") as packed:
        unpacker = zstandard.ZstdDecompressor(max_window_size=WINDOW_BYTES)
        lines = io.TextIOWrapper(unpacker.stream_reader(packed), "utf-8")
        return [sample_of(json.loads(line)) for line in islice(lines, first)]


def sample_of(row: dict[str, str]) -> Sample:
    """One row of the file."""
    url, html = row["url"], row["html"]
    body = html.encode("utf-8", "surrogatepass")
    capture = Capture(body, "text/html", url, None, f"page {row['id']}")
    return Sample(url, html, "\n".join(line for line in flatten_html(html) if line), capture)


OURS: dict[str, Run] = {
    "clean_text, flattened text": lambda page: clean_text(page.flat),
    "clean_html": lambda page: clean_html(page.html, url=page.url),
    "prepare, from bytes": lambda page: prepare(page.capture),
}


def peers() -> dict[str, Run]:
    """The extractors that are installed; each takes HTML."""
    from resiliparse.extract.html2text import extract_plain_text

    found: dict[str, Run] = {}
    try:
        import trafilatura

        found[REFERENCE] = lambda page: trafilatura.extract(page.html, url=page.url)
    except ImportError:
        print("trafilatura is not installed: no ratios")
    try:
        import justext

        stop = justext.get_stoplist("English")
        found["justext"] = lambda page: justext.justext(page.html.encode("utf-8", "replace"), stop)
    except ImportError:
        print("justext is not installed")
    found["resiliparse, main content"] = lambda page: extract_plain_text(
        page.html, main_content=True
    )
    return found


def pages_a_second(run: Run, samples: list[Sample]) -> float:
    """The median of some rounds, after a few pages that load what is loaded once."""
    for sample in samples[:5]:
        run(sample)
    return statistics.median(len(samples) / seconds(run, samples) for _ in range(ROUNDS))


def seconds(run: Run, samples: list[Sample]) -> float:
    """Processor time of one round."""
    began = time.process_time()
    for sample in samples:
        run(sample)
    return time.process_time() - began


if __name__ == "__main__":
    main()
