"""Choosing, among all the days that a page names, the one on which it was published.

A small learned model (`python -m training.dates`) tells how likely each day is the page's own:
first by its line alone, then, where markup or an address state days too, by how they agree. A day
is believed above a likelihood; below it the page is left without a day.
"""

from dataclasses import dataclass
from datetime import date

from archive.document import PublicationDate
from indexer.metadata.page import Page
from indexer.metadata.published import agreement, features, names
from indexer.metadata.published.agreement import Told, candidate_days
from indexer.metadata.published.evidence import published_by
from indexer.metadata.published.mention import Mention, mentions
from indexer.metadata.published.sources import CHANGES, Stated, stated_days
from indexer.metadata.published.weights import Weights, shipped

# A page of fewer lines is too unlike those learned from.
MIN_LINES = 30
# From this likelihood a day is believed. Chosen on held-out folds so that one page in twenty or
# fewer gets a wrong day: see docs/quality.md.
SURE_BY_LINES = 0.45
SURE_BY_ALL = 0.4
# Days that markup states are told as a range when one of them is as likely as this at least.
LIKELY = 0.1


@dataclass(frozen=True, slots=True)
class Judged:
    """The days of a page that can be its own, with how likely each is, 0-1."""

    stated: tuple[Stated, ...]
    found: tuple[Mention, ...]
    by_lines: dict[date, float]
    likely: dict[date, float]


def chosen(page: Page, weights: Weights | None = None) -> PublicationDate | None:
    """The day that is likeliest the page's own, where it is likely enough.

    `weights` are those shipped unless given.
    """
    if len(page.lines) < MIN_LINES:
        return None
    judged = judge(page, weights or shipped())
    if not judged.likely:
        return None
    day = max(judged.likely, key=lambda d: (judged.likely[d], d))
    is_stated = any(s.kind not in CHANGES for s in judged.stated)
    if judged.likely[day] < (SURE_BY_ALL if is_stated else SURE_BY_LINES):
        return between(judged)
    return _told(page, judged, day)


def judge(page: Page, weights: Weights) -> Judged:
    """How likely each day is."""
    found, stated = mentions(page), stated_days(page)
    told = Told(likely_by_lines(page, found, weights), found)
    likely = told.likely
    if any(s.kind not in CHANGES for s in stated):
        rows = agreement.features_of(stated, told)
        days = candidate_days(stated, told)
        likely = dict(zip(days, weights.days.likelihoods(rows), strict=True))
    return Judged(stated, found, told.likely, likely)


def likely_by_lines(page: Page, found: tuple[Mention, ...], weights: Weights) -> dict[date, float]:
    """For each day, the likelihood of the likeliest line that names it."""
    candidates = [m for m in found if m.is_candidate]
    likely: dict[date, float] = {}
    rows = features.features_of(page, found)
    for m, p in zip(candidates, weights.lines.likelihoods(rows), strict=True):
        likely[m.day] = max(p, likely.get(m.day, 0.0))
    return likely


def _told(page: Page, judged: Judged, day: date) -> PublicationDate:
    """The day with the first of its sources in order of trust."""
    for s in judged.stated:
        if s.day == day and s.kind not in CHANGES:
            return PublicationDate(day, day, s.evidence, s.quote)
    return published_by(page, [m for m in judged.found if m.is_candidate and m.day == day])


def between(judged: Judged) -> PublicationDate | None:
    """From the first to the last of the days that disagree, where markup states one of them."""
    stated = {s.day: s for s in reversed(judged.stated) if s.kind not in CHANGES}
    days = {day for day, p in judged.likely.items() if p >= LIKELY}
    if len(days) < 2 or not days & stated.keys():
        return None
    quotes = [stated[day].quote if day in stated else day.isoformat() for day in sorted(days)]
    return PublicationDate(min(days), max(days), names.DISAGREE, " / ".join(quotes))
