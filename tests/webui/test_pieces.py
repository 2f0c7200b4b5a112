"""Text cut at its marks; dates in words; bars of years."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.document import PublicationDate
from indexer.engine import Facet, FacetValue
from webui.dates import published_words
from webui.pieces import paragraphs, pieces
from webui.state import SearchState
from webui.timeline import HEIGHT, MAX_YEARS, WIDTH, timeline

texts = st.text(alphabet="ab \n\té🙂", max_size=60)
spans = st.lists(st.tuples(st.integers(-3, 70), st.integers(-3, 70)), max_size=8)


def covered(marks: list[tuple[int, int]], length: int) -> set[int]:
    return {i for start, end in marks for i in range(max(start, 0), min(end, length))}


@given(texts, spans)
@settings(max_examples=150, deadline=None)
def test_pieces_restore_the_text_and_mark_what_the_spans_cover(
    text: str, marks: list[tuple[int, int]]
) -> None:
    cut = pieces(text, marks)
    assert "".join(piece.text for piece in cut) == text
    marked = {p.start + i for p in cut if p.marked for i in range(len(p.text))}
    assert marked == covered(marks, len(text))


@given(texts, spans)
@settings(max_examples=150, deadline=None)
def test_paragraphs_lose_no_word_and_no_mark(text: str, marks: list[tuple[int, int]]) -> None:
    cut = [p for one in paragraphs(text, marks) for line in one.lines for p in line]
    assert "".join("".join(p.text for p in cut).split()) == "".join(text.split())
    assert all(text[p.start : p.start + len(p.text)] == p.text for p in cut)
    marked = {p.start + i for p in cut if p.marked for i in range(len(p.text))}
    wanted = covered(marks, len(text))
    assert marked <= wanted
    assert {i for i in wanted if not text[i].isspace()} <= marked


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2017-05-12", "2017-05-12", "12 May 2017"),
        ("2017-01-01", "2017-12-31", "some day in 2017"),
        ("2015-01-01", "2017-12-31", "2015 to 2017"),
        ("2016-02-01", "2016-02-29", "some day in February 2016"),
        ("2016-02-01", "2016-04-30", "February 2016 to April 2016"),
        ("2016-02-03", "2016-04-30", "3 February 2016 to 30 April 2016"),
        ("2016-02-03", None, "on or after 3 February 2016"),
        (None, "2016-02-03", "on or before 3 February 2016"),
        (None, None, "undated"),
    ],
)
def test_a_date_says_no_more_than_is_known(
    earliest: str | None, latest: str | None, words: str
) -> None:
    assert published_words(PublicationDate(day(earliest), day(latest), "x")) == words


def test_no_date_is_undated() -> None:
    assert published_words(None) == "undated"


@given(st.dictionaries(st.integers(0, 2100), st.integers(0, 10_000), max_size=20))
@settings(max_examples=100, deadline=None)
def test_every_page_is_in_a_bar_or_confessed_and_bars_stay_in_the_drawing(
    counts: dict[int, int],
) -> None:
    values = tuple(FacetValue(f"{y:04}", f"{y:04}", n) for y, n in counts.items())
    values += (FacetValue("uncertain", "uncertain", 3),)
    drawn = timeline(Facet("year", values, other=7, missing=2), SearchState())
    if not any(counts.values()):
        assert drawn is None
        return
    assert drawn is not None
    assert (drawn.uncertain, drawn.undated) == (3, 2)
    assert sum(bar.count for bar in drawn.bars) + drawn.left_out == sum(counts.values()) + 7
    assert len(drawn.bars) <= MAX_YEARS
    for bar in drawn.bars:
        assert 0 <= bar.left <= bar.x <= bar.x + bar.width <= WIDTH + 1
        assert 0 <= bar.y <= HEIGHT
        assert bar.height == 0 or bar.height >= 1
