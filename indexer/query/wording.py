"""The words of the echo, a language at a time: another language is another `Wording`."""

from dataclasses import dataclass

from indexer.query.nodes import Scope


@dataclass(frozen=True, slots=True)
class Wording:
    """Templates in one language; {0}, {1} stand for what was typed or for other parts.

    scopes: what a page is like whose field holds {0}
    bare:   the scopes whose words are neither stemmed nor exact: names
    """

    code: str
    pages: str  # {0}: what they are like
    all_pages: str
    all_without: str  # {0}: what they are without
    any_form: str
    exact_word: str
    exact_words: str
    quoted: str
    with_: str
    without: str
    not_: str
    but: str
    both: str  # joins the last two of a list of all
    either: str  # joins the last two of a list of any
    group: str
    scopes: dict[Scope, str]
    published: str
    certain: str
    perhaps: str
    in_: str
    on: str
    between: str
    since: str
    until: str
    day: str  # {0} day, {1} month's name, {2} year
    month: str
    months: tuple[str, ...]


ENGLISH = Wording(
    code="en",
    pages="pages {0}",
    all_pages="all pages",
    all_without="all pages {0}",
    any_form="any form of {0}",
    exact_word="the exact word {0}",
    exact_words="the exact words {0}",
    quoted="“{0}”",
    with_="with {0}",
    without="without {0}",
    not_="not {0}",
    but=", but {0}",
    both="and",
    either="or",
    group="({0})",
    scopes={
        Scope.TITLE: "with {0} in the title",
        Scope.REMOVED: "with {0} in the text that cleaning removed",
        Scope.SOURCE: "from a source called {0}",
        Scope.AUTHOR: "by an author called {0}",
        Scope.CITY: "that name the city {0}",
        Scope.PLACE: "that name the place {0}",
        Scope.LANGUAGE: "in {0}",
        Scope.ANYWHERE: "with {0}",
    },
    published="published {0}",
    certain="{0} for certain",
    perhaps="{0} for certain or perhaps",
    in_="in {0}",
    on="on {0}",
    between="from {0} to {1}",
    since="on {0} or later",
    until="on {0} or earlier",
    day="{0} {1} {2}",
    month="{0} {1}",
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
)  # fmt: skip
