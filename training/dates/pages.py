"""Pages to learn from: each of the benchmark's that has a date, flattened and as HTML."""

import sys
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from archive.supplied import NOTHING_SUPPLIED
from indexer.cleaning import clean_html, clean_text
from indexer.metadata.describe import read_page
from indexer.metadata.page import Page
from training.lines.pages import bench, fold_of

FORMS = ("text", "html")
ISO_CHARACTERS = 10


@dataclass(frozen=True)
class Dated:
    """A page in one form, with the day that people found.

    form: "text" (flattened) or "html"
    kind: the benchmark's kind of page: "article", "forum" …
    fold: 0 to 4; all pages of one domain are in one fold
    day:  when it was published, or None where people found a month only
    gold: the date as the benchmark writes it
    """

    form: str
    kind: str
    fold: int
    day: date | None
    gold: str
    page: Page


def read_pages(folder: Path, jobs: int) -> list[Dated]:
    """The pages of a benchmark that have a date, two of each."""
    score = bench(folder)
    with ProcessPoolExecutor(jobs, initializer=bench, initargs=(folder,)) as pool:
        return [form for forms in pool.map(dated, score.pages(), chunksize=8) for form in forms]


def dated(item: Mapping[str, str]) -> list[Dated]:
    """One page of the benchmark in its forms; none where people found no date."""
    if not item["date"]:
        return []
    gold = item["date"][:ISO_CHARACTERS]
    day = date.fromisoformat(gold) if len(gold) == ISO_CHARACTERS else None
    fold = fold_of(item["url"] or item["id"])
    flat, html = sys.modules["score"].flatten(item["html"]), item["html"]
    read = (
        read_page(flat, None, None, clean_text(flat)),
        read_page(None, html, item["url"], clean_html(html, url=item["url"])),
    )
    return [
        Dated(form, item["page_type"], fold, day, gold, replace(page, supplied=NOTHING_SUPPLIED))
        for form, page in zip(FORMS, read, strict=True)
    ]
