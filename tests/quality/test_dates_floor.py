"""Publication dates on a fast sample of real pages: a little under what was reached.

The shipped chooser has learned from these very pages: the floor sees that it does not slip, and
docs/quality.md tells how good it is on sites that it never saw.
"""

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator

import pytest

from archive.document import PublicationDate
from indexer.cleaning import clean_html, flatten_html
from indexer.cleaning.cleaned import Cleaned
from indexer.metadata.describe import read_page
from indexer.metadata.published import find_published
from tests.shared_data import shared

STEP, OFFSET = 20, 3

# Shares, 0-1, of the 44 pages with a date. Reached on 2026-11-22: 0.64 and 0.02; 0.80 and 0.02.
TEXT_RIGHT, TEXT_WRONG = 0.56, 0.07
HTML_RIGHT, HTML_WRONG = 0.72, 0.07


def pages() -> Iterator[dict[str, str]]:
    path = shared("bench/cleaning/wcxb_dev.jsonl.zst")
    if shutil.which("zstd") is None:
        pytest.skip("the zstd command is not here")
    unpacked = subprocess.run(["zstd", "-dc", "--long=27", path], check=True, capture_output=True)
    lines = unpacked.stdout.split(b"\n")
    sample = (json.loads(line) for line in lines[OFFSET::STEP] if line)
    return (item for item in sample if item["date"])


def verdict(found: PublicationDate | None, gold: str) -> str:
    if found is None or not found.exact:
        return "not exact"
    return "right" if str(found.earliest) == gold[:10] else "wrong"


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Counter[str]]:
    counted: dict[str, Counter[str]] = {"text": Counter(), "html": Counter()}
    for item in pages():
        html, gold = item["html"], item["date"]
        as_html = read_page(None, html, item["url"], clean_html(html))
        text = "\n".join(flatten_html(html))
        # Without cleaning, for speed: the days are looked for in the lines as they came.
        as_text = read_page(text, None, None, Cleaned(text, (), ()))
        counted["html"][verdict(find_published(as_html), gold)] += 1
        counted["text"][verdict(find_published(as_text), gold)] += 1
    return counted


def share(counted: Counter[str], wanted: str) -> float:
    return counted[wanted] / counted.total()


def test_days_of_flattened_text_do_not_slip(verdicts: dict[str, Counter[str]]) -> None:
    assert share(verdicts["text"], "right") >= TEXT_RIGHT
    assert share(verdicts["text"], "wrong") <= TEXT_WRONG


def test_days_of_html_do_not_slip(verdicts: dict[str, Counter[str]]) -> None:
    assert share(verdicts["html"], "right") >= HTML_RIGHT
    assert share(verdicts["html"], "wrong") <= HTML_WRONG
