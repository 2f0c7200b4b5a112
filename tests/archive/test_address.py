import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.identity import canonical_url, document_id

ONE_PAGE = [
    ("HTTP://www.City.example:80/news/?utm_source=x&id=4#top", "https://city.example/news?id=4"),
    ("https://city.example:443", "http://CITY.example./"),
    ("https://city.example/a/./b/../c", "https://city.example/a/c"),
    ("https://city.example/%7Eann/%63ity", "https://city.example/~ann/city"),
    ("https://city.example/caf%c3%a9", "https://city.example/café"),
    ("https://city.example/a b?q=x y", "https://city.example/a%20b?q=x%20y"),
    ("https://xn--montral-fya.example/", "https://MONTRÉAL.example"),
    ("https://city.example/?fbclid=1&UTM_x=2", "https://city.example"),
    ("http://[2001:DB8:0::1]:80/x", "https://[2001:db8::1]/x"),
    ("  https://city.example/x\n", "https://city.example/x"),
]

TWO_PAGES = [
    ("https://city.example/a%2Fb", "https://city.example/a/b"),
    ("https://city.example/a%3Fb", "https://city.example/a?b"),
    ("https://city.example/?q=a%26b", "https://city.example/?q=a&b"),
    ("https://city.example/?q=1%2B1", "https://city.example/?q=1+1"),
    ("https://city.example/%E9", "https://city.example/%E8"),
    ("https://city.example/%E9", "https://city.example/é"),
    ("https://city.example/%25E9", "https://city.example/%E9"),
    ("https://city.example/?a=1&b=2", "https://city.example/?b=2&a=1"),
    ("https://city.example/Page", "https://city.example/page"),
    ("https://city.example:8080/", "https://city.example/"),
    ("https://ann@city.example/", "https://li@city.example/"),
    ("http://[2001:db8::1]/", "http://[2001:db8::2]/"),
    ("https://city.example/#!/news/1", "https://city.example/#!/news/2"),
    ("https://straße.example/", "https://strasse.example/"),
    ("https://www.example/", "https://example/"),
    ("ftp://city.example/", "http://city.example/"),
]

BROKEN = [
    "",
    "http://",
    "http://[",
    "http://[::1",
    "http://city.example:port/",
    "http://city.example:99999999/",
    "http://\ud800.example/\udce9?\udfff",
    "http://xn--\xff.example",
    "http://xn--99999999999.example",
    "http://a\x00b/\x00",
    "//city.example/x",
    "http:/%",
    "http://..../",
    "http://www./",
    "http://[v1.a]/",
    "http://℀.example/",
]


@pytest.mark.parametrize(("one", "other"), ONE_PAGE)
def test_spellings_of_one_page_are_one_address(one, other):
    assert canonical_url(one) == canonical_url(other)


@pytest.mark.parametrize(("one", "other"), TWO_PAGES)
def test_what_may_name_another_page_stays_another_address(one, other):
    assert canonical_url(one) != canonical_url(other)


@pytest.mark.parametrize("url", BROKEN)
def test_a_broken_address_raises_nothing_and_has_an_id(url):
    once = canonical_url(url)
    assert canonical_url(once) == once
    assert len(document_id(url, b"body")) == 16


def test_the_byte_behind_a_surrogate_is_escaped_as_that_byte():
    assert canonical_url("https://city.example/\udce9") == canonical_url("https://city.example/%e9")


def test_each_of_many_steps_back_in_an_address_is_taken():
    segments = 40_000
    assert canonical_url("https://a.example/" + "a/b/../" * segments).count("/a") == segments + 1


def test_a_page_without_an_address_is_known_by_its_bytes():
    assert document_id(None, b"body") == document_id("", b"body") != document_id(None, b"other")


PIECES = st.one_of(
    st.sampled_from(
        [*"/?#&=%.:@[]+!;", "//", "www.", "%2F", "%2e", "%e9", "xn--", "..", "é", "。"]
    ),
    st.sampled_from(
        ["example", ":80", "utm_a=1", "[::1]", "İ", "ß", "\ud800", "\udce9", "．", " "]
    ),
    st.text(max_size=3),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_the_one_spelling_of_an_address_is_its_own_spelling(rest):
    once = canonical_url(f"http://{rest}")
    assert canonical_url(once) == once


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_no_text_makes_it_raise(text):
    assert canonical_url(canonical_url(text)) == canonical_url(text)
