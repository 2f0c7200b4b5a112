"""Pages like a page."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from archive import Archive
from archive.capture import Capture
from archive.document import Document
from archive.errors import DocumentNotFound
from indexer import index
from indexer.search import Searcher
from indexer.similar import Similar

FERRY = "The ferry across the harbour stopped, and the ferry company blamed the dredging."
ORCHARD = "Frost took the orchard blossoms; growers of apples ask the province for insurance."
VERGER = "Le gel a pris les fleurs du verger ; les pomiculteurs demandent une assurance."
FILLER = ("A vote on parking.", "A choir sang in the park.", "The library has new hours.")


def page(name: str, title: str, text: str, **facts: object) -> tuple[Capture, Document]:
    url = f"https://pages.example/{name}"
    capture = Capture(f"{name}{text}".encode(), "text/plain", url, None, "test")
    bare = Document(
        id=capture.document_id, title=title, text=text, removed=(), url=url, source=None,
        authors=(), published=None, language="en", places=(), years_mentioned=(), captured=None,
        digest=capture.digest,
    )  # fmt: skip
    return capture, replace(bare, **facts)  # type: ignore[arg-type]


PAGES = (
    page("ferry", "Ferry stops", FERRY),
    page("dredging", "Dredging", "Dredging of the harbour begins. The ferry company waits."),
    page("orchard", "Frost in the orchard", ORCHARD, group="a" * 16),
    page("orchard-copy", "Frost in the orchard", ORCHARD, group="a" * 16),
    page("apples", "Apples", "Growers lost apples to frost; insurance pays for one orchard."),
    page("verger", "Le verger gelé", VERGER, language="fr"),
    page("assurance", "Assurance", "Une assurance pour les pomiculteurs et leur verger gelé.",
         language="fr"),
    page("both", "Frost / Gel", f"{ORCHARD}\n\n{VERGER}"),
    page("short", "Hm", "Yes. No."),
    page("nothing", "😀", ""),
    page("hebrew", "גשר", "הגשר נסגר"),
    *(page(f"filler{n}", f"Notice {n}", f"{text} {n}") for n, text in enumerate(FILLER * 4)),
)  # fmt: skip


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with Archive.create(tmp_path_factory.mktemp("alike") / "archive") as archive:
        run = archive.begin_run("test", ())
        for capture, document in PAGES:
            archive.add(run, capture, document)
        archive.finish_run(run)
        yield Searcher(archive, index.open_index(archive))


def like(searcher: Searcher, name: str, limit: int = 5) -> Similar:
    (found,) = [document for capture, document in PAGES if capture.url == address(name)]
    return searcher.similar(found.id, limit)


def address(name: str) -> str:
    return f"https://pages.example/{name}"


def names(found: Similar) -> list[str]:
    return [(page.document.url or "").rpartition("/")[2] for page in found.pages]


def test_a_page_is_like_the_one_that_shares_its_telling_words(searcher: Searcher) -> None:
    found = like(searcher, "ferry")
    assert names(found) == ["dredging"]
    assert {"ferry", "harbour", "dredging"} <= {word.lower() for word in found.pages[0].shared}
    assert set(found.pages[0].shared) <= set(found.words)
    assert found.reason == ""


def test_neither_itself_nor_its_near_copies_are_listed(searcher: Searcher) -> None:
    found = names(like(searcher, "orchard"))
    assert "apples" in found
    assert not {"orchard", "orchard-copy"} & set(found)


def test_a_french_page_is_like_french_pages(searcher: Searcher) -> None:
    found = names(like(searcher, "verger"))
    assert set(found) == {"assurance", "both"}


def test_a_page_in_two_languages_is_like_pages_in_each(searcher: Searcher) -> None:
    found = set(names(like(searcher, "both")))
    assert "verger" in found
    assert len(found & {"orchard", "orchard-copy"}) == 1


def test_words_of_grammar_tell_nothing(searcher: Searcher) -> None:
    said = {word.lower() for word in like(searcher, "verger").words}
    assert not said & {"les", "une", "des", "the"}


@pytest.mark.parametrize("name", ["short", "nothing", "hebrew"])
def test_a_page_of_few_words_says_that_nothing_is_like_it(searcher: Searcher, name: str) -> None:
    found = like(searcher, name)
    assert found.pages == ()
    assert found.reason.endswith(".")


def test_no_more_pages_are_listed_than_asked_for(searcher: Searcher) -> None:
    assert len(like(searcher, "both", limit=1).pages) == 1


def test_an_unknown_page_is_told(searcher: Searcher) -> None:
    with pytest.raises(DocumentNotFound):
        searcher.similar("0" * 16)
