"""Coverage and trends, against plain counting over the pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive import Archive
from indexer.counts import coverage, trends, trends_by
from indexer.engine import MISSING, Selection
from indexer.index import open_index
from indexer.search import Query, Searcher
from tests.webui.pages import build


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    folder: Path = tmp_path_factory.mktemp("counts") / "archive"
    with build(folder) as archive:
        engine = open_index(archive)
        yield Searcher(archive, engine)
        engine.close()


def found(searcher: Searcher, text: str = "", **chosen: str) -> int:
    picked = tuple(Selection(field, frozenset({value})) for field, value in chosen.items())
    return searcher.search(Query(text, selections=picked, limit=0)).total


@pytest.mark.parametrize("field", ["city", "source", "language"])
@pytest.mark.parametrize("text", ["", "council"])
def test_each_cell_is_what_choosing_its_row_and_column_finds(
    searcher: Searcher, field: str, text: str
) -> None:
    grid = coverage(searcher, Query(text), field)
    assert grid.rows
    for row in grid.rows:
        assert row.total == found(searcher, text, **{field: row.value})
        assert row.uncertain == found(searcher, text, **{field: row.value, "year": "uncertain"})
        assert row.undated == found(searcher, text, **{field: row.value, "year": MISSING})
        for year, count in zip(grid.years, row.counts, strict=True):
            assert count == found(searcher, text, **{field: row.value, "year": str(year)})


def test_years_without_pages_stand_between_those_with_pages(searcher: Searcher) -> None:
    grid = coverage(searcher, Query(), "city")
    assert list(grid.years) == list(range(grid.years[0], grid.years[-1] + 1))


def test_what_is_not_listed_is_counted(searcher: Searcher) -> None:
    whole = coverage(searcher, Query(), "source")
    cut = coverage(searcher, Query(), "source", most=1)
    named = [row for row in whole.rows if row.value != MISSING]
    assert whole.left_out == 0
    assert cut.left_out == len(named) - 1
    assert cut.rows[0] == whole.rows[0]


def test_a_chosen_value_and_year_narrow_the_grid(searcher: Searcher) -> None:
    whole = coverage(searcher, Query(), "language")
    year = str(whole.years[-1])
    picked = (Selection("language", frozenset({"en"})), Selection("year", frozenset({year})))
    grid = coverage(searcher, Query(selections=picked), "language")
    assert [row.value for row in grid.rows] == ["en"]
    assert grid.years == (int(year),)


def test_what_is_left_out_is_in_no_cell(searcher: Searcher) -> None:
    whole = coverage(searcher, Query(), "source")
    value, year = whole.rows[0].value, str(whole.years[0])
    without = (
        Selection("source", without=frozenset({value, MISSING})),
        Selection("year", without=frozenset({year, MISSING})),
    )
    asked = Query(selections=without)
    grid = coverage(searcher, asked, "source")
    assert grid.every.total == searcher.search(asked).total
    assert {row.value for row in grid.rows} == {r.value for r in whole.rows} - {value, MISSING}
    assert int(year) not in grid.years
    assert not any(row.undated for row in grid.rows)
    by_source = trends_by(searcher, asked, "source")
    assert value not in {trend.value for trend in by_source.trends}
    city = whole_city(searcher)
    apart = Query(selections=(Selection("city", without=frozenset({city[0]})),))
    shown = {row.value: row.total for row in coverage(searcher, apart, "city").rows}
    both = found(searcher, city=city[1]) - shown[city[1]]
    assert both > 0  # pages that name both cities are gone from the other's row


def whole_city(searcher: Searcher) -> list[str]:
    return [row.value for row in coverage(searcher, Query(), "city").rows]


def test_a_trend_counts_a_query_and_all_pages_by_year(searcher: Searcher) -> None:
    answer = trends(searcher, ["council", "police"], Query())
    for trend in answer.trends:
        assert trend.total == found(searcher, trend.text)
        for point in trend.points:
            assert point.count == found(searcher, trend.text, year=str(point.year))
            assert point.of == found(searcher, year=str(point.year))


def test_a_trend_by_value_counts_within_each_value(searcher: Searcher) -> None:
    answer = trends_by(searcher, Query("council"), "source")
    assert len(answer.trends) > 1
    for trend in answer.trends:
        for point in trend.points:
            year = str(point.year)
            assert point.count == found(searcher, "council", source=trend.value, year=year)
            assert point.of == found(searcher, source=trend.value, year=year)


def test_a_query_that_cannot_be_read_hinders_no_other(searcher: Searcher) -> None:
    broken, fine = trends(searcher, ['"council', "council"], Query()).trends
    assert broken.fault
    assert not broken.points
    assert fine.total == found(searcher, "council")


def test_an_empty_archive_has_no_years(tmp_path: Path) -> None:
    with Archive.create(tmp_path / "empty") as archive:
        engine = open_index(archive)
        searcher = Searcher(archive, engine)
        assert trends(searcher, ["council"], Query()).years == ()
        assert coverage(searcher, Query(), "city").rows == ()
        engine.close()
