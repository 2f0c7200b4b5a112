"""What a page's markup, address and lines say together of each day, as numbers for the chooser."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indexer.metadata.published.mention import Mention
from indexer.metadata.published.sources import CHANGES, Stated

# Days farther apart than this are simply far apart.
FAR_DAYS = 400
NONE = 999.0
NO_META = 99
# A day that the lines find likelier than this is a source like any other.
SEEN = 0.2

NAMES = (
    "json-ld article", "first json-ld article", "json-ld article's days", "next to json-ld's",
    "json-ld page", "modified", "tells of a change", "rank of its meta", "metas",
    "rank of other metas", "next to a meta's", "time elements", "marked time element",
    "time element below the heading", "first time element", "time elements' days",
    "updated time element", "in the address", "another in the address",
    "likelihood by lines", "likelihood of others by lines", "likelihood of days beside it",
    "mentions", "updated in lines", "updated days in lines", "days from the likeliest line",
    "days from json-ld's", "days from meta's", "older days", "newer days", "days",
    "updated later", "sources",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """What the lines of a page tell.

    likely:  for each day that can be the page's own, how likely the lines find it, 0-1
    found:   all days that the lines name
    """

    likely: dict[date, float]
    found: tuple[Mention, ...]


def candidate_days(stated: Sequence[Stated], told: Told) -> tuple[date, ...]:
    """The days that can be the page's own, ascending."""
    days = {s.day for s in stated if s.kind not in CHANGES}
    return tuple(sorted(days | set(told.likely)))


def features_of(stated: Sequence[Stated], told: Told) -> list[list[float]]:
    """For each of the candidate days, its features in the order of NAMES."""
    days = candidate_days(stated, told)
    updated = {m.day for m in told.found if m.said == "updated"}
    return [
        [
            *_stated(stated, day),
            *_by_lines(told, updated, day),
            *_among(stated, told, days, updated, day),
        ]
        for day in days
    ]


def _of(stated: Sequence[Stated], *kinds: str) -> list[Stated]:
    return [s for s in stated if s.kind in kinds]


def _stated(stated: Sequence[Stated], day: date) -> tuple[float, ...]:
    articles, metas, times = _of(stated, "article"), _of(stated, "meta"), _of(stated, "time")
    own_times = [s for s in times if s.day == day]
    below = [s for s in times if s.is_after_heading]
    url = [s.day for s in _of(stated, "url")]
    return (
        _has(articles, day),
        bool(articles) and articles[0].day == day,
        len({s.day for s in articles}),
        _has_beside(articles, day),
        _has(_of(stated, "page"), day),
        _has(_of(stated, "modified"), day),
        bool(_of(stated, "modified")),
        min((s.trust for s in metas if s.day == day), default=NO_META),
        sum(s.day == day for s in metas),
        min((s.trust for s in metas if s.day != day), default=NO_META),
        _has_beside(metas, day),
        len(own_times),
        any(s.is_marked for s in own_times),
        bool(below) and below[0].day == day,
        bool(times) and times[0].day == day,
        len({s.day for s in times}),
        _has(_of(stated, "time updated"), day),
        day in url,
        bool(url) and day not in url,
    )


def _has(stated: Sequence[Stated], day: date) -> bool:
    return any(s.day == day for s in stated)


def _has_beside(stated: Sequence[Stated], day: date) -> bool:
    """Whether one is a day off: the same moment by another clock."""
    return any(abs((s.day - day).days) == 1 for s in stated)


def _by_lines(told: Told, updated: set[date], day: date) -> tuple[float, ...]:
    others = [likely for other, likely in told.likely.items() if other != day]
    beside = [p for other, p in told.likely.items() if abs((other - day).days) == 1]
    return (
        told.likely.get(day, -1.0),
        max(others, default=-1.0),
        max(beside, default=-1.0),
        min(5, sum(m.day == day for m in told.found)),
        day in updated,
        len(updated),
    )


def _among(
    stated: Sequence[Stated], told: Told, days: Sequence[date], updated: set[date], day: date
) -> tuple[float, ...]:
    articles, metas = _of(stated, "article"), _of(stated, "meta")
    likeliest = max(told.likely, key=lambda d: (told.likely[d], d), default=None)
    older = sum(other < day for other in days)
    kinds = {s.kind for s in stated if s.day == day and s.kind not in CHANGES}
    return (
        _apart(day, likeliest),
        _apart(day, articles[0].day if articles else None),
        _apart(day, metas[0].day if metas else None),
        older,
        len(days) - older - 1,
        len(days),
        any(other > day for other in updated),
        len(kinds) + (told.likely.get(day, 0.0) > SEEN),
    )


def _apart(day: date, other: date | None) -> float:
    return NONE if other is None else max(-FAR_DAYS, min(FAR_DAYS, (day - other).days))
