"""Cleaning holds its floors on a fixed sample of real pages.

The shipped weights have seen these pages: the figures are better than on others, and the floors
guard against slips only. What counts is `make quality`, with whole domains held out.
"""

import json
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import mean

import pytest

from indexer.cleaning import clean_html, clean_text
from tests.shared_data import shared
from training.lines.pages import bench

EVERY = 40  # the whole takes some eight seconds of one processor

# A little below what was reached on the day; by form: all pages of the sample, its articles.
# Lowered on 2026-12-01 (from 0.82 and 0.91, 0.79 and 0.91, 0.865 and 0.93): long pages whose
# running text would go are judged in pieces, which keeps laws whole and more of what sites put
# around long pages (docs/quality.md).
FLOORS = {"text": (0.815, 0.90), "light": (0.78, 0.893), "html": (0.84, 0.918)}


def pages(path: Path) -> Iterator[dict[str, str]]:
    """Every so many of the benchmark's pages."""
    if shutil.which("zstd") is None:
        pytest.skip("the zstd command is not here")
    unpacked = subprocess.run(["zstd", "-dc", "--long=27", path], check=True, capture_output=True)
    return (json.loads(line) for line in unpacked.stdout.split(b"\n")[::EVERY] if line)


@cache
def figures() -> dict[str, list[tuple[str, float]]]:
    """For each form, the kind of each page of the sample and its word F1."""
    folder = shared("bench/cleaning")
    score = bench(folder)
    found: dict[str, list[tuple[str, float]]] = {form: [] for form in FLOORS}
    for page in pages(folder / "wcxb_dev.jsonl.zst"):
        cleaned = {
            "text": clean_text(score.flatten(page["html"])),
            "light": clean_text(score.thin(page["html"])),
            "html": clean_html(page["html"], url=page["url"]),
        }
        for form, made in cleaned.items():
            found[form].append((page["page_type"], score.word_f1(page["text"], made.text)[2]))
    return found


@pytest.mark.parametrize("form", FLOORS)
def test_cleaning_keeps_the_quality_it_had(form):
    for reader in ("lxml", "resiliparse"):
        pytest.importorskip(reader, reason=f"{reader} flattens the benchmark's pages")
    every = [figure for _, figure in figures()[form]]
    articles = [figure for kind, figure in figures()[form] if kind == "article"]
    assert mean(every) >= FLOORS[form][0]
    assert mean(articles) >= FLOORS[form][1]
