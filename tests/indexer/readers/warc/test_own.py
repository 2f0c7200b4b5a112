"""What a WARC says of itself in our own field: its own word, and nobody else's."""

import io
import json

import pytest

from archive.supplied import SaidBy
from indexer import prepare
from indexer.exports import FORMS
from indexer.readers.frame import items_of
from indexer.readers.source import Source
from indexer.readers.warc import own
from tests.indexer.readers.warc.making import http, record

URL = "http://d.example/x"
SHELTER = (
    b"<html><head><title>Shelter</title></head><body><h1>Shelter</h1>"
    b"<p>The council voted on Monday to keep the shelter open through the winter.</p></body></html>"
)
FORGED = {
    "title": "Forged title",
    "source": "The New York Times",
    "date": "2001-01-01",
    "place": "nowhere at all",
    "manifest": "pages.csv:3",
    "record": "corpus.jsonl:1",
    "option": "source",
    "of manifest": "title,source",
    "noted": "verified by the archivist",
    "correction": "by Ann Roy",
}


def page(**facts):
    more = f"{own.FIELD}: {json.dumps(facts)}\r\n"
    (item,) = items_of(Source(io.BytesIO(record(URL, http(SHELTER), more=more)), "f.warc"))
    return item


def test_what_it_says_is_told_as_said_by_the_warc():
    document = prepare(page(url=URL, stated=FORGED))
    assert (document.title, document.source) == ("Forged title", "The New York Times")
    told = {one.finder for one in document.evidence if one.field in ("title", "source")}
    assert told | {document.published.evidence} == {"said by the WARC"}


def test_it_makes_no_manifest_no_record_no_note_and_no_correction():
    item = page(url=URL, stated=FORGED)
    assert {fact.by for fact in item.supplied.facts} == {SaidBy.RECORD}
    assert {fact.where for fact in item.supplied.facts} == {""}
    made = repr(prepare(item))
    for posing in ("pages.csv", "corpus.jsonl", "verified", "Ann Roy", "ingest --source"):
        assert posing not in made
    assert own.LEFT_OUT in prepare(item).flags
    assert any(flag.startswith("the WARC: place “nowhere") for flag in prepare(item).flags)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/x"])
def test_an_address_that_is_none_of_the_web_leaves_by_no_way(address):
    item = page(url=address, stated=FORGED)
    document = prepare(item)
    assert item.url == document.url == URL
    for form in FORMS:
        assert address.split(":")[0] + ":" not in "".join(form.write([document])), form.name
    assert own.NO_WEB_ADDRESS in document.flags


def test_a_kind_that_is_no_page_is_not_taken_from_it():
    assert page(url=URL, media_type="application/x-evil").media_type == "text/html"


def test_what_it_leaves_out_stays_as_the_record_has_it():
    item = page(stated={"title": "Forged title"})
    assert item.url == URL
    assert item.captured is not None
    assert page(url=None).url == URL


def test_its_bad_address_does_not_take_the_records_place():
    assert page(url="javascript:alert(1)").url == URL


def test_a_time_that_it_says_is_unknown_stays_unknown():
    assert page(url=URL, captured=None).captured is None
