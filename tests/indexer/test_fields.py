"""The values that documents are narrowed by."""

from dataclasses import replace
from datetime import date

import pytest

from archive.document import Document, Place, PublicationDate
from indexer import fields
from indexer.engine import UNCERTAIN

BARE = Document(
    id="0123456789abcdef", title="T", text="", removed=(), url=None, source=None, authors=(),
    published=None, language="und", places=(), years_mentioned=(), captured=None, digest="0" * 64,
)  # fmt: skip
TORONTO = Place(6167865, "Toronto", "city", "Ontario", "Canada")
ONTARIO = Place(6093943, "Ontario", "region", None, "Canada")
CANADA = Place(6251999, "Canada", "country", None, "Canada")


def values(name: str, **facts: object) -> list[str]:
    document = replace(BARE, **facts)  # type: ignore[arg-type]
    return [value for value, _ in fields.BY_NAME[name].values(document)]


@pytest.mark.parametrize("name", fields.BY_NAME)
def test_a_bare_document_has_no_values(name: str) -> None:
    assert values(name) == []


def test_a_place_counts_once_however_it_is_reached() -> None:
    places = (TORONTO, ONTARIO, CANADA)
    assert values("city", places=places) == ["6167865"]
    assert values("region", places=places) == ["Ontario, Canada"]
    assert values("country", places=places) == ["Canada"]


@pytest.mark.parametrize(
    ("earliest", "latest", "year"),
    [
        (date(2017, 2, 20), date(2017, 2, 20), ["2017"]),
        (date(2017, 1, 1), date(2017, 12, 31), ["2017"]),
        (date(2016, 12, 31), date(2017, 1, 1), [UNCERTAIN]),
        (date(2017, 1, 1), None, [UNCERTAIN]),
        (None, date(2017, 1, 1), [UNCERTAIN]),
        (None, None, []),
    ],
)
def test_a_year_holds_the_whole_range(
    earliest: date | None, latest: date | None, year: list[str]
) -> None:
    assert values("year", published=PublicationDate(earliest, latest, "test")) == year


def test_languages_are_labelled_by_name() -> None:
    french = replace(BARE, language="fr")
    assert fields.BY_NAME["language"].values(french) == (("fr", "French"),)


def test_each_author_counts_once() -> None:
    assert values("author", authors=("Ada", "Bram", "Ada", "")) == ["Ada", "Bram"]


def test_every_field_explains_itself() -> None:
    for field in fields.FACETS:
        assert field.label[0].isupper()
        assert field.help.endswith(".")
