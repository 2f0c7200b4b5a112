"""The words that a citation is made with, in each language of the interface."""

from collections.abc import Mapping
from dataclasses import dataclass

ENGLISH, FRENCH = "en", "fr"
THIN = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; `{names}` are filled in.

    months, short:  January first; `short` as MLA's handbook shortens them
    day:            how a day is written; `first` is the first day of a month
    month_first:    whether a day in running text begins with its month, as in American English
    quotes, inner:  what opens and closes a title, and a quotation inside one
    on, within:     a day, and a month or year, as they stand after `published`
    stop_inside:    whether a full stop stands before the closing quotation mark
    """

    code: str
    months: tuple[str, ...]
    short: tuple[str, ...]
    first: str
    month_first: bool
    undated: str
    between: str
    or_earlier: str
    or_later: str
    and_: str
    ampersand: str
    serial_comma: str
    et_al: str
    quotes: tuple[str, str]
    inner: tuple[str, str]
    stop_inside: bool
    retrieved_from: str
    retrieved: str
    accessed: str
    captured: str
    archived_at: str
    archived_copy: str
    published: str
    on: str
    within: str
    in_language: str


ENGLISH_WORDS = Words(
    code=ENGLISH,
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    short=(
        "Jan.", "Feb.", "Mar.", "Apr.", "May", "June",
        "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
    ),
    first="1",
    month_first=True,
    undated="n.d.",
    between="between {first} and {last}",
    or_earlier="{last} or earlier",
    or_later="{first} or later",
    and_="and",
    ampersand="&",
    serial_comma=",",
    et_al="et al.",
    quotes=("“", "”"),
    inner=("‘", "’"),
    stop_inside=True,
    retrieved_from="Retrieved {day}, from {url}",
    retrieved="Retrieved {day}",
    accessed="Accessed {day}",
    captured="Captured {day}",
    archived_at="archived at {copy}",
    archived_copy="archived copy {id}, SHA-256 {digest}",
    published="published {day}",
    on="{day}",
    within="in {time}",
    in_language="In {language}.",
)  # fmt: skip
FRENCH_WORDS = Words(
    code=FRENCH,
    months=(
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    short=(
        "janv.", "févr.", "mars", "avr.", "mai", "juin",
        "juill.", "août", "sept.", "oct.", "nov.", "déc.",
    ),
    first="1er",
    month_first=False,
    undated="s.d.",
    between="entre {first} et {last}",
    or_earlier="{last} ou avant",
    or_later="{first} ou après",
    and_="et",
    ampersand="et",
    serial_comma="",
    et_al="et al.",
    quotes=(f"«{THIN}", f"{THIN}»"),
    inner=("“", "”"),
    stop_inside=False,
    retrieved_from="Consulté le {day}, à l’adresse {url}",
    retrieved="Consulté le {day}",
    accessed="Consulté le {day}",
    captured="Capturé le {day}",
    archived_at="archivé à {copy}",
    archived_copy="copie archivée {id}, SHA-256 {digest}",
    published="publié {day}",
    on="le {day}",
    within="en {time}",
    in_language="En {language}.",
)  # fmt: skip

WORDS: Mapping[str, Words] = {ENGLISH: ENGLISH_WORDS, FRENCH: FRENCH_WORDS}
