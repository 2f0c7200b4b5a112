"""The words of the echo, a language at a time: another language is another `Wording`."""

from dataclasses import dataclass

from indexer.query.nodes import Scope, Unit


@dataclass(frozen=True, slots=True)
class Wording:
    """Templates in one language; {0}, {1} stand for what was typed or for other parts.

    scopes: what a page is like whose field holds {0}
    near:   by unit, how {0} stands to {1}; {2}: words apart
    """

    code: str
    pages: str  # {0}: what they are like
    all_pages: str
    all_without: str  # {0}: what they are without
    any_form: str
    exact_word: str
    exact_words: str
    quoted: str
    loose: str  # {0}: exact words; {1}: words apart
    loose_beside: str  # the same for 1
    like: str  # {0}: a wildcard
    nearly: str  # {0}: a word
    edits: tuple[str, ...]  # by number of letters less one
    stands_for: str  # {0}: a pattern; {1}: the words that it stands for
    more: str  # {0}: how many words are not listed
    thousands: str  # what stands between thousands in a number
    stands_for_none: str  # {0}: a pattern
    near: dict[Unit, str]
    before: str  # as near, in this order
    beside: str  # as near, 1 word apart
    right_before: str
    chain: str  # {0}: a link; {1}: the next one, which begins with `that`
    that: str
    with_: str
    without: str
    not_: str
    but: str
    both: str  # joins the last two of a list of all
    either: str  # joins the last two of a list of any
    group: str
    at_least: str  # {0}: how many; {1}: of what
    scopes: dict[Scope, str]
    published: str
    certain: str
    perhaps: str
    in_: str
    on: str
    between: str
    since: str
    until: str
    between_days: str
    first: str  # the first day of a month
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
    loose="the exact words {0} within {1} words of each other in any order",
    loose_beside="the exact words {0} next to each other in any order",
    like="words like {0}",
    nearly="words that are {0} but for {1}",
    edits=("one letter", "two letters"),
    stands_for="{0} (here {1})",
    more="{0} more",
    thousands=",",
    stands_for_none="{0} (there are none here)",
    near={
        Unit.WORDS: "{0} within {2} words of {1}",
        Unit.SENTENCE: "{0} in one sentence with {1}",
        Unit.PARAGRAPH: "{0} in one paragraph with {1}",
    },
    before="{0} at most {2} words before {1}",
    beside="{0} right beside {1}",
    right_before="{0} right before {1}",
    chain="{0}, and {1}",
    that="that",
    with_="with {0}",
    without="without {0}",
    not_="not {0}",
    but=", but {0}",
    both="and",
    either="or",
    group="({0})",
    at_least="at least {0} of {1}",
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
    between_days="from {0} to {1}",
    first="1",
    since="on {0} or later",
    until="on {0} or earlier",
    day="{0} {1} {2}",
    month="{0} {1}",
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
)  # fmt: skip

FRENCH = Wording(
    code="fr",
    pages="pages {0}",
    all_pages="toutes les pages",
    all_without="toutes les pages {0}",
    any_form="toute forme de {0}",
    exact_word="le mot exact {0}",
    exact_words="les mots exacts {0}",
    quoted="«\N{NO-BREAK SPACE}{0}\N{NO-BREAK SPACE}»",
    loose="les mots exacts {0} à {1} mots au plus l’un de l’autre, dans un ordre quelconque",
    loose_beside="les mots exacts {0} côte à côte, dans un ordre quelconque",
    like="des mots comme {0}",
    nearly="des mots qui sont {0} à {1} près",
    edits=("une lettre", "deux lettres"),
    stands_for="{0} (ici {1})",
    more="{0} autres",
    thousands="\N{NARROW NO-BREAK SPACE}",
    stands_for_none="{0} (il n’y en a pas ici)",
    near={
        Unit.WORDS: "{0} à {2} mots au plus de {1}",
        Unit.SENTENCE: "{0} dans la même phrase que {1}",
        Unit.PARAGRAPH: "{0} dans le même paragraphe que {1}",
    },
    before="{0} au plus {2} mots avant {1}",
    beside="{0} juste à côté de {1}",
    right_before="{0} juste avant {1}",
    chain="{0}, et {1}",
    that="ceci",
    with_="avec {0}",
    without="sans {0}",
    not_="pas {0}",
    but=", mais {0}",
    both="et",
    either="ou",
    group="({0})",
    at_least="au moins {0} de {1}",
    scopes={
        Scope.TITLE: "avec {0} dans le titre",
        Scope.REMOVED: "avec {0} dans le texte que le nettoyage a retiré",
        Scope.SOURCE: "d’une source appelée {0}",
        Scope.AUTHOR: "par une personne appelée {0}",
        Scope.CITY: "qui nomment la ville {0}",
        Scope.PLACE: "qui nomment le lieu {0}",
        Scope.LANGUAGE: "en {0}",
        Scope.ANYWHERE: "avec {0}",
    },
    published="publiées {0}",
    certain="{0} de façon certaine",
    perhaps="{0} de façon certaine ou peut-être",
    in_="en {0}",
    on="le {0}",
    between="de {0} à {1}",
    between_days="du {0} au {1}",
    first="1er",
    since="le {0} ou plus tard",
    until="le {0} ou plus tôt",
    day="{0} {1} {2}",
    month="{0} {1}",
    months=(
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ),
)  # fmt: skip

# By the code that a person asks for.
WORDINGS = {wording.code: wording for wording in (ENGLISH, FRENCH)}
