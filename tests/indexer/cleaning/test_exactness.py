import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.cleaning import clean_html, clean_text, flatten_html

ODD = "\x00\x0b\x0c\x1c\x85\u2028\u2029\xa0\xad\u200b\u200d\ufeff\t \r\n"
FURNITURE = ["Skip to main content", "© 2017", "Read more", "Share", "Prose, once more.", "", "  "]
texts = st.one_of(
    st.text(max_size=200),
    st.text(alphabet=ODD + "aé.", max_size=80),
    st.lists(st.sampled_from(FURNITURE), max_size=12).flatmap(
        lambda lines: st.sampled_from(["\n", "\r\n", "\r", "\n\n"]).map(lambda end: end.join(lines))
    ),
)
sources = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(
            (
                *("<p>", "</p>", "<div>", "<nav>", "</nav>", "<br>", "<pre>", "</pre>", "text"),
                *("&nbsp;", "&lt;", "<li>", "<td>", "<tr>", "<table>", "<b>", "</b>", "<script>"),
                *("</script>", "<title>", "</title>", "<main>", "<!--", "-->", "<p hidden>"),
                *("<textarea>", "<svg>", "\n", "\r", "&#13;", "&#0;", "&#8232;", " "),
            )
        ),
        max_size=40,
    ).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_kept_and_removed_lines_restore_any_text(text):
    assert clean_text(text).original_lines() == tuple(re.split(r"\r\n|\r|\n", text))


@settings(max_examples=150, deadline=None)
@given(sources)
def test_kept_and_removed_lines_restore_the_lines_of_any_html(source):
    assert clean_html(source).original_lines() == flatten_html(source)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_cleaned_text_is_repaired(text):
    cleaned = clean_text(text).text
    assert cleaned == unicodedata.normalize("NFC", cleaned)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\xa0\xad\u200b\u2028\u2029\ufeff]", cleaned)
    assert not re.search(r"[ \t]$", cleaned, re.MULTILINE)
    assert "\n\n\n" not in cleaned
    assert cleaned == "" or cleaned.strip("\n") == cleaned


@settings(max_examples=150, deadline=None)
@given(texts)
def test_a_page_with_words_is_never_emptied(text):
    cleaned = clean_text(text)
    if cleaned.removed:
        assert cleaned.text


@settings(max_examples=100, deadline=None)
@given(texts)
def test_every_line_is_either_kept_or_removed(text):
    cleaned = clean_text(text)
    numbers = [line.number for line in (*cleaned.kept, *cleaned.removed)]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
