"""Each form is read back by another program's reader and compared with the pages."""

import csv
import io
import json

import bibtexparser
import pytest
import rispy

from indexer.exports import FORMS
from indexer.exports.bibtex import bibtex
from indexer.exports.csl import csl_json
from indexer.exports.json_lines import json_lines
from indexer.exports.plain import one_line
from indexer.exports.ris import ris
from indexer.exports.sheet import sheet
from tests.indexer.exports.pages import hostile_pages, on, page

PRINTED = {
    r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~", r"\textasciicircum{}": "^",
    r"\$": "$", r"\&": "&", r"\%": "%", r"\#": "#", r"\_": "_",
}  # fmt: skip


def printed(text: str) -> str:
    """What TeX prints of an escaped text."""
    for written, meant in PRINTED.items():
        text = text.replace(written, meant)
    return text


def test_ris_is_read_back_record_for_record() -> None:
    pages = [page(1, published=on("2017-02-20")), page(2, published=on("2017-02-01", "2017-02-28"))]
    first, second = rispy.loads("".join(ris(pages)))
    assert first["type_of_reference"] == "ELEC"
    assert first["title"] == "Council votes on shelter"
    assert first["authors"] == ["Quill, Ada"]
    assert (first["year"], first["date"]) == ("2017", "2017/02/20/")
    assert first["urls"] == ["https://pages.example/a?b=1&c=%20d_e~f#g"]
    assert first["access_date"] == "2020/05/06/"
    assert "date" not in second
    assert second["year"] == "2017"
    assert "Published between 2017-02-01 and 2017-02-28." in second["notes"][0]


def test_no_text_breaks_out_of_a_ris_record() -> None:
    pages = hostile_pages()
    records = rispy.loads("".join(ris(pages)))
    assert [record["title"] for record in records] == [one_line(p.title) for p in pages]
    assert all(len(record["authors"]) == 2 for record in records)


def test_bibtex_is_read_back_entry_for_entry() -> None:
    entries = read_bibtex("".join(bibtex([page(published=on("2017-02-20"))])))
    (entry,) = entries
    assert entry["ID"] == "quill-2017-0000000000000001"
    assert entry["title"] == "{Council votes on shelter}"
    assert entry["author"] == "Quill, Ada"
    assert entry["date"] == "2017-02-20"
    assert entry["year"] == "2017"
    assert entry["urldate"] == "2020-05-06"
    assert printed(entry["url"]) == "https://pages.example/a?b=1&c=%20d_e%7Ef#g"


def test_no_text_breaks_out_of_a_bibtex_entry() -> None:
    pages = hostile_pages()
    entries = read_bibtex("".join(bibtex(pages)))
    assert [printed(e["title"])[1:-1] for e in entries] == [one_line(p.title) for p in pages]
    assert {e["ENTRYTYPE"] for e in entries} == {"misc"}


@pytest.mark.parametrize(
    ("published", "written"),
    [
        (("2017-02-01", "2017-03-31"), "2017-02-01/2017-03-31"),
        (("2017-02-01", ""), "2017-02-01/.."),
        (("", "2017-02-01"), "../2017-02-01"),
    ],
)
def test_a_date_range_stays_a_range_in_bibtex(published: tuple[str, str], written: str) -> None:
    (entry,) = read_bibtex("".join(bibtex([page(published=on(*published))])))
    assert entry["date"] == written


def read_bibtex(text: str) -> list[dict[str, str]]:
    library = bibtexparser.parse_string(text, parse_stack=[])
    assert not library.failed_blocks
    return [
        {"ID": entry.key, "ENTRYTYPE": entry.entry_type}
        | {field.key: field.value.removeprefix("{").removesuffix("}") for field in entry.fields}
        for entry in library.entries
    ]


def test_csl_json_holds_days_ranges_people_and_institutions() -> None:
    day = page(1, published=on("2017-02-20"))
    between = page(2, published=on("2017-02-01", "2017-03-31"), authors=("Riverton City Council",))
    open_range = page(3, published=on("", "2017-03-31"), language="und", authors=())
    first, second, third = json.loads("".join(csl_json([day, between, open_range])))
    assert first["type"] == "webpage"
    assert first["author"] == [{"family": "Quill", "given": "Ada"}]
    assert first["issued"] == {"date-parts": [[2017, 2, 20]]}
    assert second["issued"] == {"date-parts": [[2017, 2, 1], [2017, 3, 31]]}
    assert second["author"] == [{"literal": "Riverton City Council"}]
    assert not {"issued", "language", "author"} & set(third)
    assert third["note"].startswith("Published on 2017-03-31 or earlier.")


def test_a_spreadsheet_row_holds_the_page_and_no_formula() -> None:
    pages = hostile_pages()
    written = "".join(sheet(pages))
    assert written.startswith("\ufeffid,title,")
    rows = list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"))))
    assert [row["title"].removeprefix("'") for row in rows] == [one_line(p.title) for p in pages]
    assert not any(cell[:1] in "=+-@" for row in rows for cell in row.values() if cell)
    assert rows[0]["cities"] == "Toronto, Ontario"
    assert rows[0]["words"] == "2"


def test_json_lines_hold_whole_documents_even_with_broken_characters() -> None:
    pages = hostile_pages()
    lines = "".join(json_lines(pages)).encode().splitlines()
    assert [json.loads(line)["id"] for line in lines] == [page.id for page in pages]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_is_utf_8_and_can_be_empty(form) -> None:  # type: ignore[no-untyped-def]
    "".join(form.write([])).encode()
    "".join(form.write(hostile_pages())).encode()
