"""A tag with thousands of attributes, whose parsing would take minutes."""

from indexer.metadata import describe
from indexer.metadata.markup.markup import NO_MARKUP
from indexer.metadata.markup.read import read_markup

ATTRIBUTES = " ".join(f'a{number}="x"' for number in range(150_000))
PAGE = f"<html><body><p {ATTRIBUTES}>A page of the city of Toronto.</p></body></html>"


def test_a_tag_with_thousands_of_attributes_is_not_parsed() -> None:
    assert read_markup(PAGE) == NO_MARKUP


def test_its_page_is_described_as_text() -> None:
    found = describe(html=PAGE)
    assert found.title is not None
    assert found.title.value == "A page of the city of Toronto."


def test_one_long_value_is_no_giant_tag() -> None:
    data = "word " * 40_000
    page = f'<html><body><h1>The ferry stays</h1><div data-preloaded="{data}"></div></body></html>'
    assert read_markup(page).headings == ("The ferry stays",)
