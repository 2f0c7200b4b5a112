"""The counts of a list, against searches one by one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis import terms
from indexer.engine import Selection
from indexer.errors import QueryError
from indexer.exports.plain import one_line
from indexer.index import open_index
from indexer.query import parse
from indexer.query.nodes import Phrase
from indexer.search import Query, Searcher
from indexer.terms_list import As, Counted, Counter, Kind, counts_sheet, read_list
from indexer.terms_list.asking import query_of
from tests.webui.pages import build

LIST = b"police\nMeeting\n*?*\ncouncil met\npolice\nno such words\n(police\n"
IN_2017 = (Selection("year", frozenset({"2017"})),)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    folder: Path = tmp_path_factory.mktemp("lists") / "archive"
    with build(folder) as archive:
        engine = open_index(archive)
        yield Searcher(archive, engine)
        engine.close()


def counted(searcher: Searcher, narrowed: Query, read_as: As) -> Counted:
    return Counter(searcher, narrowed, read_as).count(read_list(LIST).lines)


@pytest.mark.parametrize("read_as", list(As))
@pytest.mark.parametrize("narrowed", [Query(), Query(selections=IN_2017)])
def test_each_row_counts_what_its_search_finds(
    searcher: Searcher, narrowed: Query, read_as: As
) -> None:
    rows = [row for row in counted(searcher, narrowed, read_as) if not row.reason]
    assert rows
    for row in rows:
        assert row.total == searcher.search(Query(row.query, limit=0)).total
        hits = searcher.search(Query(row.query, narrowed.selections, limit=100)).hits
        days = [hit.published for hit in hits]
        sure = [
            day.earliest.year
            for day in days
            if day and day.earliest and day.latest and day.earliest.year == day.latest.year
        ]
        assert row.narrowed == len(hits)
        assert (row.first_year, row.last_year) == (
            min(sure, default=None),
            max(sure, default=None),
        )
        assert row.unsure == len(hits) - len(sure)


def test_a_row_at_fault_says_why_and_fails_no_other(searcher: Searcher) -> None:
    rows = counted(searcher, Query(), As.QUERY)
    assert [row.line.number for row in rows] == [1, 2, 3, 4, 5, 6, 7]
    assert [bool(row.reason) for row in rows] == [False, False, True, False, False, False, True]
    assert rows[6].reason == "The parenthesis ( is never closed."
    assert all(row.mend for row in rows if row.reason)
    assert rows[4].same_as == 1
    assert rows[4].total == rows[0].total > 0


def test_a_line_read_as_a_phrase_is_searched_for_whatever_its_signs(searcher: Searcher) -> None:
    rows = counted(searcher, Query(), As.PHRASE)
    assert [row.line.number for row in rows if row.reason] == [3]
    assert rows[6].total == rows[0].total


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_line_read_as_a_phrase_is_one_phrase_or_has_no_word(line: str) -> None:
    line = one_line(line)
    if not terms(line):
        with pytest.raises(QueryError, match="no word"):
            query_of(line, As.PHRASE)
        return
    node = parse(query_of(line, As.PHRASE))
    assert isinstance(node, Phrase)
    assert terms(node.text) == terms(line)


def test_dates_narrow_too(searcher: Searcher) -> None:
    narrowed = Query(published_from=date(2017, 1, 1), published_to=date(2017, 12, 31))
    (row,) = Counter(searcher, narrowed, As.PHRASE).count(read_list(b"police").lines)
    assert row.total > row.narrowed > 0
    assert row.first_year == row.last_year == 2017


def test_lines_for_which_there_is_no_time_are_told(searcher: Searcher) -> None:
    lines = read_list(LIST).lines
    rows = Counter(searcher, Query(), As.PHRASE).count(lines, patience_s=-1)
    assert rows.late == lines
    assert all(row.reason for row in rows)


def test_no_cell_of_the_sheet_is_a_formula(searcher: Searcher) -> None:
    lines = read_list(b"=cmd|x\n+police\n@police\n").lines
    sheet = "".join(counts_sheet(Counter(searcher, Query(), As.QUERY).count(lines), str))
    assert sheet.startswith("\ufeffline,term,query,")
    for row in sheet.splitlines()[1:]:
        assert row.split(",")[1].startswith("'")


def test_a_row_with_an_open_quotation_mark_is_told_and_not_counted(searcher: Searcher) -> None:
    body = b'n;name;city\n4;police;x\n5;"unclosed;w\n"6;housing;y\n7;police;"z\n8;"police";w\n'
    read = read_list(body, Kind.CSV)
    assert [(line.number, line.text, line.unclosed) for line in read.lines] == [
        (2, "police", False),
        (3, "unclosed;w", True),
        (4, "6;housing;y", True),
        (5, "police", False),
        (6, "police", False),
    ]
    rows = Counter(searcher, Query(), As.PHRASE).count(read.lines)
    assert [bool(row.reason) for row in rows] == [False, True, True, False, False]
    assert rows[1].mend.startswith("Close it")
