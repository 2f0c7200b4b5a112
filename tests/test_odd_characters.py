"""Halves of characters, NUL, ESC and marks of direction: through every way in, out by every way."""

import json
import re
import sqlite3
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive import Archive
from archive.capture import Capture
from archive.characters import DIRECTIONS, SURROGATES, fact, is_whole, whole
from archive.document import Document, Evidence, PublicationDate, RemovedLine
from archive.supplied import SaidBy, supplied_by
from cli.main import run
from indexer import prepare
from indexer.exports import FORMS
from indexer.index import open_index
from indexer.search import Searcher
from tests.indexer.readers.warc.making import http, record
from webui.app import create_app

# The first, a middle and the last of each class of surrogates, and what acts on a screen.
HALVES = ["\ud800", "\ud83d", "\udbff", "\udc00", "\ude00", "\udfff"]
ODD = [*HALVES, "\x00", "\x1b[31m", "\x9b", "\u202a", "\u202e", "\u2066", "\u2069", "\u200f"]
ACTING = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{DIRECTIONS}{SURROGATES}]")
# All of them in a row, parted so that no two halves make one character.
ALL = "Odd " + " - ".join(ODD) + " end"
STORY = "The council voted on Monday to keep the shelter on Alder Street open through the winter. "


def html() -> str:
    linked = {
        "@type": "NewsArticle",
        "headline": f"Linked {ALL}",
        "publisher": {"name": f"Post {ALL}"},
        "author": {"name": f"Ann {ALL} Roy"},
        "datePublished": f"2017-02-20 {ALL}",
    }
    metas = "".join(
        f'<meta property="{name}" content="{name} {"".join(ODD[7:])}">'
        for name in ("og:title", "og:site_name", "article:author")
    )
    return (
        f"<html><head><title>Half</title>{metas}"
        f'<script type="application/ld+json">{json.dumps(linked)}</script></head>'
        f"<body><article><h1>Half</h1><p>{STORY * 4}{''.join(ODD[7:])}</p></article></body></html>"
    )


def wacz(path: Path) -> None:
    url = "http://city.example/wacz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("archive/data.warc", record(url, http(html().encode())))
        archive.writestr("pages/pages.jsonl", json.dumps({"url": url, "title": f"WACZ {ALL}"}))


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """An archive with all of it, taken in by the command line."""
    inputs = tmp_path_factory.mktemp("in")
    (inputs / "page.html").write_text(html(), "utf-8")
    for name in ("json", "csv", "toml"):
        (inputs / f"by-{name}.txt").write_text(f"Page of {name}\n\n{STORY * 4}", "utf-8")
    facts = {"title": f"M {ALL}", "source": f"S {ALL}", "author": f"Li {ALL}", "date": ALL}
    in_json = inputs / "m.json"
    in_json.write_text(json.dumps([{"file": "by-json.txt", "place": ALL, **facts}]))
    in_csv = inputs / "m.csv"
    seen = "".join(ODD[7:])
    in_csv.write_text(f"file,title,source\nby-csv.txt,T {seen},S {seen}\n", "utf-8")
    in_toml = inputs / "m.toml"
    in_toml.write_text('[[page]]\nfile = "by-toml.txt"\ntitle = "T \\u202e\\u001b"\n')
    (inputs / "rows.jsonl").write_text(
        json.dumps({"text": f"A row {ALL} {STORY * 4}", "url": "https://r.example/", **facts})
    )
    own = json.dumps({"url": "https://own.example/", "charset": ALL, "stated": facts})
    (inputs / "own.warc").write_bytes(
        record("https://own.example/", http(html().encode()), more=f"Fonds-Capture: {own}\r\n")
    )
    wacz(inputs / "site.wacz")
    archive = tmp_path_factory.mktemp("archive") / "a"
    command = ["--archive", str(archive), "ingest"]
    names = [str(inputs / name) for name in ("page.html", "rows.jsonl", "own.warc", "site.wacz")]
    assert run([*command, *names, "--source", f"S\udcff{ALL}".replace("\x00", "")]) == 0
    for manifest in (in_json, in_csv, in_toml):
        assert run([*command, "--manifest", str(manifest)]) == 0
    return archive


@pytest.fixture(scope="module")
def archive(folder):
    with Archive.open(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(archive):
    engine = open_index(archive)
    yield create_app(Searcher(archive, engine), archive).test_client()
    engine.close()


def test_no_fact_holds_what_acts_on_a_screen_and_verify_finds_nothing(archive):
    found = [document for _, document in archive.scan()]
    assert len(found) == 7
    for document in found:
        assert not ACTING.search(repr(document.title + (document.source or "")))
        for shown in (document.title, document.source or "", *document.authors, *document.flags):
            assert not ACTING.search(shown), (document.title, shown)
        for one in document.evidence:
            assert not ACTING.search(one.value + one.finder + one.quote)
        assert is_whole(document.text)
    assert list(archive.verify()) == []


PATHS = ["/", "/en/?q=shelter", "/fr/?q=council", "/methods", "/coverage", "/trends", "/feed.atom"]
PATHS += [f"/export.{form.suffix}?q=shelter" for form in FORMS]
PATHS += [f"/api/v1/{name}" for name in ("search?q=shelter", "stats", "openapi.json", "refusals")]
PATHS += ["/suggest.json?q=odd", "/facets/source", "/facets/author", "/opensearch.xml"]
PATHS += ["/trends.csv?q=shelter", "/coverage.csv"]
OF_DOCUMENT = [
    "",
    "?view=removed",
    "?view=original",
    "/why?q=shelter",
    "/rendered",
    "/raw",
    "/cite.ris",
]


@pytest.mark.parametrize("path", PATHS)
def test_the_site_answers_and_what_it_sends_is_utf_8(client, path):
    answer = client.get(path, follow_redirects=True)
    assert answer.status_code == 200, path
    text = answer.get_data().decode("utf-8")
    assert "\x00" not in text
    assert "\x1b" not in text


def test_each_page_of_each_document_answers(client, archive):
    for id in archive.find_ids(""):
        for view in OF_DOCUMENT:
            assert client.get(f"/doc/{id}{view}").status_code == 200
        answer = client.get(f"/api/v1/documents/{id}")
        assert answer.status_code == 200
        assert ACTING.search(json.loads(answer.get_data())["title"]) is None


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("path", ["/en/", "/api/v1/search", "/export.csv", "/feed.atom"])
def test_a_query_with_them_is_no_fault_of_ours(client, path, odd):
    for name in ("q", "source", "author"):
        query = {name: odd.encode("utf-8", "surrogatepass")}
        assert client.get(path, query_string=query).status_code < 500


def test_a_form_with_them_is_no_fault_of_ours(client):
    sent = {"list": ALL.encode("utf-8", "surrogatepass"), "text": ALL.encode("utf-8", "replace")}
    for path in ("/lists", "/quotation"):
        headers = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
        assert client.post(path, data=sent, headers=headers).status_code < 500


@pytest.mark.parametrize(
    "words", [["stats"], ["search", "shelter"], ["refusals"], ["export"], ["rules"]]
)
def test_each_command_writes_it(folder, capsysbinary, words):
    more = [] if words[0] == "export" else ["--json"]
    assert run(["--archive", str(folder), *words, *more]) == 0
    out = capsysbinary.readouterr().out
    assert not re.search("[\x1b\u202e]", out.decode("utf-8"))


@pytest.mark.parametrize("form", [form.name for form in FORMS] + ["warc"])
def test_each_form_of_export_is_written_as_a_file(folder, tmp_path, form):
    out = tmp_path / "out"
    assert run(["--archive", str(folder), "export", "--format", form, "-o", str(out)]) == 0
    if form != "warc":
        out.read_bytes().decode("utf-8")


def test_a_correction_with_them_is_refused_in_words(folder, archive, capsys):
    id = archive.find_ids("")[0]
    for odd in (*HALVES, "\x1b", "\u202e"):
        typed = ["--archive", str(folder), "correct", id, f"title=A{odd}", "--note", "n"]
        assert run(typed) == 2
        assert "control character" in capsys.readouterr().err


@pytest.fixture
def old(tmp_path):
    """An archive of schema 5, which holds a page with halves of characters."""
    script = Path(__file__).parent / "archive" / "golden" / "schema-5.sql"
    (tmp_path / "old").mkdir()
    with sqlite3.connect(tmp_path / "old" / "archive.db") as database:
        database.executescript(script.read_text("utf-8"))
    database.close()
    return tmp_path / "old"


def test_an_archive_that_holds_them_already_is_served(old):
    with Archive.open(old) as archive:
        engine = open_index(archive)
        client = create_app(Searcher(archive, engine), archive).test_client()
        for path in [*PATHS, "/en/?source=Post+%EF%BF%BD", "/api/v1/search?q=emoji"]:
            answer = client.get(path, follow_redirects=True)
            assert answer.status_code == 200, path
            assert "javascript:" not in answer.get_data().decode("utf-8"), path
        (hit,) = client.get("/api/v1/search?q=emoji").get_json()["hits"]
        assert (hit["source"], hit["authors"]) == ("Post \ufffd", ["Ann \ufffd Roy"])
        engine.close()


def test_reprocessing_cleans_an_archive_that_holds_them(old, capsys):
    command = ["--archive", str(old)]
    assert run([*command, "verify"]) == 1
    assert "fonds reprocess" in capsys.readouterr().out
    assert run([*command, "reprocess"]) == 0
    assert run([*command, "verify"]) == 0
    with sqlite3.connect(old / "archive.db") as database:
        columns = "title || source || authors || evidence || text"
        (left,) = database.execute(
            f"SELECT count(*) FROM documents WHERE instr({columns}, char(26)) > 0"
        ).fetchone()
    database.close()
    assert left == 0


@given(st.text(st.characters(), max_size=30))
def test_a_value_can_be_written_and_acts_on_no_screen_whatever_it_was(text):
    facts = supplied_by(SaidBy.COLUMN, text, title=text)
    for one in facts.facts:
        assert not ACTING.search(one.value + one.where)
    document = Document(
        "id", text, text, (RemovedLine(1, text, text, text),), text, text, (text,),
        PublicationDate(None, None, text, text), "en", (), (), None, "digest", None,
        (Evidence(text, text, text, text),), (text,),
    )  # fmt: skip
    for form in FORMS:
        "".join(form.write([document])).encode()
    assert len(document.text) == len(text)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(), max_size=20) | st.sampled_from(ODD))
def test_whatever_a_page_states_its_document_can_be_written(text):
    linked = {
        "@type": "NewsArticle",
        "headline": f"Council {text} votes",
        "publisher": {"name": f"Harbour {text} Post"},
        "author": {"name": f"Ann {text} Roy"},
        "datePublished": f"2017-02-20{text}",
    }
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    page = f"<html><head>{script}</head><body><p>{STORY * 3}</p></body></html>"
    document = prepare(Capture(page.encode(), "text/html", None, None, "p"))
    for shown in (document.title, document.source or "", *document.authors, *document.flags):
        assert not ACTING.search(shown)
    for form in FORMS:
        "".join(form.write([document])).encode()


def test_a_line_of_marks_alone_is_no_title():
    page = "\u202e\u2066\n\x1b\nThe ferry stays until June, the harbour council says.\n"
    document = prepare(Capture(page.encode(), "text/plain", None, None, "p"))
    assert document.title.startswith("The ferry stays")


@pytest.mark.parametrize("odd", ["\x1b", "\u202e", "\x00"])
def test_a_name_of_the_archive_with_them_is_refused_in_words(old, odd, capsys):
    spelled = f"\\u{ord(odd):04x}"
    (old / "fonds.toml").write_text(f'title = "Our {spelled} archive"\n')
    assert run(["--archive", str(old), "stats"]) == 1
    assert "title" in capsys.readouterr().err


@given(st.text(st.characters(), max_size=30))
def test_a_text_keeps_every_character_that_can_be_written(text):
    kept = whole(text)
    assert len(kept) == len(text)
    for was, now in zip(text, kept, strict=True):
        assert now == ("\ufffd" if was == "\x00" or "\ud800" <= was <= "\udfff" else was)
    assert fact(fact(text)) == fact(text)
