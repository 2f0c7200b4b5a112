"""Where nothing is found: what the archive has of the places, sources and years that were asked."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from indexer import query
from indexer.counts.covered import Covered, covered
from indexer.errors import QueryError, SearchTooSlow
from indexer.query.loosening import CONDITIONS
from indexer.query.nodes import And, Dated, Node, Within
from indexer.search import Searcher
from webui.asking import query_of
from webui.dates import day_words, month_words
from webui.state import SearchState
from webui.words import listing, n, t, value_label

# Each thing costs two searches.
MOST_THINGS = 4

Labels = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Coverage:
    """One thing that was asked, and what there is of it, in sentences.

    state: the search for it
    """

    name: str
    told: tuple[str, ...]
    state: SearchState


@dataclass(frozen=True, slots=True)
class Time:
    """When pages were asked to be published: the search for it, and its name in words."""

    state: SearchState
    words: str


def coverage_of(searcher: Searcher, state: SearchState, labels: Labels) -> tuple[Coverage, ...]:
    """What there is of each thing that a search is narrowed to; of all, if only of a time."""
    time = time_of(state)
    things = tuple(things_of(state, labels))[:MOST_THINGS]
    if not things and time is not None:
        things = ((t("The whole archive"), SearchState(text="")),)
    return tuple(told(searcher, name, thing, time) for name, thing in things)


def told(searcher: Searcher, name: str, thing: SearchState, time: Time | None) -> Coverage:
    """One thing in sentences."""
    then = None
    if time is not None:
        asked = f"{thing.text} {time.state.text}".strip()
        both = replace(time.state, text=asked, chosen=time.state.chosen | thing.chosen)
        then = query_of(both, (), 0)
    try:
        found = covered(searcher, query_of(thing, (), 0), then)
    except (QueryError, SearchTooSlow):  # the query as a whole could be read and answered
        return Coverage(name, (), thing)
    return Coverage(name, tuple(sentences(found, time)), thing)


def sentences(found: Covered, time: Time | None) -> Iterator[str]:
    """How much, from when to when, and how much of the asked time."""
    if not found.total:
        yield t("No page in this archive.")
        return
    if found.first is None:
        yield n(
            found.total,
            "{count} page, without a certain year.",
            "{count} pages, none with a certain year.",
        )
    elif found.first == found.last:
        yield n(
            found.total, "{count} page, of {year}.", "{count} pages, of {year}.", year=found.first
        )
    else:
        yield n(
            found.total,
            "{count} page, {first} to {last}.",
            "{count} pages, {first} to {last}.",
            first=found.first,
            last=found.last,
        )
    if time is not None and not found.then:
        yield t("Nothing from {time} for certain.", time=time.words)
    elif time is not None:
        yield n(
            found.then or 0,
            "{count} page is from {time}.",
            "{count} pages are from {time}.",
            time=time.words,
        )
    if found.unsure and found.first is not None:
        yield n(
            found.unsure,
            "{count} page has no certain year.",
            "{count} pages have no certain year.",
        )


def things_of(state: SearchState, labels: Labels) -> Iterator[tuple[str, SearchState]]:
    """Each value that is chosen, years apart, and each field of the query that says which pages."""
    for field, value in sorted(state.chosen):
        if field != "year":
            name = value_label(field, value, labels.get((field, value)))
            yield name, SearchState().only(field, value)
    for part in parts_of(state.text):
        if isinstance(part, Within) and part.scope in CONDITIONS:
            typed = state.text[slice(*part.span)]
            yield typed, SearchState(text=typed)


def time_of(state: SearchState) -> Time | None:
    """The years and days that were asked, in the query or beside it; None where none were."""
    parts = [part for part in parts_of(state.text) if isinstance(part, Dated)]
    years = [choice for choice in sorted(state.chosen) if choice[0] == "year"]
    if any(not year.isdecimal() for _, year in years):
        return None  # undated pages too, so of no time
    asked = SearchState(
        text=" ".join(state.text[slice(*part.span)] for part in parts),
        chosen=frozenset(years),
        published_from=state.published_from,
        published_to=state.published_to,
    )
    if asked == SearchState():
        return None
    words = [value_label(*choice) for choice in years]
    words += [period_words(part.earliest, part.latest) for part in parts]
    if state.published_from or state.published_to:
        words.append(period_words(state.published_from, state.published_to))
    return Time(asked, listing(words))


def parts_of(text: str) -> tuple[Node, ...]:
    """The parts of a query that must all hold."""
    node = query.parse(text)
    if node is None:
        return ()
    return node.nodes if isinstance(node, And) else (node,)


def period_words(first: date | None, last: date | None) -> str:
    """The days between two, in the fewest words: "2020", "May 2020", "2019 to 2021"."""
    if first is None or last is None:
        return open_words(first, last)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        begins, ends = str(first.year), str(last.year)
    elif first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        begins, ends = month_words(first), month_words(last)
    else:
        begins, ends = day_words(first), day_words(last)
    return begins if begins == ends else t("{first} to {last}", first=begins, last=ends)


def open_words(first: date | None, last: date | None) -> str:
    """The days after one, or before one."""
    if first is not None:
        return t("{day} or later", day=day_words(first))
    return t("{day} or earlier", day=day_words(last)) if last is not None else ""
