"""A page's HTML is parsed once, without what nobody reads."""

import pytest

from indexer.cleaning.markup.lines import read_parsed
from indexer.cleaning.markup.parsed import parse
from indexer.cleaning.markup.unread import without_bulk
from indexer.metadata import describe
from indexer.metadata.markup import read_markup

DATA = '{"@type": "NewsArticle", "headline": "The ferry stays"}'


@pytest.mark.parametrize(
    "written", ["application/ld+json", "application/ld&#x2B;json", "ld&#43;json"]
)
def test_json_ld_outlives_the_scripts(written):
    source = f'<script>var a;</script><script type="{written}">{DATA}</script><p>Text</p>'
    assert without_bulk(source) == source.removeprefix("<script>var a;</script>")
    assert [node.headline for node in read_markup(source).linked] == ["The ferry stays"]


def test_json_ld_in_which_the_parser_would_see_no_end_is_cut():
    data = '<script type="application/ld+json"><!-- <script> --></script>'
    assert without_bulk(f"{data}<p>Text</p>") == "<p>Text</p>"


def test_a_script_inside_a_byline_is_no_part_of_it():
    page = '<p class="byline">By <script>track("x")</script>Ann Roe</p>'
    assert read_markup(page).bylines == ("By Ann Roe",)


def test_a_page_parsed_once_is_described_as_from_its_html():
    page = f"<h1>The ferry stays</h1><p>{'The council of Kingston voted. ' * 9}</p>"
    parsed = parse(page)
    flat = "\n".join(line.original for line in read_parsed(parsed).lines)
    assert describe(text=flat, parsed=parsed) == describe(html=page)
