"""A password in an address is neither kept nor shown, wherever the address comes from."""

import json

import pytest

from archive.capture import Capture
from archive.document import PassedOver, Refused
from indexer.readers import read
from indexer.readers.passwords import left_out_of
from tests.indexer.readers.warc.making import HTML, PAGE, http, record

SECRET = "http://ann:pass-word@city.example/vote"
OPEN = "http://city.example/vote"
LINK = f'<!doctype html><link rel="canonical" href="{SECRET}"><p>Council voted.</p>'
FILES = {
    "page.html": LINK.encode(),
    "pages.jsonl": json.dumps({"url": SECRET, "text": "Council voted."}).encode(),
    "pages.warc": record(SECRET, http()),
}


def read_one(tmp_path, name: str, body: bytes):
    (tmp_path / name).write_bytes(body)
    (found,) = read([tmp_path / name])
    return found


@pytest.mark.parametrize("name", FILES)
def test_a_page_is_kept_under_its_address_without_them_and_says_so(tmp_path, name):
    page = read_one(tmp_path, name, FILES[name])
    assert isinstance(page, Capture)
    assert page.url == OPEN
    assert "password" in "; ".join(page.supplied.notes)
    assert "pass-word" not in str(page.supplied)


def test_the_bytes_stay_as_they_came(tmp_path):
    assert read_one(tmp_path, "page.html", LINK.encode()).body == LINK.encode()


def test_an_address_of_another_kind_is_noted_without_them(tmp_path):
    page = read_one(tmp_path, "a.warc", record("ftp://ann:pass-word@city.example/a", http()))
    assert "ftp://city.example/a" in "; ".join(page.supplied.notes)


def test_what_is_told_of_what_is_no_page_does_not_show_them(tmp_path):
    to = HTML + f"Location: {SECRET}\r\n".encode()
    over = read_one(tmp_path, "a.warc", record(OPEN, http(PAGE, to, b"302 Found")))
    assert isinstance(over, PassedOver)
    bad = read_one(tmp_path, "b.warc", record(SECRET, http(bytes(range(256)))))
    assert isinstance(bad, Refused)
    for found in (over, bad):
        assert OPEN in found.reason
        assert "pass-word" not in found.reason


@pytest.mark.parametrize(
    "url",
    [
        OPEN,
        "http://ann@city.example/vote",
        "http://city.example:8080/a:b@c",
        "http://city.example/?to=x:y@z",
        "https://city.example/#a:b@c",
    ],
)
def test_other_addresses_stay_as_they_are(url):
    assert left_out_of(url) == url
