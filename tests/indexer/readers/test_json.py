"""JSON Lines, arrays and objects over many lines: each record a page, each fault its own."""

import gzip
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.capture import Capture
from archive.document import PassedOver, Refused
from archive.supplied import SaidBy, supplied_by
from indexer import prepare
from indexer.errors import UnreadablePath
from indexer.readers import read
from indexer.readers.columns import NAMES, read_mapping
from indexer.stating import not_heard

C4 = {"url": "https://a.example/1", "text": "A page of C4.", "timestamp": "2019-04-25T12:57:54Z"}
NEWS = {
    "url": "https://b.example/2",
    "text": "Council voted on Tuesday.",
    "title": "A vote at night",
    "publish_date": "2016-07-20",
    "authors": ["Ann Roy", "Li Wei"],
    "domain": "b.example",
}


def lines(*records: object) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def written(tmp_path, text: str | bytes, name: str = "pages.jsonl"):
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def read_all(tmp_path, text: str | bytes, name: str = "pages.jsonl", mapping: tuple[str, ...] = ()):
    return list(read([written(tmp_path, text, name)], columns=read_mapping(mapping)))


def pages(items) -> list[Capture]:
    return [item for item in items if isinstance(item, Capture)]


def refusals(items) -> list[Refused]:
    return [item for item in items if isinstance(item, Refused)]


def test_each_line_is_a_page_with_what_it_states(tmp_path):
    first, second = read_all(tmp_path, lines(C4, NEWS))
    assert (first.body, first.url) == (b"A page of C4.", "https://a.example/1")
    assert first.captured == datetime(2019, 4, 25, 12, 57, 54, tzinfo=UTC)
    assert first.origin.endswith("pages.jsonl#line 1")
    assert second.supplied == supplied_by(
        SaidBy.COLUMN,
        "pages.jsonl:2",
        title="A vote at night",
        date="2016-07-20",
        source="b.example",
        author="Ann Roy; Li Wei",
    )


def test_the_evidence_of_a_stated_fact_names_the_record(tmp_path):
    (page,) = read_all(tmp_path, lines(NEWS))
    document = prepare(page)
    assert [one.finder for one in document.evidence if one.field == "title"] == [
        "record pages.jsonl:1"
    ]
    assert document.published.evidence == "record pages.jsonl:1"
    assert document.authors == ("Ann Roy", "Li Wei")


def test_a_manifest_wins_over_a_record_and_each_is_named_for_its_own(tmp_path):
    path = written(tmp_path, lines(NEWS))
    table = written(tmp_path, "file,title\npages.jsonl,Another title\n", "about.csv")
    (page,) = read([path], manifest=table)
    document = prepare(page)
    found = {one.field: (one.value, one.finder) for one in document.evidence}
    assert found["title"] == ("Another title", "manifest about.csv:2")
    assert found["source"] == ("b.example", "record pages.jsonl:1")


def test_what_is_stated_and_not_understood_is_told_with_its_line(tmp_path):
    (page,) = read_all(tmp_path, lines({"text": "Words.", "captured": "hier", "date": "jamais"}))
    flags = prepare(page).flags
    assert any(flag.startswith("pages.jsonl:1: captured “hier”") for flag in flags)
    assert any(flag.startswith("pages.jsonl:1: date “jamais”") for flag in flags)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "cut', "unterminated string"),
        (b"[1, 2]", "no JSON object but list"),
        (b'{"url": "https://a.example/", "text": ""}', '"text" is empty'),
        (b'{"text": "one", "text": "two"}', '"text" stands in it twice'),
        (b'{"text": ["a"]}', "no text but list"),
        (b'{"name": "x"}', 'its columns are "name"'),
        (b'{"text": "caf\xe9"}', "not utf"),
        (b'{"text": "x"} {}', "extra data"),
        (b'{"text": ' + b"[" * 100_000 + b"}", "too deep"),
        (b'{"text": "x", "n": ' + b"9" * 5_000 + b"}", "character 20 has more than 4,300"),
    ],
)
def test_a_bad_line_is_refused_with_its_place_and_the_rest_goes_on(tmp_path, line, reason):
    before = lines({"text": "Before, à côté."}).encode()
    items = read_all(tmp_path, before + line + b"\n" + lines({"text": "After."}).encode())
    assert [page.body.decode() for page in pages(items)] == ["Before, à côté.", "After."]
    (refused,) = refusals(items)
    assert refused.origin.endswith("pages.jsonl#line 2")
    assert reason in refused.reason
    assert refused.mend
    assert len(before) <= refused.offset <= len(before) + len(line)


def test_a_line_longer_than_a_page_is_refused_and_not_held(tmp_path, monkeypatch):
    monkeypatch.setattr("indexer.readers.json_lines.MAX_PAGE_BYTES", 1_000)
    long = lines({"text": "x" * 2_000_000})
    items = read_all(tmp_path, lines(C4) + long + lines(NEWS))
    assert len(pages(items)) == 2
    (refused,) = refusals(items)
    assert "2.0 MB" in refused.reason
    assert refused.offset == len(lines(C4))


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("name", ["pages.jsonl", "pages.json"])
def test_every_charset_is_read(tmp_path, charset, name):
    records = [{"text": "Été à Montréal, où les élèves étaient déjà là."}, {"text": "Deux, déjà."}]
    text = lines(*records) if name == "pages.jsonl" else json.dumps(records, ensure_ascii=False)
    items = read_all(tmp_path, text.encode(charset), name)
    assert [page.body.decode() for page in items] == [record["text"] for record in records]
    assert all(prepare(page).flags == () for page in items)


def test_odd_values_do_not_harm(tmp_path):
    text = (
        '{"text": "half \\ud83d of one", "title": NaN, "author": null, "date": 1487548800}\n'
        '{"text": "nul \\u0000 in it", "title": true, "author": {"name": "Ann Roy"}}\n'
        "\n   \n"
        '{"html": null, "text": "Fallback.", "captured": 1487548800000}\n'
    )
    first, second, third = read_all(tmp_path, text)
    assert first.body == "half \ufffd of one".encode()
    assert first.supplied.fact("date").value == "2017-02-20"
    assert first.supplied.fact("date").where == "pages.jsonl:1"
    assert any("lone surrogates" in flag for flag in prepare(first).flags)
    assert second.supplied.value("author") == "Ann Roy"
    assert third.captured == datetime(2017, 2, 20, tzinfo=UTC)


def test_markup_is_told_from_text_by_the_column_then_by_its_tags(tmp_path):
    page = "<!doctype html><html><body><p>Words</p></body></html>"
    kinds = [
        one.media_type
        for one in read_all(
            tmp_path,
            lines({"html": page}, {"text": page}, {"text": "<b>bold</b> words of *markdown*"}),
        )
    ]
    assert kinds == ["text/html", "text/html", "text/plain"]


def test_columns_are_mapped_by_name_and_by_path(tmp_path):
    record = {"link": "https://a.example/1", "body": {"en": "The words."}, "text": "Not these."}
    (page, told) = read_all(tmp_path, lines(record), mapping=("url=link,text=body.en",))
    assert (page.url, page.body) == ("https://a.example/1", b"The words.")
    assert '"text"' in told.reason or '"body"' in told.reason


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("urls=a", '--map "urls=a": write FACT=COLUMN'),
        ("text", "write FACT=COLUMN"),
        ("text=a,text=b", 'two columns for "text"'),
        ("text=1,url=link", "names and numbers"),
        ("text=0", "from 1"),
    ],
)
def test_a_mapping_that_means_nothing_is_told(typed, says):
    with pytest.raises(UnreadablePath) as error:
        read_mapping([typed])
    assert says in str(error.value)


def test_columns_that_state_nothing_are_told_once(tmp_path):
    *_, told = read_all(tmp_path, lines({"text": "A.", "kind": "x"}, {"text": "B.", "kind": "y"}))
    assert isinstance(told, PassedOver)
    assert '"kind"' in told.reason


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([C4, NEWS]),
        json.dumps([C4, NEWS], indent=2),
        json.dumps(C4, indent=1) + "\n" + json.dumps(NEWS, indent=1),
    ],
)
def test_arrays_and_objects_over_many_lines_are_read(tmp_path, text):
    assert [page.url for page in read_all(tmp_path, text, "pages.json")] == [C4["url"], NEWS["url"]]


def test_an_array_larger_than_what_is_read_at_once_is_streamed(tmp_path):
    records = [{"text": f"Page {number} " + "words " * 3_000} for number in range(50)]
    assert len(pages(read_all(tmp_path, json.dumps(records), "pages.json"))) == 50


def test_a_broken_array_gives_what_comes_before_and_the_place(tmp_path):
    items = read_all(tmp_path, '[{"text": "One."}, {"text": "Two."}, {"text" "Three."}]', "a.json")
    assert len(pages(items)) == 2
    (refused,) = refusals(items)
    assert 40 < refused.offset < 50


def test_compressed_lines_are_read_and_a_cut_costs_what_comes_after_it(tmp_path):
    packed = gzip.compress(lines(*[{"text": f"Page {n}."} for n in range(2_000)]).encode())
    assert len(pages(read_all(tmp_path, packed, "pages.jsonl.gz"))) == 2_000
    items = read_all(tmp_path, packed[:-200], "cut.jsonl.gz")
    assert 100 < len(pages(items)) < 2_000
    assert "ends in the middle" in refusals(items)[-1].reason


def test_data_in_a_folder_is_passed_over_and_named_it_is_refused(tmp_path):
    path = written(tmp_path, '{"name": "settings", "version": 2}', "package.json")
    (passed,) = read([tmp_path])
    assert isinstance(passed, PassedOver)
    (refused,) = read([path])
    assert isinstance(refused, Refused)


def test_a_file_without_any_page_does_not_give_a_refusal_for_each_line(tmp_path):
    items = read_all(tmp_path, lines(*[{"name": f"n{n}"} for n in range(500)]))
    assert len(items) == 101
    assert "None of its first 100 records is a page" in items[-1].reason


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(sorted(NAMES)) | st.text(max_size=5),
        st.recursive(
            st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
            lambda one: (
                st.lists(one, max_size=3) | st.dictionaries(st.text(max_size=3), one, max_size=3)
            ),
            max_leaves=5,
        ),
    )
)
def test_whatever_a_record_holds_it_is_a_page_or_refused(tmp_path_factory, record):
    folder = tmp_path_factory.mktemp("any")
    items = read_all(folder, json.dumps(record) + "\n" + json.dumps(C4) + "\n")
    assert pages(items)[-1].url == C4["url"]
    assert len(pages(items)) + len(refusals(items)) == 2
    assert not any("fault of Fonds" in one.mend for one in refusals(items))


@pytest.mark.parametrize("url", ["a.example/1", "https://a b.example/", "javascript:alert(1)"])
def test_an_address_that_is_none_refuses_no_page_and_is_reported(tmp_path, url):
    (page,) = pages(read_all(tmp_path, lines({"url": url, "text": "One two three."})))
    assert page.url is None
    assert page.supplied.value("url") == url
    (flag,) = not_heard(prepare(page).flags)
    assert url in flag
    assert "begin it with https://" in flag


def test_an_address_is_taken_as_browsers_take_it(tmp_path):
    row = {"url": " https://a.example/the «vote» ", "text": "One two three."}
    (page,) = pages(read_all(tmp_path, lines(row)))
    assert page.url == "https://a.example/the%20%C2%ABvote%C2%BB"
    assert page.supplied.fact("url") is None
