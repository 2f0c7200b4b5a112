import pytest

from indexer.cleaning import clean_html, flatten_html
from indexer.cleaning.markup.lines import read_html

PROSE = (
    "The council met for nine hours in the old hall, and nearly every seat was taken that night."
)


def test_a_rule_across_a_menu_does_not_make_a_menu_of_the_rest():
    cleaned = clean_html(f"<nav>Wards<hr>Halls</nav><p>{PROSE}</p><p>A short note</p>")
    assert [line.text for line in cleaned.removed] == ["Wards", "Halls"]


@pytest.mark.parametrize(
    "source",
    [
        f'<p class="a"">{PROSE}</p>',
        f'<p a"b title="1 > 0">{PROSE}</p>',
        f"<p =a>{PROSE}</p>",
        f"<!--[if IE]><p>old</p><![endif]--><p>{PROSE}</p>",
        f"<!-- <script> --><p>{PROSE}</p><script>1</script>",
        f'<div data-card=\'{{"a": "<script><\\/script>"}}\'></div><p>{PROSE}</p><script>1</script>',
        f"<script>if (a < b) {{ document.write('<p>no</p>') }}</script><p>{PROSE}</p>",
        f"<svg><title>icon</title></svg><p>{PROSE}</p><style>p > a {{}}</style>",
        f"<SCRIPT>x</SCRIPT><p>{PROSE}</p>",
        f"<!--><p>{PROSE}</p><!-- a -- b -->",
    ],
)
def test_what_a_page_shows_is_read_and_nothing_else(source):
    assert flatten_html(source) == (PROSE,)


def test_long_scripts_do_not_make_a_page_a_dump():
    script = "<script>" + "if (a<b && 'it') { c(); } " * 8_000 + "</script>"
    page = read_html(f"<main>{script}<p>{PROSE}</p></main>")
    assert page.flags == ()
    assert [line.text for line in page.lines] == [PROSE]


def test_a_list_of_other_pages_ends_at_a_heading_of_the_page():
    listed = "<div>Related stories</div><ul><li>Snow in April</li><li>A school reopens</li></ul>"
    cleaned = clean_html(f"<p>{PROSE}</p>{listed}<h2>Opening hours</h2><p>Noon</p><p>{PROSE}</p>")
    assert "Opening hours\n\nNoon" in cleaned.text
    assert len(cleaned.removed) == 3


def shell(noscript: str) -> str:
    """A page that scripts fill, with what readers without scripts see."""
    return (
        "<html><head><title>Leaks</title></head><body><div id='app'></div>"
        f"<noscript><div>{noscript}</div></noscript></body></html>"
    )


def test_a_page_that_only_scripts_fill_is_read_as_one_without_scripts_shows_it():
    sentence = "The roof of the reading room has leaked since the storm of last spring."
    posts = [f"{sentence} That is what reader {number} wrote." for number in range(5)]
    page = shell("".join(f"<p>{post}</p>" for post in posts))
    assert [line for line in flatten_html(page) if line] == posts


def test_a_page_of_frames_is_read_from_what_it_holds_for_readers_without_frames():
    page = (
        "<HTML><HEAD><TITLE>Ward map</TITLE></HEAD><FRAMESET COLS='20%,*'><FRAME SRC='menu.htm'>"
        "<FRAME SRC='map.htm'><NOFRAMES><BODY><P>The map of <B>ward</B> seven &amp; eight.</P>"
        "</BODY></NOFRAMES></FRAMESET></HTML>"
    )
    assert flatten_html(page) == ("The map of ward seven & eight.",)


def test_what_a_page_holds_for_readers_without_frames_is_not_read_where_it_has_no_frames():
    assert flatten_html("<p>Text</p><noframes><p>Old text</p></noframes>") == ("Text",)


def test_a_note_that_asks_for_scripts_is_not_read():
    assert not any(flatten_html(shell("<p>Please turn on JavaScript to read this.</p>")))


def test_what_a_page_shows_without_scripts_is_not_read_where_it_shows_text_anyway():
    text = "<p>" + "The library stays open until the council has met again. " * 8 + "</p>"
    page = text + shell(text.replace("library", "pool"))
    assert not any("pool" in line for line in flatten_html(page))
