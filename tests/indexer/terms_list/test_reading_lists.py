"""Lists as people save them: encodings, marks, line ends, quotes, tables."""

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.terms_list import BadList, Kind, TermLine, as_text, kind_of, read_list
from indexer.terms_list.reading import MOST_BYTES, MOST_ROWS

NAMES = "Zoé Œuvrard\nJosé “Pepe” Müller\n"
LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)


def terms(body: bytes, kind: Kind = Kind.LINES, column: str | None = None) -> list[str]:
    return [line.text for line in read_list(body, kind, column).lines]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_list_reads_the_same_in_every_encoding_and_with_every_line_end(
    charset: str, ends: str
) -> None:
    assert terms(NAMES.replace("\n", ends).encode(charset)) == NAMES.splitlines()


def test_blank_lines_are_passed_over_and_counted() -> None:
    found = read_list(b"\n  Ann Roe \n\n\t\nBo\n").lines
    assert found == (TermLine(2, "Ann Roe"), TermLine(5, "Bo"))


def test_lines_keep_their_numbers_when_the_list_is_sent_again() -> None:
    lines = read_list(b"\nAnn\n\n\nBo\n").lines
    assert read_list(as_text(lines).encode()).lines == lines


@given(st.lists(LETTERS, min_size=1, max_size=20))
def test_every_line_comes_back_in_order(names: list[str]) -> None:
    lines = [" ".join(name.split()) for name in "\n".join(names).splitlines()]
    assert terms("\n".join(names).encode()) == [line for line in lines if line]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_column_of_names_is_found_whatever_parts_the_cells(separator: str) -> None:
    table = io.StringIO()
    rows = [["id", "Nom", "note"], ["1", "Roe; Jane, Q.C.", "x"], ["2", 'Jo "Bob" X', ""]]
    csv.writer(table, delimiter=separator).writerows(rows)
    read = read_list(table.getvalue().encode("utf-8-sig"), Kind.CSV)
    assert [line.text for line in read.lines] == ["Roe; Jane, Q.C.", 'Jo "Bob" X']
    assert read.column == "Nom"


def test_a_column_may_be_named_and_else_the_first_is_read() -> None:
    body = b"who,where\nAnn,Hull\nBo,Laval\n"
    assert terms(body, Kind.CSV) == ["Ann", "Bo"]
    assert terms(body, Kind.CSV, " WHERE ") == ["Hull", "Laval"]
    with pytest.raises(BadList) as raised:
        terms(body, Kind.CSV, "when")
    assert raised.value.mend == "The columns are: who, where."


def test_a_quotation_mark_that_is_not_closed_swallows_no_other_line() -> None:
    assert terms(b'name\nAnn\n"Bo\nCy\nDi\n', Kind.CSV) == ["Ann", "Bo", "Cy", "Di"]


def test_a_cell_of_several_lines_is_one_term() -> None:
    assert terms(b'name\n"Ann\nRoe"\nBo\n', Kind.CSV) == ["Ann Roe", "Bo"]


def test_lines_beyond_the_limit_are_told_not_lost() -> None:
    body = "\n".join(f"name {number}" for number in range(MOST_ROWS + 3)).encode()
    read = read_list(body)
    assert len(read.lines) == MOST_ROWS
    assert [line.number for line in read.left_out] == [1001, 1002, 1003]


@pytest.mark.parametrize("body", [b"", b"\n \r\n", b"\xef\xbb\xbf", b"\0\0"])
@pytest.mark.parametrize("kind", list(Kind))
def test_an_empty_list_says_so(body: bytes, kind: Kind) -> None:
    with pytest.raises(BadList, match="empty"):
        read_list(body, kind)


def test_a_list_out_of_all_measure_is_refused() -> None:
    with pytest.raises(BadList, match="larger than 3 MB"):
        read_list(b"a" * (MOST_BYTES + 1))


@given(st.binary(max_size=300), st.sampled_from(Kind))
def test_any_bytes_are_a_list_or_are_refused(body: bytes, kind: Kind) -> None:
    with suppress(BadList):
        read = read_list(body, kind)
        assert all(line.text == line.text.strip() and line.text for line in read.lines)


def test_a_file_is_a_table_by_its_name() -> None:
    assert [kind_of(name) for name in ("a.CSV", "b.tsv", "c.txt", "csv")] == [
        Kind.CSV,
        Kind.CSV,
        Kind.LINES,
        Kind.LINES,
    ]
