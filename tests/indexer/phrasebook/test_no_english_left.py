"""What the code says when it runs: in French, each sentence, with what was typed unchanged."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.document import Document, PublicationDate
from indexer.cleaning import clean_html, clean_text
from indexer.cleaning.cleaned import Cleaned
from indexer.cleaning.judge.reasons import told as judged
from indexer.cleaning.overrides import Override, reason_of
from indexer.cleaning.profile import SourceProfile
from indexer.cleaning.repeated import removal
from indexer.deadline import COUNTING, EXPANDING, NEARNESS, READING
from indexer.engine import Meant
from indexer.errors import QueryError
from indexer.help.removed_lines import note as note_of_removed
from indexer.metadata import describe
from indexer.metadata.description import Description
from indexer.naming import note
from indexer.phrasebook import said, told
from indexer.query import parse
from indexer.query.fields import FIELD_OF
from indexer.readers.contents import SIGNATURES, unfit
from indexer.why import Clause, explain
from indexer.why.labels import label
from tests.indexer.query.test_errors import CASES as QUERY_ERRORS

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
PAGES = sorted(chain(GOLDEN.glob("*/*/page.html"), GOLDEN.glob("*/*/page.txt")))

ENGLISH_WORDS = re.compile(
    r"\b(?:the|of|and|with|it|its|is|are|was|were|that|which|this|these|there|not|to|for|from|by|"
    r"or|leave|put|type|words?|has|have|found|lines?)\b",
    re.IGNORECASE,
)
# What is typed or found, and stays as it is.
AS_IT_IS = re.compile(r"«[^»]*»|\"[^\"]*\"|“[^”]*”|\([^)]*\)|`[^`]*`|\S*[:/*?~=.]\S+")


def assert_french(sentence: str) -> str:
    """Assert that a sentence has French; the French."""
    found = said(sentence, "fr")
    assert found.language == "fr", sentence
    return found.text


def error_of(query: str) -> QueryError | None:
    try:
        parse(query)
    except QueryError as error:
        return error
    return None


@pytest.mark.parametrize("query", [case[0] for case in QUERY_ERRORS])
def test_what_is_wrong_with_a_query_and_its_mend(query: str) -> None:
    error = error_of(query)
    assert error is not None
    for sentence in (error.reason, error.mend):
        french = assert_french(sentence)
        for quoted in re.findall(r"“([^”]+)”", sentence):
            assert quoted in french or quoted == "phrase"  # it says what may be typed


TYPED = st.lists(
    st.sampled_from(
        [
            *(f"{name}:" for name in FIELD_OF), *"()\"“”«»*?~-+!|&^:/'= ", "AND", "OR", "NOT",
            " w/5 ", " pre/0 ", "/s", "TO", "2017", "..", "2017-13", "police", "wom?n", "a*",
            "titel:", "atleast5(", "SAUF", "Type date:x.", "is not a date.", "{word}", "café", "2",
        ]
    ),
    min_size=1,
    max_size=8,
).map("".join)  # fmt: skip


@given(TYPED)
def test_what_is_wrong_with_any_query(query: str) -> None:
    error = error_of(query)
    if error is not None:
        assert_french(error.reason)
        assert_french(error.mend)


def cleaned(page: Path) -> Cleaned:
    text = page.read_bytes().decode("utf-8", "replace")
    return clean_html(text) if page.suffix == ".html" else clean_text(text)


def described(page: Path) -> Description:
    text = page.read_bytes().decode("utf-8", "replace")
    is_html = page.suffix == ".html"
    return (
        describe(html=text, url="https://alder.example/a/2017/02/20/b")
        if is_html
        else describe(text=text)
    )


def sentences_of(description: Description) -> Iterator[str]:
    facts = (description.title, description.source, description.language, *description.authors)
    yield from (fact.finder for fact in facts if fact is not None)
    if description.published is not None:
        yield description.published.evidence
    yield from (place.evidence for place in description.places if place.evidence)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_why_lines_of_a_page_went_and_what_its_facts_rest_on(page: Path) -> None:
    told_of = cleaned(page)
    for line in told_of.removed:
        assert_french(line.rule)
        french = assert_french(line.reason)
        assert not ENGLISH_WORDS.search(AS_IT_IS.sub(" ", french)), french
    for sentence in (*told_of.flags, *sentences_of(described(page))):
        assert_french(sentence)


def test_whatever_the_judge_sees_of_a_line() -> None:
    cases = ("", "in capitals", "title-case")
    for length in range(3):
        for case in cases:
            for flags in range(16):
                seen = [bool(flags & 1 << bit) for bit in range(4)]
                for third in range(3):
                    assert_french(judged(length, case, *seen, third, "0.07"))


def test_a_repeated_line_and_an_order_of_the_archivist() -> None:
    for name in ("", "Harbour Post of the North"):
        profile = SourceProfile(name=name, pages=1340, looked_at=1340)
        assert name in assert_french(removal(profile, 12).reason)
    for verdict in ("keep", "drop"):
        for words in ("", "It asks to share the page.", "Pas du texte; 0.12 likely"):
            french = assert_french(reason_of(Override(verdict, "Share (*) “x”", words)))
            assert words in french
            assert "Share (*) “x”" in french


@pytest.mark.parametrize("signature", SIGNATURES, ids=lambda one: one[1])
def test_why_a_file_is_no_page(signature: tuple[bytes, str]) -> None:
    fault = unfit(signature[0] + b"\0" * 100)
    assert fault is not None
    assert not ENGLISH_WORDS.search(assert_french(fault.reason))
    assert_french(fault.mend)


@pytest.mark.parametrize("body", [b"", b"  \n", b"\0\0", b"\1\2" * 40, b"a" * 21_000_000])
def test_why_bytes_are_no_page(body: bytes) -> None:
    fault = unfit(body)
    assert fault is not None
    assert_french(fault.reason)
    assert_french(fault.mend)


def test_what_takes_too_long() -> None:
    for step in (COUNTING, EXPANDING, NEARNESS, READING):
        assert_french(f"{step.doing} takes too long.")
        assert_french(step.mend)


def test_notes_beside_an_answer() -> None:
    for field in ("city", "place"):
        assert "Torronto of the" in assert_french(note(field, "Torronto of the", None))
        assert "London, Ontario" in assert_french(note(field, "Londn", "London, Ontario"))
    for count in (1, 2, 12_345):
        assert "removed:share" in assert_french(note_of_removed(Meant("removed:share", count)))


DOCUMENT = Document(
    id="0123456789abcdef", title="Police and borders", url=None, source="Harbour Post",
    text="The police reopened the file. Officers kept a log; the status of it is not known.\n\n"
    "A mayor of the cities wrote of policing.",
    removed=clean_text("Share this\n\nThe council met on Monday and voted for the budget.").removed,
    authors=("Ann Roy",), language="en", places=(), years_mentioned=(), captured=None,
    digest="0" * 64,
    published=PublicationDate(None, None, "bounded by text", "the mayor “wrote”"),
)  # fmt: skip
WHYS = (
    "zebra", "title:status", "police -borders", "polices", '"the polices"', "reopned",
    '"status police"', "police w/2 status", "police pre/1 officers", "mayor /s police",
    "mayor /p police", "city:Toronto", "place:Mayor", "author:Roy", "lang:fr", "source:post",
    "year:2017", "date:2017?", "polic*", "zzz*", "removed:share", '"police known"~2',
    "re-opened", "co-operation zebra", "(police OR zebra) NOT yak",
)  # fmt: skip


def clauses(clause: Clause | None) -> Iterator[Clause]:
    if clause is not None:
        yield clause
        for each in clause.clauses:
            yield from clauses(each)


@pytest.mark.parametrize("query", WHYS)
def test_why_a_page_is_found_or_not(query: str) -> None:
    for clause in clauses(explain(DOCUMENT, query).clause):
        assert_french(label(clause.kind, clause.scope))
        for reason in clause.reasons:
            found = told(reason.message, reason.values, "fr")
            assert found.language == "fr", reason.text
            assert_french(reason.text)
