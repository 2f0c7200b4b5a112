"""Every word of the real pages finds exactly the pages that hold it in cleaned text or title."""

from collections import defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from archive.document import Document
from indexer import analysis
from indexer.engine import SearchEngine
from tests.engine_contract.plain_near import stems_of
from tests.engine_contract.queries import ids, phrase, word
from tests.shared_data import shared

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
EVERY_NTH_PAIR = 13


def corpus(name: str) -> Path:
    folder = shared("seeds") if name == "shared" else SEEDS
    if not any(path.suffix in {".txt", ".html"} for path in folder.rglob("*")):
        pytest.skip(f"{name}: there are no pages here yet")
    return folder


@cache
def prepared(folder: Path) -> tuple[Document, ...]:
    """The pages of a folder as Fonds understands them."""
    from indexer.pipeline import prepare
    from indexer.readers import read

    captures = [
        item for item in read([folder], source=None, manifest=None) if hasattr(item, "body")
    ]
    made = [prepare(capture) for capture in captures]
    return tuple({each.id: each for each in made if isinstance(each, Document)}.values())


def texts(document: Document) -> tuple[list[str], ...]:
    return analysis.terms(document.title), analysis.terms(document.text)


@pytest.fixture(params=["shared", "own"])
def pages(request: pytest.FixtureRequest) -> tuple[Document, ...]:
    return prepared(corpus(request.param))


def test_every_word_exactly(real_engine: SearchEngine, pages: tuple[Document, ...]) -> None:
    real_engine.add(pages, 1)
    holding: dict[str, set[str]] = defaultdict(set)
    for document in pages:
        for term in {term for said in texts(document) for term in said}:
            holding[term].add(document.id)
    assert holding
    wrong = [term for term, wanted in holding.items() if ids(real_engine, phrase(term)) != wanted]
    assert wrong == []


def test_every_word_in_any_form(real_engine: SearchEngine, pages: tuple[Document, ...]) -> None:
    real_engine.add(pages, 1)
    holding: dict[str, set[str]] = defaultdict(set)
    for document in pages:
        for text in (document.title, document.text):
            for stem in stems_of(text, document.language):
                holding[stem].add(document.id)
    terms = {term for document in pages for said in texts(document) for term in said}
    wrong = []
    for term in terms:
        wanted = set().union(*(holding[stem] for stem in analysis.stems(term)))
        if ids(real_engine, word(term)) != wanted:
            wrong.append(term)
    assert wrong == []


def test_two_words_in_sequence(real_engine: SearchEngine, pages: tuple[Document, ...]) -> None:
    real_engine.add(pages, 1)
    holding: dict[tuple[str, str], set[str]] = defaultdict(set)
    for document in pages:
        for said in texts(document):
            for pair in pairwise(said):
                holding[pair].add(document.id)
    sample = sorted(holding)[::EVERY_NTH_PAIR]
    wrong = [pair for pair in sample if ids(real_engine, phrase(" ".join(pair))) != holding[pair]]
    assert wrong == []
