"""What the guides for archivists show is what Fonds reads."""

import re
from pathlib import Path

from archive.settings import SETTINGS, read_settings
from indexer.cleaning.overrides import NAMES, read_overrides
from indexer.readers.manifest import COLUMNS, read_manifest

DOCS = Path(__file__).resolve().parents[2] / "docs"


def block(page: str, language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", (DOCS / page).read_text("utf-8"), re.DOTALL)
    assert found
    return found[1]


def first_cells(page: str) -> list[str]:
    return re.findall(r"^\| `([^`]+)` \|", (DOCS / page).read_text("utf-8"), re.MULTILINE)


def test_the_orders_shown_are_read_as_told(tmp_path):
    path = tmp_path / "overrides.toml"
    path.write_text(block("overrides.md", "toml"), "utf-8")
    orders = read_overrides(path).of_source("www.alder.example")
    assert [(order.verdict, order.pattern) for order in orders] == [
        ("drop", "Tides and ferries"),
        ("drop", "Updated *"),
        ("drop", "This site was made with love"),
    ]
    names = read_overrides(path).of_source("The Alder Post", "news.alder.example")
    assert [order.verdict for order in names] == ["keep", "drop"]


def test_every_name_of_an_order_and_every_column_of_a_manifest_is_told():
    assert set(NAMES) <= set(first_cells("overrides.md"))
    assert first_cells("manifest.md") == list(COLUMNS)


def test_the_manifest_shown_is_read(tmp_path):
    path = tmp_path / "pages.csv"
    path.write_text(block("manifest.md", "csv"), "utf-8")
    first, second = read_manifest(path).values()
    assert (first.at, first.stated["author"], first.stated["place"]) == (
        "pages.csv:2",
        "Ann Roy; Li Wei",
        "London, Ontario",
    )
    assert (second.url, second.stated["date"]) == (None, "2016-05..2016-07")


def test_the_manifest_shown_in_toml_is_read(tmp_path):
    path = tmp_path / "pages.toml"
    path.write_text(block("manifest.md", "toml"), "utf-8")
    (row,) = read_manifest(path).values()
    assert (row.at, row.stated["author"]) == ("pages.toml#1", "Ann Roy; Li Wei")
    assert row.captured is not None


def test_the_settings_of_access_are_told_and_those_shown_are_taken(tmp_path):
    told = first_cells("access.md")
    assert set(told) <= {setting.name for setting in SETTINGS}
    assert {"public_url", "hosts", "trusted_proxies"} <= set(told)
    (tmp_path / "fonds.toml").write_text(block("access.md", "toml"), "utf-8")
    assert read_settings(tmp_path).public_url == "https://news.example/archive"
