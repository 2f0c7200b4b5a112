"""A record whose bytes are not what it says of them is taken, and noted."""

import io

import pytest

from indexer.readers.frame import items_of
from indexer.readers.source import Source
from tests.indexer.readers.warc.making import HTML, PAGE, http, record

URL = "https://a.example/vote"


def only(body: bytes):
    (item,) = items_of(Source(io.BytesIO(body), "f.warc"))
    return item


def test_a_body_shorter_than_its_header_says_is_taken_and_noted():
    page = only(record(URL, http(PAGE, HTML + b"Content-Length: 999999\r\n")))
    assert page.body == PAGE
    assert f"{len(PAGE)} bytes" in "; ".join(page.supplied.notes)
    assert "999,999" in "; ".join(page.supplied.notes)


@pytest.mark.parametrize(
    ("headers", "more"),
    [
        (b"Content-Length: 5\r\n", ""),
        (b"Content-Length: %d\r\n" % len(PAGE), ""),
        (b"Content-Length: many\r\n", ""),
        (b"Content-Length: 9999\r\n", "WARC-Truncated: length\r\n"),
        (b"Content-Length: 9999\r\nContent-Encoding: gzip\r\n", ""),
        (b"Content-Length: 9999\r\nTransfer-Encoding: chunked\r\n", ""),
    ],
)
def test_a_length_of_other_bytes_or_that_is_explained_is_not_noted(headers, more):
    page = only(record(URL, http(PAGE, HTML + headers), more=more))
    assert "tells of" not in "; ".join(page.supplied.notes)


def test_an_address_that_is_none_of_the_web_is_noted_as_it_stands():
    page = only(record("ftp://a.example/vote.html", http()))
    assert page.url is None
    assert "ftp://a.example/vote.html" in "; ".join(page.supplied.notes)
    assert not only(record(URL, http())).supplied.notes
