"""The page on the query language says what the language does."""

from pathlib import Path

from indexer.query.fields import FIELDS
from indexer.query.reference import with_tables

PAGE = (Path(__file__).parents[3] / "docs" / "query.md").read_text("utf-8")


def test_its_tables_are_up_to_date() -> None:
    message = "run: python -m indexer.query.reference docs/query.md"
    assert with_tables(PAGE) == PAGE, message


def test_every_field_is_there() -> None:
    assert [field.name for field in FIELDS if f"| `{field.name}:` |" not in PAGE] == []
