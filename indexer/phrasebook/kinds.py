"""What fills the holes of a template, by kind, and how each is written in another language."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from indexer.phrasebook import names
from indexer.query.languages import language_code, language_name

# "…" stands for numbers that differ, where reasons are counted by kind.
NUMBER = re.compile(r"…|-?\d{1,3}(?:,\d{3})+|-?\d{1,20}(?:\.\d{1,20})?")
SHARE = re.compile(r"(…|\d{1,20}(?:\.\d{1,20})?) ?%")
QUOTED = re.compile(r"“(.*)”", re.DOTALL)
ASKED = re.compile(r"(?=.{0,99}\d)[\w:;,./| ()<>=…\[\]{}*–-]{1,100}")
ROW = re.compile(r"[^\n]{1,300}(?:[:#]\d{1,12}|!pages)")
SIZE = re.compile(r"(…|\d[\d,.]{0,20}) ([kKMGT]?B|bytes?)")
MORE = re.compile(r" and (\d[\d,]{0,20}) more$")

# Longer than any number with its signs.
MOST_DIGITS = 24
# Longer than any list of phrases that Fonds makes.
MOST_LISTED_CHARACTERS = 2_000

# Says a phrase in the book's language, or None.
Say = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Forms:
    """How a language writes what fills holes.

    thousands, point: the signs of its numbers; percent: what stands after a share
    bytes:  what a byte is called in "20 MB"
    quoted: {} between its quotation marks; more: {} for how many are not listed
    """

    code: str
    thousands: str
    point: str
    percent: str
    bytes: str
    quoted: str
    more: str


FRENCH = Forms(
    code="fr",
    thousands="\N{NARROW NO-BREAK SPACE}",
    point=",",
    percent="\N{NO-BREAK SPACE}%",
    bytes="o",
    quoted="«\N{NO-BREAK SPACE}{}\N{NO-BREAK SPACE}»",
    more=" et {} de plus",
)
FORMS = {forms.code: forms for forms in (FRENCH,)}


def number(value: str, forms: Forms) -> str | None:
    """A number: 2,431 or 0.87."""
    if len(value) > MOST_DIGITS or not NUMBER.fullmatch(value):
        return None
    signs = {",": forms.thousands, ".": forms.point}
    return "".join(signs.get(sign, sign) for sign in value)


def share(value: str, forms: Forms) -> str | None:
    """A share in percent: 87%."""
    match = SHARE.fullmatch(value) if len(value) <= MOST_DIGITS else None
    return match and f"{match[1].replace('.', forms.point)}{forms.percent}"


def size(value: str, forms: Forms) -> str | None:
    """A size: 20 MB."""
    match = SIZE.fullmatch(value) if len(value) <= MOST_DIGITS else None
    told = match and number(match[1], forms)
    if match is None or told is None:
        return None
    unit = match[2].rstrip("s").removesuffix("byte").removesuffix("B")
    return f"{told}\N{NO-BREAK SPACE}{unit}{forms.bytes}"


def asked(value: str, forms: Forms) -> str | None:
    """What may be typed for a date: year:2017, 2016..2017. It stays as it is."""
    return value if ASKED.fullmatch(value) else None


def row(value: str, forms: Forms) -> str | None:
    """Where something stands: pages.csv:3, pages.csv#3, site.wacz!pages. It stays as it is."""
    return value if ROW.fullmatch(value) else None


def quoted(value: str, forms: Forms) -> str | None:
    """What was typed, between quotation marks: “police”."""
    match = QUOTED.fullmatch(value)
    return match and forms.quoted.format(match[1])


def listed(value: str, forms: Forms, of_one: Callable[[str], str] = str) -> str | None:
    """Things between quotation marks, and how many more: “a”, “b” and 3 more."""
    more = MORE.search(value)
    rest = value[: more.start()] if more else value
    if not QUOTED.fullmatch(rest):
        return None
    things = [forms.quoted.format(of_one(thing)) for thing in rest[1:-1].split("”, “")]
    told = ", ".join(things)
    return told + forms.more.format(number(more[1], forms)) if more else told


def places(value: str, forms: Forms) -> str | None:
    """Labels of places between quotation marks."""
    return listed(value, forms, lambda label: names.label_name(label, forms.code))


def languages(value: str, forms: Forms) -> str | None:
    """Names of languages between quotation marks."""
    return listed(value, forms, lambda name: language_named(name, forms.code))


def language_named(name: str, code: str) -> str:
    """A language, named in English, in another."""
    known = language_code(name)
    return language_name(known, code) if known else name


def country(value: str, forms: Forms) -> str | None:
    """A country by its English name."""
    return names.country_name(value, forms.code)


def any_text(value: str, forms: Forms) -> str | None:
    """What was typed or found: it stays as it is."""
    return value


BY_KIND: dict[str, Callable[[str, Forms], str | None]] = {
    "": any_text,
    "number": number,
    "share": share,
    "size": size,
    "asked": asked,
    "row": row,
    "quoted": quoted,
    "list": listed,
    "places": places,
    "languages": languages,
    "country": country,
}

# What stands between several phrases, by kind; the phrases themselves are of the book.
PHRASES = {"phrase": "", "phrases": "; ", "signs": ", "}


def fits(kind: str, value: str, forms: Forms) -> bool:
    """Whether a hole of that kind may hold this; of phrases it is not told yet."""
    return kind in PHRASES or BY_KIND[kind](value, forms) is not None


def written(kind: str, value: str, forms: Forms, say: Say) -> str | None:
    """What fills a hole, in the book's language, or None where it is not of that kind."""
    if kind not in PHRASES:
        return BY_KIND[kind](value, forms)
    between = PHRASES[kind]
    if between and len(value) > MOST_LISTED_CHARACTERS:
        return None
    told = [say(phrase) for phrase in parted(value, between)] if between else [say(value)]
    whole = [phrase for phrase in told if phrase is not None]
    if len(whole) < len(told):
        return None
    return between.replace(";", "\N{NO-BREAK SPACE};").join(whole)


def parted(value: str, between: str) -> list[str]:
    """Phrases that are parted by a sign, which does not part what stands in quotation marks."""
    parts, depth, start, at = [], 0, 0, 0
    while at < len(value):
        depth += (value[at] == "“") - (value[at] == "”" and depth > 0)
        if not depth and value.startswith(between, at):
            parts.append(value[start:at])
            at = start = at + len(between)
        else:
            at += 1
    return [*parts, value[start:]]
