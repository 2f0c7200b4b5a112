"""Pages to learn from: each of the benchmark's in its three forms, ruled and labelled."""

import hashlib
import importlib.util
import sys
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

from indexer.cleaning.clean import split_lines
from indexer.cleaning.flow import certain_and_suspect
from indexer.cleaning.line import read_bare_lines
from indexer.cleaning.markup.lines import read_html
from indexer.cleaning.page import Page
from training.lines.labels import label

FORMS = ("text", "light", "html")
FOLDS = 5


@dataclass(frozen=True)
class Learned:
    """A page in one form, with what rules and people said of it.

    form:     "text" (flattened), "light" (thinned by an extractor), "html"
    kind:     the benchmark's kind of page: "article", "forum" …
    fold:     0 to FOLDS - 1; all pages of one domain are in one fold
    chosen:   the text that people chose
    certain:  lines that rules took for certain
    suspects: lines that rules would take by their tags, and the rule
    shares:   for each line, which share of it is text
    """

    form: str
    kind: str
    fold: int
    chosen: str
    page: Page
    certain: frozenset[int]
    suspects: Mapping[int, str]
    shares: tuple[float, ...]


def bench(folder: Path) -> ModuleType:
    """The benchmark's own scoring program, which reads, flattens and measures."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{folder}: no score.py; name the benchmark's folder with --bench")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def read_pages(folder: Path, jobs: int) -> list[Learned]:
    """All pages of a benchmark, three of each."""
    score = bench(folder)
    with ProcessPoolExecutor(jobs, initializer=bench, initargs=(folder,)) as pool:
        return [form for forms in pool.map(learned, score.pages(), chunksize=8) for form in forms]


def learned(item: Mapping[str, str]) -> list[Learned]:
    """One page of the benchmark in its three forms."""
    score = sys.modules["score"]
    fold = fold_of(item["url"] or item["id"])
    forms = []
    for form in FORMS:
        if form == "html":
            read = read_html(item["html"])
            page = Page(read.lines, read.title, (), read.elements)
        else:
            make = score.flatten if form == "text" else score.thin
            page = Page(read_bare_lines(split_lines(make(item["html"]))))
        certain, suspects = certain_and_suspect(page)
        shares = tuple(label([line.text for line in page.content], item["text"]))
        forms.append(
            Learned(
                form=form,
                kind=item["page_type"],
                fold=fold,
                chosen=item["text"],
                page=Page(list(page.lines), page.title, (), page.elements),
                certain=frozenset(certain),
                suspects={at: removal.rule for at, removal in suspects.items()},
                shares=shares,
            )
        )
    return forms


def fold_of(url: str) -> int:
    """The fold of a page, by the last two parts of its host."""
    host = urlsplit(url).hostname or url
    site = ".".join(host.lower().split(".")[-2:])
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % FOLDS
