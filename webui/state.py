"""What a search page shows, as a value: its address, and every address one click away."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Self
from urllib.parse import urlencode

from indexer.engine import Sort
from indexer.fields import FACETS
from indexer.question import Matching
from webui.parameters import BadParameter, Parameters, day_of, read_parameters
from webui.speaking import root
from webui.words import t

# The facets that an address may choose values of.
CHOOSABLE = tuple(field.name for field in FACETS)
# Before the name of a facet in an address: pages with that value are left out.
NOT = "not_"
EXCLUDABLE = tuple(f"{NOT}{name}" for name in CHOOSABLE)
KNOWN = frozenset(
    {"q", "match", "fold", "from", "to", "sort", "limit", "after", *CHOOSABLE, *EXCLUDABLE}
)

SIZES = (10, 25, 50)
MAX_LIMIT = 100

# How many pages back "Previous" reaches; further back there is "First page".
MAX_TRAIL = 20

# How an address says yes and no.
YES, NO = ("true", "1"), ("false", "0")

Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SearchState:
    """A search as its address has it.

    text:   the query as typed
    chosen: facet values, as (facet, value); excluded: those whose pages are left out
    published_from, published_to: first and last day, both included, or None
    limit:  hits a page, 0 to 100
    match:  whether a page must have all of the words, or any
    fold:   whether near-copies are shown as one hit
    trail:  the cursors of the pages that led here, this page's last; empty on the first page
    """

    text: str = ""
    chosen: frozenset[Choice] = frozenset()
    published_from: date | None = None
    published_to: date | None = None
    sort: Sort = Sort.RELEVANCE
    limit: int = SIZES[0]
    match: Matching = Matching.ALL
    fold: bool = False
    trail: tuple[str, ...] = ()
    excluded: frozenset[Choice] = frozenset()

    @classmethod
    def from_url(cls, query_string: str) -> Self:
        """Read the part of an address after "?". Raise BadParameter where it makes no sense."""
        return cls.from_parameters(read_parameters(query_string, KNOWN))

    @classmethod
    def from_parameters(cls, given: Parameters) -> Self:
        """Read parameters that are split already."""
        state = cls(
            text=given.one("q") or "",
            chosen=frozenset((name, v) for name in CHOOSABLE for v in given.many(name)),
            excluded=frozenset((f, v) for f in CHOOSABLE for v in given.many(f"{NOT}{f}")),
            published_from=day_of("from", given.one("from"), last=False),
            published_to=day_of("to", given.one("to"), last=True),
            sort=sort_of(given.one("sort")),
            limit=limit_of(given.one("limit")),
            match=matching_of(given.one("match")),
            fold=fold_of(given.one("fold")),
            trail=given.many("after")[-MAX_TRAIL:],
        )
        first, last = state.published_from, state.published_to
        if first and last and first > last:
            raise BadParameter(
                "from",
                t("{first} is after {last}.", first=first, last=last),
                t("Change the two days round."),
            )
        return state

    def to_url(self) -> str:
        """The path and query of this state's page; equal states have equal addresses.

        While a request is answered the path is that of its language.
        """
        pairs = self.pairs()
        return f"{root()}/?{urlencode(pairs)}" if pairs else f"{root()}/"

    def pairs(self) -> list[Choice]:
        """What an address says of it, as (parameter, value); what goes without saying is not."""
        pairs: list[Choice] = [("q", self.text)] if self.text else []
        pairs += self.choices()
        if self.published_from:
            pairs.append(("from", self.published_from.isoformat()))
        if self.published_to:
            pairs.append(("to", self.published_to.isoformat()))
        if self.sort is not Sort.RELEVANCE:
            pairs.append(("sort", self.sort.value))
        if self.limit != SIZES[0]:
            pairs.append(("limit", str(self.limit)))
        if self.match is not Matching.ALL:
            pairs.append(("match", self.match.value))
        if self.fold:
            pairs.append(("fold", "true"))
        pairs += [("after", cursor) for cursor in self.trail]
        return pairs

    def choices(self) -> list[Choice]:
        """The chosen and the excluded values, as (parameter, value), in order."""
        left_out = [(f"{NOT}{name}", value) for name, value in sorted(self.excluded, key=by_field)]
        return sorted(self.chosen, key=by_field) + left_out

    @property
    def blank(self) -> bool:
        """Whether nothing is asked: the front page."""
        return self == replace(SearchState(), limit=self.limit, match=self.match, fold=self.fold)

    @property
    def cursor(self) -> str | None:
        """The cursor of this page, or None for the first."""
        return self.trail[-1] if self.trail else None

    def chosen_in(self, field: str) -> tuple[str, ...]:
        """The chosen values of one facet, in order."""
        return tuple(sorted(value for name, value in self.chosen if name == field))

    def excluded_in(self, field: str) -> tuple[str, ...]:
        """The excluded values of one facet, in order."""
        return tuple(sorted(value for name, value in self.excluded if name == field))

    def exclude(self, field: str, value: str) -> Self:
        """Leave out the pages with a value, back on the first page; it is chosen no longer."""
        choice = (field, value)
        return replace(
            self, chosen=self.chosen - {choice}, excluded=self.excluded | {choice}, trail=()
        )

    def let_in(self, field: str, value: str) -> Self:
        """Leave out the pages with a value no longer."""
        return replace(self, excluded=self.excluded - {(field, value)}, trail=())

    def toggle(self, field: str, value: str) -> Self:
        """Tick or untick one facet value, back on the first page."""
        return replace(self, chosen=self.chosen ^ {(field, value)}, trail=())

    def only(self, field: str, value: str) -> Self:
        """Choose one value of a facet and no other of it, back on the first page.

        Other values that are excluded stay so, as the counts of the facet have it.
        """
        others = frozenset(choice for choice in self.chosen if choice[0] != field)
        chosen, excluded = others | {(field, value)}, self.excluded - {(field, value)}
        return replace(self, chosen=chosen, excluded=excluded, trail=())

    def without_text(self) -> Self:
        """Drop the words."""
        return replace(self, text="", trail=())

    def with_text(self, text: str) -> Self:
        """Ask for other words with the same choices."""
        return replace(self, text=text, trail=())

    def matching(self, match: Matching) -> Self:
        """Ask for all of the words, or any of them."""
        return replace(self, match=match, trail=())

    def without_facet(self, field: str) -> Self:
        """Drop every chosen value of one facet."""
        kept: Iterable[Choice] = (choice for choice in self.chosen if choice[0] != field)
        return replace(self, chosen=frozenset(kept), trail=())

    def between(self, first: date | None, last: date | None) -> Self:
        """Ask for pages published between two days; None leaves a side open."""
        return replace(self, published_from=first, published_to=last, trail=())

    def folding(self, fold: bool) -> Self:
        """Show near-copies as one hit, or each for itself."""
        return replace(self, fold=fold, trail=())

    def without_from(self) -> Self:
        """Drop the first day."""
        return replace(self, published_from=None, trail=())

    def without_to(self) -> Self:
        """Drop the last day."""
        return replace(self, published_to=None, trail=())

    def first_page(self) -> Self:
        """The same search from its beginning."""
        return replace(self, trail=())

    def next_page(self, cursor: str) -> Self:
        """The page that a cursor leads to."""
        return replace(self, trail=(*self.trail, cursor)[-MAX_TRAIL:])

    def previous_page(self) -> Self:
        """The page that led here. The first page is its own previous one."""
        return replace(self, trail=self.trail[:-1])


def by_field(choice: Choice) -> tuple[int, str]:
    """The order of choices in an address."""
    return CHOOSABLE.index(choice[0]), choice[1]


def sort_of(typed: str | None) -> Sort:
    """The order named in an address."""
    try:
        return Sort(typed or Sort.RELEVANCE)
    except ValueError as error:
        known = ", ".join(sort.value for sort in Sort)
        raise BadParameter(
            "sort",
            t("“{typed}” is no order of results.", typed=(typed or "")[:40]),
            t("The orders are: {known}.", known=known),
        ) from error


def matching_of(typed: str | None) -> Matching:
    """How many of the words a page must have, named in an address."""
    try:
        return Matching(typed or Matching.ALL)
    except ValueError as error:
        known = ", ".join(each.value for each in Matching)
        raise BadParameter(
            "match",
            t("“{typed}” is no way to match words.", typed=(typed or "")[:40]),
            t("The ways are: {known}.", known=known),
        ) from error


def fold_of(typed: str | None) -> bool:
    """Whether an address asks to fold near-copies."""
    if typed not in (None, *YES, *NO):
        raise BadParameter(
            "fold",
            t("“{typed}” is neither true nor false.", typed=typed[:40]),
            t("Write fold=true or leave it out."),
        )
    return typed in YES


def limit_of(typed: str | None) -> int:
    """The number of hits a page, named in an address."""
    if typed is None:
        return SIZES[0]
    if not (typed.isascii() and typed.isdigit() and len(typed) < 4 and int(typed) <= MAX_LIMIT):
        raise BadParameter(
            "limit",
            t("“{typed}” is no number of results a page.", typed=typed[:40]),
            t("Ask for 0 to {most}; “next” leads further.", most=MAX_LIMIT),
        )
    return int(typed)
