"""What each rule took, counted and sampled in the archive."""

from dataclasses import replace

import pytest

from archive.corrections import Correction, value_text
from archive.document import RemovedLine
from tests.archive.pages import capture, described, on


def take(archive, run, body: bytes, *lines: tuple, captured=None, **facts):
    page = capture(body, url=f"https://alder.example/{body.decode()}", captured=captured)
    removed = tuple(RemovedLine(i, *line) for i, line in enumerate(lines, 1))
    document = replace(described(page), removed=removed, **facts)
    archive.add(run, page, document)
    return document.id


@pytest.fixture
def ids(archive, run):
    share = ("Share this", "share-bar", "It asks to share.")
    return [
        take(archive, run, b"one", share, share, ("a b c", "copyright", "Rights."), source="Alder"),
        take(archive, run, b"two", share, ("Share it with all whom you know", *share[1:])),
        take(
            archive,
            run,
            b"three",
            ("Sure furniture", "judged", "0.02 likely", 0.02),
            ("Perhaps the text", "judged", "0.45 likely", 0.45),
            ("Perhaps the text", "judged", "0.41 likely", 0.41),
            ("Tides", "judged", "0.20 likely", 0.2),
            source="Birch",
        ),
    ]


def test_lines_words_and_documents_are_counted_by_rule_most_first(archive, ids):
    counts = [(t.rule, t.lines, t.words, t.documents) for t in archive.tolls()]
    assert counts == [("judged", 4, 9, 1), ("share-bar", 4, 13, 2), ("copyright", 1, 3, 1)]


def test_samples_are_the_commonest_then_the_rarest_each_once_with_a_document(archive, ids):
    (toll,) = archive.tolls(rule="share-bar")
    common, rare = toll.samples
    assert (common.text, common.times) == ("Share this", 3)
    assert (rare.text, rare.times, rare.document, rare.number) == (
        "Share it with all whom you know",
        1,
        ids[1],
        2,
    )
    assert common.document in ids[:2]


def test_what_a_judge_doubted_most_comes_first_as_it_doubted_it_most(archive, ids):
    (toll,) = archive.tolls(rule="judged", most=1, doubtful={"judged"})
    assert [(s.text, s.score, s.times) for s in toll.samples] == [
        ("Perhaps the text", 0.45, 2),
        ("Tides", 0.2, 1),
    ]
    assert toll.samples[0].reason == "0.45 likely"
    assert toll.samples[0].document == ids[2]


def test_a_source_narrows_as_its_documents_are_shown(archive, ids):
    assert [t.rule for t in archive.tolls(source="Birch")] == ["judged"]
    value = value_text("Birch")
    archive.correct(Correction(ids[0], "source", value, "", "", on(3)))
    assert {t.rule for t in archive.tolls(source="Birch")} == {"judged", "share-bar", "copyright"}
    assert archive.tolls(source="Alder") == ()


def test_only_current_captures_count(archive, run):
    take(archive, run, b"page", ("Old", "rule-a", "?"), captured=on(1))
    page = capture(b"new", url="https://alder.example/page", captured=on(2))
    document = replace(described(page), removed=(RemovedLine(1, "New", "rule-b", "?"),))
    archive.add(run, page, document)
    assert [t.rule for t in archive.tolls()] == ["rule-b"]


def test_a_giant_line_is_cut_and_says_so_and_odd_characters_come_back(archive, run):
    take(archive, run, b"x", ("é\u202e" + "x" * 5_000, "long", "?"))
    (toll,) = archive.tolls()
    (sample,) = toll.samples
    assert sample.text == "é\u202e" + "x" * 298
    assert sample.cut == 4_702


def test_without_samples_it_only_counts(archive, ids):
    assert all(toll.samples == () for toll in archive.tolls(most=0))
    assert archive.tolls(rule="no-such") == ()
