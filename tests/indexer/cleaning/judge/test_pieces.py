"""A long page is judged again in pieces where judging it whole would take its text."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.cleaning import clean_html, clean_text
from indexer.cleaning.cleaned import JUDGED, Cleaned
from indexer.cleaning.judge.features import rows_of
from indexer.cleaning.judge.judge import takes_text
from indexer.cleaning.judge.pieces import (
    LINES_AROUND,
    MIN_PIECE_LINES,
    PIECE_CHARACTERS,
    part_of,
    pieces_of,
)
from indexer.cleaning.judge.weights import shipped
from indexer.cleaning.line import read_bare_lines
from indexer.cleaning.markup.lines import read_html
from indexer.cleaning.page import Page

WHO = {
    "en": ["the harbour board", "a keeper of the light", "any ferry owner", "the warden"],
    "fr": ["le conseil du port", "le gardien du phare", "tout traversier", "le préposé"],
}
DOES = {
    "en": ["shall give notice of the closing of a berth", "may vary the fee of a mooring",
           "keeps a register of the vessels that winter there", "is liable for a broken chain"],
    "fr": ["donne avis de la fermeture d'un poste", "peut modifier le droit d'amarrage",
           "tient le registre des bateaux qui y hivernent", "répond d'une chaîne rompue"],
}  # fmt: skip
WHEN = {
    "en": ["before the first day of the season", "in the form that the council sets",
           "if no other berth is free", "despite any by-law of the town"],
    "fr": ["avant le premier jour de la saison", "en la forme fixée par le conseil",
           "si aucun autre poste n'est libre", "malgré tout règlement de la ville"],
}  # fmt: skip
HEADS = {
    "en": ["Notice", "Berths", "Fees", "Register", "Offences", "Powers of the warden", "Ferries"],
    "fr": ["Avis", "Postes", "Droits", "Registre", "Infractions", "Pouvoirs du préposé", "Bacs"],
}


def statute(language: str, sections: int) -> list[str]:
    """An invented act, a section's number and its text on lines of their own."""
    chance = random.Random(sections)

    def clause() -> str:
        return " ".join(chance.choice(some[language]) for some in (WHO, DOES, WHEN))

    lines = []
    for number in range(1, sections + 1):
        lines += [chance.choice(HEADS[language]), str(number), "(1)", f"{clause().capitalize()}."]
        if number % 2:
            lines += [clause().capitalize() + ":", "(a)", clause() + ";", "(b)", clause() + "."]
        lines += ["(2)", f"{clause().capitalize()}."]
    return lines


def as_html(lines: list[str]) -> str:
    return f"<body>{''.join(f'<p>{line}</p>' for line in lines)}</body>"


def share_taken(cleaned: Cleaned) -> float:
    taken = sum(len(line.text) for line in cleaned.removed)
    return taken / sum(map(len, cleaned.original_lines()))


@pytest.mark.parametrize("language", WHO)
@pytest.mark.parametrize("sections", [300, 900])
def test_a_statute_keeps_its_text_however_long_it_is(language, sections):
    lines = statute(language, sections)
    for cleaned in (clean_text("\n".join(lines)), clean_html(as_html(lines))):
        assert share_taken(cleaned) < 0.1
        assert [line for line in cleaned.original_lines() if line] == lines


@pytest.mark.parametrize("clean", [clean_text, lambda text: clean_html(as_html(text.split("\n")))])
def test_what_is_judged_in_pieces_is_told_by_its_own_line_with_its_likelihood(clean):
    lines = statute("en", 600)
    cleaned = clean("\n".join(lines))
    assert [line for line in cleaned.original_lines() if line] == lines
    for line in cleaned.removed:
        assert line.rule != JUDGED or (line.score is not None and 0 <= line.score <= 1)
    assert cleaned == clean("\n".join(lines))


@given(st.lists(st.integers(1, 3 * PIECE_CHARACTERS), max_size=300))
def test_pieces_hold_every_line_once_and_stand_among_their_neighbours(lengths):
    lines = read_bare_lines(["x" * length for length in lengths])
    pieces = pieces_of(lines)
    assert [at for piece in pieces for at in range(piece.start, piece.end)] == [*range(len(lines))]
    assert sum(piece.below - piece.above for piece in pieces) <= 3 * len(lines)
    for start, end, above, below in pieces:
        assert above == max(0, start - LINES_AROUND)
        assert below == min(len(lines), end + LINES_AROUND)
        assert len(pieces) == 1 or end - start >= MIN_PIECE_LINES


def test_pieces_are_about_as_long_as_was_asked():
    lines = read_bare_lines(["x" * 90] * 1_000)
    sizes = [sum(len(line.text) for line in lines[one.start : one.end]) for one in pieces_of(lines)]
    assert len(sizes) == round(90_000 / PIECE_CHARACTERS)
    assert max(sizes) - min(sizes) <= 90


def test_a_part_of_a_page_knows_the_same_of_its_lines_as_if_it_had_all_elements():
    posts = "".join(
        f"<div class='post'><h2>Berth {at}</h2><p>{' '.join(statute('en', at)[:9])}</p></div>"
        for at in range(2, 40)
    )
    read = read_html(f"<nav><ul><li>Tides<li>Ferries</ul></nav><main>{posts}</main><p>Foot</p>")
    page = Page(read.lines, read.title, read.flags, read.elements)
    part = part_of(page, 20, 60)
    whole = Page(page.content[20:60], page.title, page.flags, page.elements)
    assert part.elements is not None
    assert page.elements is not None
    assert len(part.elements.tags) < len(page.elements.tags)
    scores = shipped().scores
    for name, row in rows_of(whole, frozenset(), {}, scores).items():
        assert np.array_equal(row, rows_of(part, frozenset(), {}, scores)[name]), name


def test_only_running_text_that_rules_left_counts_as_taken():
    text = "The ferry left before the storm, and no lamp on the quay was lit that night."
    page = Page(read_bare_lines([text, "Tides", text, "Ferries", text]))
    gone = np.array([True, False, False, False, True])
    assert takes_text(page, frozenset(), gone)
    assert not takes_text(page, frozenset({2}), gone)
    assert not takes_text(Page(read_bare_lines(["Tides"] * 5)), frozenset(), gone)
