"""What each line of fonds.toml may be: a test of its value."""

import ipaddress
import re

Value = str | int | float

# What the site can speak.
LANGUAGES = ("en", "fr")
# What search engines may list of it.
INDEXINGS = ("none", "documents")

# A scheme, a host and perhaps a port, then perhaps a path of plain segments that is no "." or "..".
SITE = re.compile(
    r"https?://[A-Za-z0-9.\[\]:_-]+(?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)*/?", re.ASCII
)
# A name or an address in numbers, without a port (RFC 3986, 3.2.2, without its rarer characters).
NAME = re.compile(
    r"[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9])?|\[[0-9A-Fa-f:.]{2,45}\]", re.ASCII
)
# RFC 9110, 5.1; an underscore is left out, as servers confuse it with a hyphen.
HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,63}", re.ASCII)
# useradd(8): what a group may be called.
GROUP = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,31}", re.ASCII)
HOURS_OF_A_YEAR = 8760


def listed(text: str) -> tuple[str, ...]:
    """The parts of a setting with commas between, without the empty ones."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def is_text(value: Value) -> bool:
    """Whether this is a line of text."""
    return isinstance(value, str) and value.strip() != "" and value.isprintable()


def is_language(value: Value) -> bool:
    """Whether the site speaks this language."""
    return value in LANGUAGES


def is_engine_name(value: Value) -> bool:
    """Whether this can name an engine, and so the folder of its index."""
    return isinstance(value, str) and value.isascii() and value.isalnum() and value.islower()


def is_wait(value: Value) -> bool:
    """Whether this is a number of seconds, up to an hour."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 3600


def is_level(value: Value) -> bool:
    """Whether this is a compression level."""
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 19


def is_site(value: Value) -> bool:
    """Whether this is the address of a whole site, or empty."""
    return isinstance(value, str) and (value == "" or SITE.fullmatch(value) is not None)


def are_hosts(value: Value) -> bool:
    """Whether these are names of hosts, or nothing."""
    return isinstance(value, str) and all(map(NAME.fullmatch, listed(value)))


def are_networks(value: Value) -> bool:
    """Whether these are addresses or networks in numbers, or nothing."""
    if not isinstance(value, str):
        return False
    try:
        return all(ipaddress.ip_network(one, strict=False) for one in listed(value))
    except ValueError:
        return False


def is_header(value: Value) -> bool:
    """Whether this can name a header, or is empty."""
    return isinstance(value, str) and (value == "" or HEADER.fullmatch(value) is not None)


def is_hours(value: Value) -> bool:
    """Whether this is a number of hours, up to a year."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and 0 < float(value) <= HOURS_OF_A_YEAR


def is_indexing(value: Value) -> bool:
    """Whether this says what search engines may list."""
    return value in INDEXINGS


def is_unix_name(value: Value) -> bool:
    """Whether this can name a group of the system, or is empty."""
    return isinstance(value, str) and (value == "" or GROUP.fullmatch(value) is not None)
