"""What `city:` and `place:` find: words of a place's name, as docs/query.md says."""

from collections.abc import Iterator

import pytest

from archive import Archive
from archive.document import Place
from indexer import index
from indexer.search import Query, Searcher
from tests.indexer.similar.test_similar import page

WHOLE = Place(6077243, "Montréal", "city", "Quebec", "Canada")
PART = Place(6077265, "Montréal-Nord", "city", "Quebec", "Canada")


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with Archive.create(tmp_path_factory.mktemp("places") / "archive") as archive:
        run = archive.begin_run("test", ())
        for name, place in (("whole", WHOLE), ("part", PART)):
            archive.add(run, *page(name, "Arena", "The arena stays open.", places=(place,)))
        archive.finish_run(run)
        yield Searcher(archive, index.open_index(archive))


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("city:montreal", 2),
        ("city:quebec", 2),
        ('city:"Montréal, Quebec"', 1),
        ("city:6077243", 1),
        ("city:nord", 1),
    ],
)
def test_a_name_is_found_by_its_words_and_one_place_by_its_region_or_id(
    searcher: Searcher, typed: str, pages: int
) -> None:
    assert searcher.search(Query(typed)).total == pages
