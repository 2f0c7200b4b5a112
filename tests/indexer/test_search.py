"""From typed text to results."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from archive import Archive
from archive.capture import Capture
from archive.document import Document, Place, PublicationDate
from indexer import index
from indexer.engine import MISSING, Selection, Sort
from indexer.errors import BadCursor, QueryError
from indexer.search import Query, Searcher, meaning

TORONTO = Place(6167865, "Toronto", "city", "Ontario", "Canada")
LONDON = Place(6058560, "London", "city", "Ontario", "Canada")
LONDON_UK = Place(2643743, "London", "city", "England", "United Kingdom")


def page(name: str, title: str, text: str, **facts: object) -> tuple[Capture, Document]:
    url = f"https://pages.example/{name}"
    capture = Capture(text.encode(), "text/plain", url, None, "test")
    bare = Document(
        id=capture.document_id, title=title, text=text, removed=(), url=url, source=None,
        authors=(), published=None, language="en", places=(), years_mentioned=(), captured=None,
        digest=capture.digest,
    )  # fmt: skip
    return capture, replace(bare, **facts)  # type: ignore[arg-type]


def on(day: str) -> PublicationDate:
    return PublicationDate(date.fromisoformat(day), date.fromisoformat(day), "test")


PAGES = (
    page("a", "City votes", "The council voted for sanctuary.", published=on("2016-03-01"),
         places=(TORONTO, LONDON), source="The Harbour Light"),
    page("b", "A river", "No vote by the river.", published=on("2017-05-05"),
         places=(LONDON_UK,)),
    page("c", "Une école", "L’immigration à l'école.", language="fr", authors=("Zoé Plume",)),
)  # fmt: skip


@pytest.fixture
def searcher(tmp_path: Path) -> Iterator[Searcher]:
    with Archive.create(tmp_path / "archive") as archive:
        run = archive.begin_run("test", ())
        for capture, document in PAGES:
            archive.add(run, capture, document)
        archive.finish_run(run)
        yield Searcher(archive, index.open_index(archive))


def ids(searcher: Searcher, query: Query) -> set[str]:
    return {hit.url.rpartition("/")[2] for hit in searcher.search(query).hits if hit.url}


def test_a_hit_shows_the_page_and_what_matched(searcher: Searcher) -> None:
    results = searcher.search(Query("voting sanctuary", facets=("city",)))
    (hit,) = results.hits
    assert (hit.title, hit.source, hit.published) == (
        "City votes",
        "The Harbour Light",
        on("2016-03-01"),
    )
    (snippet,) = hit.snippets
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["voted", "sanctuary"]
    assert [hit.title[start:end] for start, end in hit.title_marks] == ["votes"]
    assert hit.score > 0


def test_results_say_what_was_understood_and_by_whom(searcher: Searcher) -> None:
    results = searcher.search(Query("vote"))
    assert results.query == "vote"
    assert "vote" in results.understood
    assert (results.engine, results.total, results.offset) == ("whoosh", 2, 0)
    assert results.took_ms > 0


def test_an_empty_query_finds_everything(searcher: Searcher) -> None:
    assert ids(searcher, Query()) == {"a", "b", "c"}


def test_a_query_that_cannot_be_understood_is_an_error(searcher: Searcher) -> None:
    with pytest.raises(QueryError):
        searcher.search(Query("(police"))


def test_days_narrow_for_certain(searcher: Searcher) -> None:
    assert ids(searcher, Query(published_from=date(2017, 1, 1))) == {"b"}
    assert ids(searcher, Query(published_to=date(2017, 1, 1))) == {"a"}
    assert ids(searcher, Query("river", published_to=date(2017, 1, 1))) == set()
    year = Query("vote", published_from=date(2016, 1, 1), published_to=date(2016, 12, 31))
    assert ids(searcher, year) == {"a"}
    assert "2016" in searcher.search(year).understood


def test_no_text_and_no_days_mean_nothing_special() -> None:
    assert meaning(Query()) is None


def test_pages_go_on_from_a_cursor(searcher: Searcher) -> None:
    first = searcher.search(Query(sort=Sort.NEWEST, limit=2))
    rest = searcher.search(Query(sort=Sort.NEWEST, limit=2, cursor=first.next))
    assert [hit.title for hit in (*first.hits, *rest.hits)] == [
        "A river",
        "City votes",
        "Une école",
    ]
    assert (rest.offset, rest.next) == (2, None)
    with pytest.raises(BadCursor):
        searcher.search(Query("river", cursor=first.next))


@pytest.mark.parametrize(
    ("field", "typed", "values"),
    [
        ("city", "toronto", {"6167865"}),
        ("city", "London", {"6058560", "2643743"}),
        ("city", "London, Ontario", {"6058560"}),
        ("city", "6167865", {"6167865"}),
        ("city", "London, Ont.", {"6058560"}),
        ("city", "London ON", {"6058560"}),
        ("city", "Londres", {"2643743"}),
        ("region", "Ont.", {"Ontario, Canada"}),
        ("region", "ontario", {"Ontario, Canada"}),
        ("language", "Français", {"fr"}),
        ("language", "fr", {"fr"}),
        ("author", "zoe plume", {"Zoé Plume"}),
        ("source", "the harbour light", {"The Harbour Light"}),
        ("source", "harbour", {"harbour"}),
        ("city", "Nowhere", {"Nowhere"}),
        ("year", MISSING, {MISSING}),
    ],
)
def test_a_typed_value_selects_what_is_called_so(
    searcher: Searcher, field: str, typed: str, values: set[str]
) -> None:
    assert searcher.select(field, typed) == Selection(field, frozenset(values))


def test_a_typed_value_that_nothing_has_stays_visible(searcher: Searcher) -> None:
    chosen = searcher.select("city", "Nowhere")
    results = searcher.search(Query(selections=(chosen,), facets=("city",)))
    listed = [(row.label, row.count) for row in results.facets[0].values if row.selected]
    assert (results.total, listed) == (0, [("Nowhere", 0)])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('city:"London, Ont."', {"a"}),
        ('city:"London (Ontario)"', {"a"}),
        ("city:Londres", {"b"}),
        ('city:("London, Ont." OR Londres)', {"a", "b"}),
        ('vote -city:"London, England"', {"a"}),
        ('place:"London, U.K."', {"b"}),
    ],
)
def test_a_place_may_be_asked_for_in_any_way_that_gazetteers_know(
    searcher: Searcher, query: str, found: set[str]
) -> None:
    assert ids(searcher, Query(query)) == found


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ("city:Lonndon", 'No page names a city called "Lonndon". Did you mean London, Ontario?'),
        ("place:Torontto river", 'No page names a place called "Torontto". '
         "Did you mean Toronto, Ontario?"),
        ("city:Winnipeg", 'No page names a city called "Winnipeg".'),
        ("city:Toronto absent", None),
        ("-city:Lonndon absent", None),
        ("vote", None),
    ],
)  # fmt: skip
def test_a_place_that_no_page_names_is_noted_with_the_nearest(
    searcher: Searcher, query: str, note: str | None
) -> None:
    assert searcher.search(Query(query)).notes == ((note,) if note else ())


def test_the_value_of_a_facet_nearest_to_what_was_typed_is_told(searcher: Searcher) -> None:
    assert searcher.like("city", "Torronto") == "Toronto, Ontario"
    assert searcher.like("source", "Harbour") is None


def test_a_searcher_can_be_warmed_before_anyone_asks(searcher: Searcher) -> None:
    searcher.warm()
    assert searcher.search(Query("vote")).total == 2


def test_threads_search_together_and_each_gets_its_own_answer(searcher: Searcher) -> None:
    queries = ("vote", "sanctuary", '"the river"', "école", "absent", "")
    alone = [searcher.search(Query(text, facets=("city",))) for text in queries]
    with ThreadPoolExecutor(8) as pool:
        together = list(
            pool.map(lambda text: searcher.search(Query(text, facets=("city",))), queries * 20)
        )
    assert [replace(found, took_ms=0) for found in together] == [
        replace(found, took_ms=0) for found in alone
    ] * 20
