import time

import pytest

from indexer.cleaning import clean_html, clean_text, flatten_html

HOSTILE = {
    "many-attributes": "<p " + " ".join(f"a{i}=1" for i in range(60_000)) + ">words",
    "deep-nesting": "<nav>" * 200_000 + "words",
    "open-signs": "<" * 300_000 + "words",
    "open-comments": "<!--" * 100_000,
    "open-scripts": "<script>" * 50_000,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_html_takes_seconds_at_most_and_loses_no_line(source):
    began = time.process_time()
    cleaned = clean_html(source)
    assert time.process_time() - began < 5
    assert cleaned.original_lines() == flatten_html(source)


def test_a_dump_is_ruled_at_its_ends_only_and_flagged():
    cleaned = clean_text("Share on Facebook\n" * 30_000 + "The hall was full.")
    assert len(cleaned.removed) == 19_999
    assert cleaned.flags == ("too long: rules looked at its beginning and end only",)
