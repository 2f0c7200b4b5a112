"""Counts by year and month of publication."""

import random
from datetime import date
from pathlib import Path

import pytest

from archive.document import PublicationDate
from indexer.engine import (
    MISSING,
    UNCERTAIN,
    Histogram,
    Period,
    Search,
    SearchEngine,
    Selection,
)
from indexer.engines import ENGINES, open_engine
from indexer.query import expand
from tests.engine_contract.documents import on, page, random_page
from tests.engine_contract.plain_scan import PlainScan
from tests.engine_contract.queries import ask, random_node, word
from tests.engine_contract.test_random import CHOICES

PAGES = (
    page("a", "city", published=on("2016-03-01")),
    page("b", "city", published=on("2016-03-01", "2016-03-31")),
    page("c", "town", published=on("2016-12-31", "2017-01-01")),
    page("d", "city", published=on("2017-01-01", "2017-12-31")),
    page("e", "city", published=on("2017-02-28"), language="fr"),
    page("f", "city", published=on("2017-06-01", "")),
    page("g", "city", published=on("", "2017-06-01")),
    page("h", "city", published=on("", "")),
    page("i", "city"),
)


def counted(engine: SearchEngine, *args: object, **options: object) -> Histogram:
    found = ask(engine, *args, histogram=True, limit=0, **options)  # type: ignore[arg-type]
    assert found.histogram is not None
    return found.histogram


def periods(**counts: int) -> tuple[Period, ...]:
    return tuple(Period(name[1:].replace("_", "-"), count) for name, count in counts.items())


def test_a_date_counts_where_its_whole_range_lies(engine: SearchEngine) -> None:
    engine.add(PAGES, 1)
    assert counted(engine) == Histogram(
        years=periods(y2016=2, y2017=2),
        months=periods(m2016_03=2, m2017_02=1),
        uncertain=4,
        undated=2,
    )


def test_only_what_was_found_is_counted(engine: SearchEngine) -> None:
    engine.add(PAGES, 1)
    assert counted(engine, word("town")) == Histogram((), (), 1, 0)
    assert counted(engine, word("walrus")) == Histogram((), (), 0, 0)


def test_years_are_counted_as_if_none_were_selected(engine: SearchEngine) -> None:
    engine.add(PAGES, 1)
    chosen = (Selection("year", frozenset({"2017"})), Selection("language", frozenset({"fr"})))
    told = counted(engine, selections=chosen[:1])
    assert told == Histogram(periods(y2016=2, y2017=2), periods(m2017_02=1), 1, 0)
    told = counted(engine, selections=chosen)
    assert told == Histogram(periods(y2017=1), periods(m2017_02=1), 0, 0)
    unsure = (Selection("year", frozenset({UNCERTAIN, MISSING})),)
    assert counted(engine, selections=unsure) == Histogram(periods(y2016=2, y2017=2), (), 3, 2)


def test_it_is_told_only_where_it_is_asked_for(engine: SearchEngine) -> None:
    engine.add(PAGES, 1)
    assert ask(engine).histogram is None


def test_an_empty_index_has_an_empty_one(engine: SearchEngine) -> None:
    assert counted(engine) == Histogram((), (), 0, 0)


def test_a_document_that_was_replaced_counts_once(engine: SearchEngine) -> None:
    engine.add(PAGES, 1)
    engine.add([page("a", "city", published=on("1999-01-01"))], 2)
    told = counted(engine)
    assert told.years == periods(y1999=1, y2016=1, y2017=2)
    assert told.months == periods(m1999_01=1, m2016_03=1, m2017_02=1)


@pytest.mark.parametrize("year", [1, 999, 1582, 1752, 1900, 1969, 1970, 2000, 2400, 9999])
def test_any_year_of_the_calendar_is_told(engine: SearchEngine, year: int) -> None:
    first, last = date(year, 2, 1), date(year, 2, 28)
    new_year, end = date(year, 1, 1), date(year, 12, 31)
    engine.add(
        [
            page("month", published=PublicationDate(first, last, "invented")),
            page("year", published=PublicationDate(new_year, end, "invented")),
            page("first", published=PublicationDate(new_year, new_year, "invented")),
            page("last", published=PublicationDate(end, end, "invented")),
            page("until", published=PublicationDate(None, new_year, "invented")),
            page("from", published=PublicationDate(end, None, "invented")),
        ],
        1,
    )
    name = f"{year:04}"
    months = (Period(f"{name}-01", 1), Period(f"{name}-02", 1), Period(f"{name}-12", 1))
    assert counted(engine) == Histogram((Period(name, 4),), months, 3, 0)


@pytest.mark.parametrize("seed", range(4))
def test_years_agree_with_the_facet_of_years(engine: SearchEngine, seed: int) -> None:
    chance = random.Random(seed)
    engine.add([random_page(chance, f"p{number}") for number in range(60)], 1)
    chosen = (Selection("year", frozenset({"2016"})), Selection("language", frozenset({"en"})))
    for selections in ((), chosen[:1], chosen):
        found = ask(engine, facets=("year",), selections=selections, histogram=True)
        rows = {row.value: row.count for row in found.facets[0].values if row.count}
        assert found.histogram is not None
        told = {period.name: period.count for period in found.histogram.years}
        assert told == {value: count for value, count in rows.items() if value != UNCERTAIN}
        months = sum(period.count for period in found.histogram.months)
        assert months + found.histogram.uncertain + found.histogram.undated == found.total


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("seed", range(3))
def test_it_counts_as_a_plain_scan_does(tmp_path: Path, name: str, seed: int) -> None:
    chance = random.Random(seed)
    engine, oracle = open_engine(name, tmp_path / "index"), PlainScan()
    for commit in range(3):
        pages = [random_page(chance, f"p{number}") for number in range(commit * 15, 60)]
        engine.add(pages, commit + 1)
        oracle.add(pages, commit + 1)
    for _ in range(30):
        field = chance.choice(sorted(CHOICES))
        chosen = Selection(
            field,
            frozenset(chance.sample(CHOICES[field], chance.randint(0, 2))),
            frozenset(chance.sample(CHOICES[field], chance.randint(0, 1))),
        )
        node = expand(random_node(chance, 2), "", oracle.vocabulary)
        search = Search(node, (chosen,), limit=0, histogram=True, fold=chance.random() < 0.5)
        assert engine.search(search).histogram == oracle.search(search).histogram, search
    engine.close()
