"""Who wrote a page, as each style writes names."""

import re

from indexer.citing.words import Words
from indexer.exports.reference import SUFFIX, Name

# APA's Publication Manual (7th ed., 9.8): all of 20 authors; of more the first 19 and the last.
MOST_IN_APA, FIRST_IN_APA = 20, 19
# The Chicago Manual of Style (17th ed., 14.76): all of ten; of more the first seven.
MOST_IN_CHICAGO, FIRST_IN_CHICAGO = 10, 7
# The MLA Handbook (9th ed., 5.8): two; of more the first.
MOST_IN_MLA = 2

BETWEEN_GIVEN = re.compile(r"[\s.]+")


def apa(names: tuple[Name, ...], words: Words) -> str:
    """ "Quill, A. B., & de la Tour, L."; names that are whole stay so."""
    written = [with_initials(name) for name in names]
    if len(written) > MOST_IN_APA:
        return f"{', '.join(written[:FIRST_IN_APA])}, … {written[-1]}"
    *before, last = written or [""]
    if not before:
        return last
    comma = "," if words.ampersand == "&" else ""
    return f"{', '.join(before)}{comma} {words.ampersand} {last}"


def chicago(names: tuple[Name, ...], words: Words) -> str:
    """ "Quill, Ada, and Luc de la Tour": the first turned round, the others not."""
    if len(names) > MOST_IN_CHICAGO:
        return ", ".join([*first_turned(names[:FIRST_IN_CHICAGO]), words.et_al])
    return joined(first_turned(names), words, turned=True)


def mla(names: tuple[Name, ...], words: Words) -> str:
    """ "Quill, Ada, and Luc de la Tour"; of three and more the first "et al."."""
    if len(names) > MOST_IN_MLA:
        return f"{turned(names[0])}, {words.et_al}"
    return joined(first_turned(names), words, turned=True)


def straight(names: tuple[Name, ...], words: Words) -> str:
    """ "Ada Quill, R. Roe and Luc de la Tour": as people say them."""
    return joined([unturned(name) for name in names], words, turned=False)


def first_turned(names: tuple[Name, ...]) -> list[str]:
    """The first name as catalogues turn it, the others as people say them."""
    return [turned(name) if i == 0 else unturned(name) for i, name in enumerate(names)]


def joined(written: list[str], words: Words, *, turned: bool) -> str:
    """A row of names. A first name that is turned round has a comma of its own."""
    *before, last = written or [""]
    if not before:
        return last
    comma = words.serial_comma if turned or len(before) > 1 else ""
    return f"{', '.join(before)}{comma} {words.and_} {last}"


def turned(name: Name) -> str:
    """ "Quill, Ada, Jr."."""
    given, suffix = parted(name.given)
    return ", ".join(filter(None, (name.family, given, suffix)))


def unturned(name: Name) -> str:
    """ "Ada Quill Jr."."""
    given, suffix = parted(name.given)
    return " ".join(filter(None, (given, name.family, suffix)))


def with_initials(name: Name) -> str:
    """ "Quill, A. B., Jr."; given names without capital letters (伟) stay whole."""
    given, suffix = parted(name.given)
    return ", ".join(filter(None, (name.family, initials(given), suffix)))


def initials(given: str) -> str:
    """ "Ada Bea" is "A. B.", "Jean-Paul" is "J.-P."."""
    words = [word for word in BETWEEN_GIVEN.split(given) if word]
    if not all(part[:1].isupper() for word in words for part in word.split("-") if part):
        return given
    return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in words)


def parted(given: str) -> tuple[str, str]:
    """Given names, and the suffix that `name_of` left at their end."""
    before, _, last = given.rpartition(" ")
    return (before, last) if before and SUFFIX.fullmatch(last) else (given, "")
