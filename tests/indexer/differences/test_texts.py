"""How two texts are laid over each other."""

import re

from hypothesis import given
from hypothesis import strategies as st

from indexer.differences import Fold, Kind, Row
from indexer.differences.aligning import Effort, aligned
from indexer.differences.texts import difference

BEFORE = """The council met on Monday evening at the town hall.

The mayor spoke for an hour about housing and nobody listened.

The meeting closed at nine."""
AFTER = """The council met on Tuesday evening at the town hall.

A new paragraph stands here.

The mayor spoke for an hour about housing and nobody listened.

The meeting closed at nine."""

tokens = st.lists(st.integers(0, 6), max_size=24)
lines = st.lists(st.text("ab \n.", max_size=12), max_size=8).map("\n".join)


def marked(row: Row | Fold) -> str:
    assert isinstance(row, Row)
    signs = {Kind.SAME: "{}", Kind.GONE: "[-{}-]", Kind.NEW: "{{+{}+}}"}
    return "".join(signs[piece.kind].format(piece.text) for piece in row.pieces)


def test_changed_words_stand_in_their_line_and_new_lines_by_themselves() -> None:
    found = difference(BEFORE, AFTER, fold=False)
    assert [marked(row) for row in found.rows] == [
        "The council met on [-Monday-]{+Tuesday+} evening at the town hall.",
        "{+A new paragraph stands here.+}",
        "The mayor spoke for an hour about housing and nobody listened.",
        "The meeting closed at nine.",
    ]
    assert (found.added, found.gone, found.exact) == (6, 1, True)


def test_the_same_text_has_no_difference() -> None:
    found = difference(BEFORE, BEFORE.replace("\n\n", "\n"))
    assert found.is_none
    assert found.same == len(BEFORE.split())


def test_what_is_the_same_for_long_is_folded_with_its_count() -> None:
    paragraphs = [f"Paragraph {i} of the minutes has these nine words." for i in range(50)]
    changed = [*paragraphs[:25], "Something new.", *paragraphs[25:]]
    found = difference("\n\n".join(paragraphs), "\n\n".join(changed))
    assert [type(row) for row in found.rows] == [Fold, Row, Row, Row, Fold]
    assert found.rows[0] == Fold(24, 24 * 9)
    assert found.rows[-1] == Fold(24, 24 * 9)


def test_long_same_text_inside_a_changed_paragraph_is_folded_too() -> None:
    words = [f"w{i}" for i in range(500)]
    after = [*words[:250], "police", *words[250:]]
    (row,) = difference(" ".join(words), " ".join(after)).rows
    assert isinstance(row, Row)
    assert sum(piece.folded for piece in row.pieces) == 500 - 60
    assert any(p.kind is Kind.NEW and "police" in p.text for p in row.pieces)


def test_a_few_shared_words_between_changes_are_no_anchor() -> None:
    (row,) = difference("alpha beta of gamma delta", "epsilon zeta of theta iota").rows
    assert isinstance(row, Row)
    assert [piece.kind for piece in row.pieces] == [Kind.GONE, Kind.NEW]


def test_texts_without_spaces_are_compared_by_character() -> None:
    (row,) = difference("市议会星期一开会讨论住房问题。", "市议会星期二开会讨论住房问题。").rows
    assert marked(row) == "市议会星期[-一-]{+二+}开会讨论住房问题。"


def words(text: str) -> str:
    return re.sub(r"\s+", "\n", text).strip()


@given(lines, lines)
def test_nothing_is_lost_on_either_side(before: str, after: str) -> None:
    rows = [row for row in difference(before, after, fold=False).rows if isinstance(row, Row)]
    for text, gone in ((before, Kind.NEW), (after, Kind.GONE)):
        side = "\n".join("".join(p.text for p in row.pieces if p.kind is not gone) for row in rows)
        assert "".join(side.split()) == "".join(text.split())


def longest(a: list[int], b: list[int]) -> int:
    row = [0] * (len(b) + 1)
    for x in a:
        before = row[:]
        for j, y in enumerate(b):
            row[j + 1] = before[j] + 1 if x == y else max(row[j], before[j + 1])
    return row[-1]


@given(tokens, tokens)
def test_small_sequences_are_aligned_as_well_as_can_be(a: list[int], b: list[int]) -> None:
    runs = aligned(a, b, Effort())
    end_a = end_b = 0
    for run in runs:
        assert run.before >= end_a
        assert run.after >= end_b
        end_a, end_b = run.before + run.length, run.after + run.length
        assert a[run.before : end_a] == b[run.after : end_b]
    assert sum(run.length for run in runs) == longest(a, b)


def test_long_sequences_are_aligned_by_what_stands_once() -> None:
    before = [i % 997 for i in range(40_000)]
    after = [*before[:20_000], *range(2000, 2100), *before[20_010:]]
    effort = Effort()
    assert sum(run.length for run in aligned(before, after, effort)) >= 39_900
    assert not effort.spent
    assert effort.left > 2_000_000_000


def test_what_cannot_be_compared_in_bounds_is_told() -> None:
    same = [i % 7 for i in range(40_000)]
    effort = Effort()
    assert aligned(same, [x + 3 for x in same], effort) is not None
    assert effort.spent
