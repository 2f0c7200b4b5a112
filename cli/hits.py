"""Results as a person reads them: hits with their snippets, facets as small tables."""

import re
from typing import TYPE_CHECKING

from cli.facts import date_words
from cli.output import console, harmless, one_line
from cli.speaking import said, tell

if TYPE_CHECKING:
    from rich.text import Text

    from indexer.engine import Facet, Histogram, Hit, Nearest, Results

MOST_PLACES = 3
UNCERTAIN = "uncertain"  # as the engine's facet of years has it
INDENT = "     "
Marks = tuple[tuple[int, int], ...]


def print_results(results: "Results", shown: tuple[str, ...] = ()) -> None:
    """The whole page: what was understood, the hits, the facets `shown`, how to go on."""
    from indexer.help.removed_lines import notes_of

    out = console()
    out.print(f"{found(results)}{tell(': ')}{one_line(results.understood)}{narrowed(results)}")
    for note in notes_of(results):
        out.print(one_line(said(note)))
    if results.meant and not results.total:
        out.print(meant(results))
    if results.nearest:
        out.print(nearest(results.nearest))
    listed = results.nearest or results
    for number, hit in enumerate(listed.hits, start=listed.offset + 1):
        out.print()
        print_hit(number, hit)
    for facet in listed.facets:
        if facet.field in shown:
            print_facet(facet)
    if listed.histogram:
        years = next((facet for facet in listed.facets if facet.field == "year"), None)
        print_histogram(listed.histogram, years)
    if results.meant and results.total:
        out.print(f"\n{meant(results)}")
    if listed.next:
        out.print(
            "\n" + tell("More: the same with --cursor {cursor}", cursor=one_line(listed.next))
        )


def found(results: "Results") -> str:
    """ "2,431 pages", "2,431 pages in 12 groups"."""
    count = pages(results.total)
    if results.groups is None:
        return count
    one = results.groups == 1
    groups = tell("{count} group" if one else "{count} groups", count=results.groups)
    return f"{count} {tell('in {groups}', groups=groups)}"


def nearest(near: "Nearest") -> str:
    """ "No page has all of these words. 12 pages have 3 of the 4:"."""
    some = "{count} pages have {words} of the {asked}:"
    if near.total == 1:
        some = "{count} page has {words} of the {asked}:"
    some = tell(some, count=near.total, words=near.words, asked=near.asked)
    return f"{tell('No page has all of these words.')} {some}"


def meant(results: "Results") -> str:
    """ "Did you mean: police status (15 pages) or polite status (2 pages)?"."""
    told = (f"{one_line(one.text)} ({pages(one.total)})" for one in results.meant)
    return tell("Did you mean: {queries}?", queries=f" {tell('or')} ".join(told))


def narrowed(results: "Results") -> str:
    """What the options narrow to: "; city London, Ontario or London, United Kingdom"."""
    parts = []
    for facet in results.facets:
        name = facet.field.replace("_", " ")
        labels = [value.label for value in facet.values if value.selected]
        labels += [tell("none")] if facet.missing_selected else []
        if labels:
            parts.append(f"; {tell(name)} {one_of(labels)}")
        labels = [value.label for value in facet.values if value.excluded]
        labels += [tell("none")] if facet.missing_excluded else []
        if labels:
            parts.append("; " + tell("{name} not {values}", name=name, values=one_of(labels)))
    return "".join(parts)


def one_of(labels: list[str]) -> str:
    """ "London, Ontario or London, United Kingdom"."""
    return one_line(f" {tell('or')} ".join(labels))


def print_hit(number: int, hit: "Hit") -> None:
    """Number and title; source, date, places; id; snippets with what matched in bold."""
    from rich.text import Text

    out = console()
    out.print(Text(f"{number:>3}. ").append_text(marked(hit.title, hit.title_marks, "bold")))
    about = (hit.source or tell("unknown source"), date_words(hit.published), cities(hit))
    out.print(INDENT + one_line(" · ".join(part for part in about if part)), style="dim")
    out.print(f"{INDENT}{hit.id}", style="dim")
    for snippet in hit.snippets:
        out.print(Text(INDENT).append_text(marked(snippet.text, snippet.marks, "bold")))
    if hit.unmarked:
        out.print(INDENT + tell("its text is too long to be looked through in this list"))
    if hit.damaged:
        out.print(INDENT + tell("its text is damaged in the archive; see `fonds verify`"))
    if hit.copies_count:
        out.print(INDENT + one_line(copies(hit)), style="dim")
    if hit.lacks:
        out.print(INDENT + tell("lacks: {words}", words=one_line(", ".join(hit.lacks))))


def copies(hit: "Hit") -> str:
    """ "and 2 near-copies: The Light 0123456789abcdef; unknown source fedcba9876543210"."""
    named = [f"{copy.source or tell('unknown source')} {copy.id}" for copy in hit.copies]
    one = hit.copies_count == 1
    count = tell(
        "and {count} near-copy" if one else "and {count} near-copies", count=hit.copies_count
    )
    return f"{count}{tell(': ')}{'; '.join(named)}{and_more(hit.copies_count - len(named))}"


def and_more(count: int) -> str:
    """ " and 3 more", or nothing."""
    return f" {tell('and {count} more', count=count)}" if count > 0 else ""


def pages(number: int) -> str:
    """ "1 page", "2,431 pages"."""
    return tell("{count} page" if number == 1 else "{count} pages", count=number)


def cities(hit: "Hit") -> str:
    """The cities that a page names, most mentioned first; those left out are counted."""
    labels = [place.label for place in hit.places if place.kind == "city"]
    more = len(labels) - MOST_PLACES
    return "; ".join(labels[:MOST_PLACES]) + and_more(more)


def marked(text: str, marks: Marks, style: str) -> "Text":
    """Text on one line, harmless, with its marked parts in a style."""
    from rich.text import Text

    shown, place = Text(), 0
    for start, end in marks:
        shown.append(flat(text[place:start]))
        shown.append(flat(text[start:end]), style=style)
        place = end
    shown.append(flat(text[place:]))
    return shown


def flat(text: str) -> str:
    """White space as single spaces, without trimming: it stands between marks."""
    return harmless(re.sub(r"\s+", " ", text))


def print_facet(facet: "Facet") -> None:
    """A table of counts; what is chosen has a star, what is excluded a minus; the rest is told."""
    out = console()
    out.print(f"\n{tell(facet.field.replace('_', ' '))}", style="bold")
    for value in facet.values:
        sign = sign_of(value.selected, value.excluded)
        out.print(f"{sign}{value.count:>7,}  {one_line(value.label)}")
    if facet.other:
        out.print(f" {facet.other:>7,}  {tell('in other values')}")
    if facet.missing:
        sign = sign_of(facet.missing_selected, facet.missing_excluded)
        out.print(f"{sign}{facet.missing:>7,}  {tell('without one (-)')}")


def sign_of(selected: bool, excluded: bool) -> str:
    """What stands before a count."""
    return "-" if excluded else "*" if selected else " "


def print_histogram(histogram: "Histogram", years: "Facet | None") -> None:
    """A table of years, or of months where the search is narrowed to one year.

    years: the facet of years, which tells what is chosen, and the pages of an uncertain year
    """
    values = years.values if years else ()
    chosen = [value.value for value in values if value.selected]
    by_month = len(chosen or histogram.years) == 1 and bool(histogram.months)
    unsure = sum(value.count for value in values if value.value == UNCERTAIN)
    out = console()
    heading = tell("month published") if by_month else tell("year published")
    out.print(f"\n{heading}", style="bold")
    for period in histogram.months if by_month else histogram.years:
        out.print(f" {period.count:>7,}  {period.name}")
    if by_month and histogram.uncertain:
        out.print(f" {histogram.uncertain:>7,}  {tell('not known to the month')}")
    if not by_month and unsure:
        out.print(f" {unsure:>7,}  {tell('not known to the year')}")
    if histogram.undated:
        out.print(f" {histogram.undated:>7,}  {tell('undated')}")
