"""The authors of a statement, parted as an archivist or a record writes them: by ";" alone."""

import re

MAX_AUTHOR_CHARACTERS = 200
PARTED = re.compile(r"\s*;\s*")

# What tables write where they know no author; what exports leave of an address or of markup.
NOTHING = re.compile(r"n/?a|n\.\s?a\.?|none|null|nan|nil|undefined|\W*", re.IGNORECASE)
MAIL = re.compile(r"[<(\[]?\s*(?:mailto:)?[^\s<>()@]+@[^\s<>()@]+\.\w+\s*[>)\]]?")
NO_NAME = re.compile(r"https?:|www\.|@\w+\.\w|<[/!a-z]", re.IGNORECASE)


def parted(stated: str) -> tuple[str, ...]:
    """The names of a statement, each as it is written; a mail address beside a name is none of it.

    >>> parted("Roy, Ann; Wei, Li <li@alder.example>; N/A")
    ('Roy, Ann', 'Wei, Li')
    """
    parts = (name_in(part) for part in PARTED.split(stated.strip()))
    return tuple(part for part in parts if part)


def nameless(stated: str) -> tuple[str, ...]:
    """The parts of a statement that are no names: "N/A", an address, markup."""
    return tuple(part for part in PARTED.split(stated.strip()) if part and not name_in(part))


def name_in(part: str) -> str:
    """The name that one part of a statement is, or nothing."""
    part = " ".join(part.split())
    name = MAIL.sub(" ", part).strip(" ,") if "@" in part else part
    name = " ".join(name.split())
    if len(name) > MAX_AUTHOR_CHARACTERS or NOTHING.fullmatch(name) or NO_NAME.search(name):
        return ""
    return name
