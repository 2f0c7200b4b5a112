"""The words of the interface: every string a reader sees passes here, and so reaches French.

The English sentence is the key, as in gettext; the catalogues of `webui/locale/` map it to another
language's sentence. `{names}` are filled in after, so that they can stand in another order.
A sentence is one key, never glued of parts: other languages put the parts elsewhere.
"""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from archive.document import Place
from indexer import phrasebook
from indexer.analysis import fold
from indexer.engine import MISSING, UNCERTAIN
from indexer.query.languages import SPOKEN
from indexer.query.languages import language_name as named_in
from webui.catalogues import catalogue
from webui.speaking import ENGLISH, language

if TYPE_CHECKING:
    from babel import Locale


def t(message: str, **values: object) -> str:
    """A sentence in the reader's language, with its names filled in.

    Where a value is Markup (a link in the middle of a sentence), all the others and the sentence
    itself are escaped and the answer is Markup.
    """
    return filled(catalogue(language()).sentence(message), values)


def n(count: int, one: str, many: str, **values: object) -> str:
    """A count in a sentence: n(2, "{count} page has it", "{count} pages have it").

    Where no {count} stands in it, the number comes first: n(2431, "page", "pages") is
    "2,431 pages".
    """
    sentence = catalogue(language()).plural(count, one, many)
    if "{count}" not in many and "{count}" not in sentence:
        sentence = f"{{count}} {sentence}"
    return filled(sentence, {"count": number(count)} | values)


def noun(count: int, one: str, many: str) -> str:
    """The noun alone, in the form that the count takes, for where the number stands apart."""
    return catalogue(language()).plural(count, one, many).replace("{count}", "").strip()


def filled(sentence: str, values: dict[str, object]) -> str:
    """A sentence with its names filled in."""
    if any(hasattr(value, "__html__") for value in values.values()):
        return Markup(escape(sentence)).format(**values)  # noqa: S704 (it is escaped here)
    return sentence.format(**values)


def later(message: str) -> str:
    """Mark a sentence of a table that t() gets to see only as a variable."""
    return message


def said(sentence: str) -> str:
    """A finished English sentence from below (a fault, a reason) in the reader's language."""
    return phrasebook.said(sentence, language()).text


def shown(sentence: str) -> str:
    """The same for templates: what stays English there is marked as English."""
    return marked(phrasebook.said(sentence, language()))


def because(message: str, values: Iterable[tuple[str, str]]) -> str:
    """The same for a sentence whose parts are still known: its template, and what fills it."""
    return marked(phrasebook.told(message, values, language()))


def marked(told: phrasebook.Said) -> str:
    """A sentence, in an element that names its language where that is not the page's."""
    if told.language == language():
        return told.text
    return Markup('<span lang="{}" dir="ltr">{}</span>').format(told.language, told.text)


@cache
def locale(code: str) -> "Locale":
    """What CLDR knows of a language."""
    from babel import Locale  # costs 0.1 s, and English does without

    return Locale(code)


def number(count: int) -> str:
    """A number as it is written: 2,431; in French 2 431 with a narrow space that does not break."""
    if language() == ENGLISH:
        return f"{count:,}"
    return f"{count:,}".replace(",", separator(language()))


@cache
def separator(code: str) -> str:
    """What stands between thousands."""
    return str(locale(code).number_symbols["latn"]["group"])


def decimal(value: float, digits: int) -> str:
    """A number with so many digits after its point, or comma."""
    if language() == ENGLISH:
        return f"{value:.{digits}f}"
    point = str(locale(language()).number_symbols["latn"]["decimal"])
    return f"{value:.{digits}f}".replace(".", point)


def percent(share: float, figures: int = 2, *, places: int | None = None) -> str:
    """A share of 1 as a percentage of so many figures: 31%, 3.4%.

    places: digits after the point, where a column of shares wants as many in each line
    """
    if places is None:
        written = f"{share * 100:.{figures}g}"
        if "e" in written:
            written = f"{share * 100:.0f}"
        places = len(written.partition(".")[2])
    mark = decimal(share * 100, places)
    return f"{mark}%" if language() == ENGLISH else f"{mark}\N{NO-BREAK SPACE}%"


def listing(items: Iterable[str]) -> str:
    """Things in a row: "A, B and C"."""
    *first, last = [*items] or [""]
    if not first:
        return last
    return t("{first} and {last}", first=", ".join(first), last=last)


def semicolon() -> str:
    """What stands between two statements; in French with a space before it that does not break."""
    return "; " if language() == ENGLISH else "\N{NARROW NO-BREAK SPACE}; "


def clauses(statements: Iterable[str]) -> str:
    """Statements in a row, empty ones left out: "2 mentions; 64% sure"."""
    return semicolon().join(filter(None, statements))


def sort_key(text: str) -> tuple[str, str]:
    """What names are sorted by from A to Z: É stands beside E."""
    return fold(text), text


def language_name(code: str) -> str:
    """What a language is called."""
    return named_in(code, language() if language() in SPOKEN else ENGLISH)


# Facets whose values are places.
PLACES = frozenset({"city", "region", "country"})
# What a facet is called, and what its missing values are called.
HEADINGS = {
    "city": later("City named"),
    "region": later("Province or state named"),
    "country": later("Country named"),
    "year": later("Year published"),
    "year_mentioned": later("Year named"),
    "source": later("Source"),
    "author": later("Author"),
    "language": later("Languages in the text"),
}
MISSINGS = {
    "city": later("no city named"),
    "region": later("no province or state named"),
    "country": later("no country named"),
    "year": later("undated"),
    "year_mentioned": later("no year named"),
    "source": later("source unknown"),
    "author": later("no author named"),
    "language": later("no language recognised"),
}


def heading(field: str) -> str:
    """What a facet is called."""
    return t(HEADINGS[field])


def value_label(field: str, value: str, label: str | None = None) -> str:
    """What one value of a facet is called; `label` is the index's word for it, if it has one."""
    if value == MISSING:
        return t(MISSINGS[field])
    if field == "year" and value == UNCERTAIN:
        return t("year uncertain")
    if field == "language":
        return language_name(value)
    if field in PLACES:
        return phrasebook.label_name(label or value, language(), field)
    return label or value


def place_label(place: Place) -> str:
    """A place as the reader calls it: "Victoria, Colombie-Britannique"."""
    return phrasebook.place_label(place, language())
