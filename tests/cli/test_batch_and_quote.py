"""`fonds batch` and `fonds quote`."""

import csv
import io
import json


def test_a_list_comes_out_as_csv_with_the_fault_of_each_bad_row(fonds, archive, tmp_path):
    names = tmp_path / "names.csv"
    names.write_text("n;name\n1;Hamilton\n2;***\n3;zebra\n", "utf-8")
    ran = fonds("--archive", archive, "batch", names)
    table = list(csv.DictReader(io.StringIO(ran.out.removeprefix("\ufeff"))))
    assert ran.status == 3
    assert [(row["term"], row["pages"]) for row in table] == [
        ("Hamilton", "1"),
        ("***", ""),
        ("zebra", "0"),
    ]
    assert "1 of 3 lines could not be counted" in ran.err


def test_a_list_is_narrowed_and_told_as_json(fonds, archive, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("police\n", "utf-8")
    told = json.loads(fonds("--archive", archive, "batch", names, "--year", "2014", "--json").out)
    (row,) = told["rows"]
    assert (row["pages"], row["pages_narrowed"]) == (2, 1)
    assert (row["first_year"], row["last_year"]) == (2014, 2014)


def test_a_list_that_cannot_be_read_is_a_fault_of_usage(fonds, archive, tmp_path):
    names = tmp_path / "names.txt"
    names.write_bytes(b"\n")
    ran = fonds("--archive", archive, "batch", names)
    assert ran.status == 2
    assert "The list is empty." in ran.err


def test_a_quotation_is_told_with_its_differences(fonds, archive):
    ran = fonds("--archive", archive, "quote", "Police spoke for it; doctors spoke for it")
    assert ran.status == 0
    assert "It stands nowhere word for word." in ran.out
    assert "Police spoke [-for-] it; [-doctors-] spoke for it" in ran.out
    assert "Police spoke {+against+} it; {+nurses+} spoke for it" in ran.out


def test_a_checked_quotation_as_json_says_where_it_stands(fonds, archive):
    told = json.loads(fonds("--archive", archive, "quote", "nurses spoke for it", "--json").out)
    assert (told["verdict"], told["pages"]) == ("word for word", 1)
    assert told["passages"][0]["where"] == "text"


def test_a_quotation_without_a_word_is_a_fault_of_usage(fonds, archive):
    ran = fonds("--archive", archive, "quote", "…")
    assert ran.status == 2
    assert "There is no word to look for." in ran.err
