"""Tables with separators: each row a page, whatever the separator, the charset and the quotes."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.capture import Capture
from archive.document import PassedOver, Refused
from indexer import prepare
from indexer.readers import read
from indexer.readers.columns import read_mapping

ROWS = [
    ["url", "title", "text", "author"],
    [
        "https://a.example/1",
        "Été",
        'Un texte; avec\nlignes, "guillemets"\tet tabulations',
        "Ann Roy",
    ],
    ["https://a.example/2", "Deux", "Les élèves étaient déjà là, à l’école.", ""],
]


def table(rows: list[list[str]], separator: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def read_all(tmp_path, text: str | bytes, name: str = "pages.csv", mapping: tuple[str, ...] = ()):
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return list(read([path], columns=read_mapping(mapping)))


def bodies(items) -> list[str]:
    return [item.body.decode() for item in items if isinstance(item, Capture)]


def refusals(items) -> list[Refused]:
    return [item for item in items if isinstance(item, Refused)]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("name", ["pages.csv", "pages"])
def test_separator_and_charset_are_found_by_content(tmp_path, separator, charset, name):
    items = read_all(tmp_path, table(ROWS, separator).encode(charset), name)
    assert bodies(items) == [row[2] for row in ROWS[1:]]
    assert items[0].supplied.value("title") == "Été"
    assert items[0].origin.endswith(f"{name}#row 2")


def test_the_evidence_of_a_stated_fact_names_the_row(tmp_path):
    first, _ = read_all(tmp_path, table(ROWS))
    document = prepare(first)
    assert document.authors == ("Ann Roy",)
    assert {one.finder for one in document.evidence if one.field in ("title", "author")} == {
        "record pages.csv#2"
    }


def test_french_names_of_columns_and_the_line_of_excel_are_understood(tmp_path):
    text = "sep=;\r\nAdresse;Titre;Texte;Ville\r\nhttps://a.example/1;Vote;Des mots.;Montréal\r\n"
    (page,) = read_all(tmp_path, text)
    assert (page.url, page.supplied.value("place")) == ("https://a.example/1", "Montréal")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ('https://a.example/x,"bad" quote,text,', "expected after"),
        ("https://a.example/x,too,few", "It has 3 cells, the first row has 4"),
        ("https://a.example/x,far,too,many,cells", "It has 5 cells"),
        ("https://a.example/x,No text,,", "is empty"),
    ],
)
def test_a_bad_row_costs_itself_alone(tmp_path, row, reason):
    begin, end = table(ROWS[:2]), table(ROWS[2:])
    items = read_all(tmp_path, begin + row + "\r\n" + end)
    assert bodies(items) == [ROWS[1][2], ROWS[2][2]]
    (refused,) = refusals(items)
    assert reason in refused.reason
    assert refused.origin.endswith("#row 3")
    assert refused.offset == len(begin.encode())


def test_a_quote_that_is_never_closed_costs_its_row_alone(tmp_path):
    rows = "".join(f"https://a.example/{n},T,Page {n}.,\n" for n in range(200))
    items = read_all(tmp_path, 'url,title,text,author\nhttps://a.example/x,"open,x,\n' + rows)
    assert len(bodies(items)) == 200
    assert len(refusals(items)) == 1


def test_many_open_quotes_end_the_reading_soon(tmp_path, monkeypatch):
    monkeypatch.setattr("indexer.readers.separated_rows.MOST_READ_AGAIN_BYTES", 100_000)
    items = read_all(tmp_path, "url,text\n" + 'x,"""""\n' * 3_000 + 'x,"y" z\n')
    assert refusals(items)
    assert len(items) < 3_100


def test_a_cell_may_be_longer_than_the_parser_allows_by_itself(tmp_path):
    items = read_all(tmp_path, table([["text"], ["words " * 50_000]]))
    assert len(bodies(items)[0]) == 300_000


def test_a_row_longer_than_a_page_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("indexer.readers.separated_rows.MAX_PAGE_BYTES", 1_000)
    long = "x\n" * 2_000
    items = read_all(tmp_path, table([["text"], ["Before."], [long], ["After."]]))
    assert "quote is not closed" in refusals(items)[0].reason
    assert bodies(items)[0] == "Before."


def test_without_a_header_columns_are_mapped_by_number(tmp_path):
    text = 'https://a.example/1,"Hello, world"\nhttps://a.example/2,Bye\n'
    (refused,) = read_all(tmp_path, text)
    assert "--map" in refused.mend
    assert "by number" in refused.mend
    items = read_all(tmp_path, text, mapping=("url=1,text=2",))
    assert bodies(items) == ["Hello, world", "Bye"]


@pytest.mark.parametrize(
    ("text", "mapping", "says"),
    [
        ("url,text,text\na,b,c\n", (), '"text" stands twice'),
        ("url,words\na,b\n", ("text=wrods",), 'no column "wrods"'),
        ("", (), "nothing in it"),
    ],
)
def test_a_table_that_cannot_be_understood_is_one_refusal(tmp_path, text, mapping, says):
    (refused,) = read_all(tmp_path, text, mapping=mapping)
    assert says in refused.reason


def test_a_table_of_other_things_in_a_folder_is_passed_over(tmp_path):
    (tmp_path / "totals.csv").write_text("year,votes\n2017,3\n")
    (item,) = read([tmp_path])
    assert isinstance(item, PassedOver)


def test_a_text_with_commas_is_no_table(tmp_path):
    (page,) = read_all(tmp_path, "Title, author, and text were lost,\nin the fire.\n", "page.txt")
    assert page.body.startswith(b"Title, author")


CELLS = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from('\n",;\t'), max_size=20
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5), st.sampled_from(",;\t|"))
def test_what_a_spreadsheet_writes_is_read_back(tmp_path_factory, rows, separator):
    folder = tmp_path_factory.mktemp("any")
    written = [["text", "title"], *([f"Page. {text}", title] for text, title in rows)]
    items = read_all(folder, table(written, separator))
    assert bodies(items) == [row[0] for row in written[1:]]
