"""Which years are written below a drawing, on a desk and where the page is small."""

import pytest

from indexer.engine import Facet, FacetValue
from webui.chart import across
from webui.state import SearchState
from webui.timeline import timeline


def labels(years: int) -> list[str]:
    """Of each bar how it is labelled, the latest first."""
    values = tuple(FacetValue(str(2022 - ago), str(2022 - ago), 1) for ago in range(years))
    drawn = timeline(Facet("year", values, other=0, missing=0), SearchState())
    assert drawn is not None
    return [bar.label for bar in reversed(drawn.bars)]


@pytest.mark.parametrize("years", [1, 2, 3, 6])
def test_few_years_are_all_written_also_where_the_page_is_small(years: int) -> None:
    assert labels(years) == ["major"] * years


def test_of_more_years_only_some_are_written_where_the_page_is_small() -> None:
    assert labels(8) == ["major", "minor"] * 4
    assert (
        labels(40)[:12]
        == ["major", *[""] * 2, "minor", *[""] * 2, "minor", *[""] * 2, "major"] + [""] * 2
    )


@pytest.mark.parametrize(("years", "written"), [(2, 2), (4, 4), (8, 4), (30, 4)])
def test_a_trend_writes_as_many_years_as_a_small_page_can_hold(years: int, written: int) -> None:
    marks = across(range(2000, 2000 + years), lambda year: float(year))
    assert sum(not mark.minor for mark in marks) == written
    assert not marks[-1].minor
