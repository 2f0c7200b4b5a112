"""A manifest as JSON or TOML: a list of pages, each with what is stated of it."""

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime

from archive.long_numbers import long_number, most_digits
from indexer.errors import UnreadablePath
from indexer.readers.manifest_rows import COLUMNS, Stated

# A table of TOML in double brackets; JSON opens with one, and what is in it.
OPENS_TOML = re.compile(r"(?:\s*#.*\n)*\s*\[\[\s*[\w\"']")
OPENS_JSON = re.compile(r"\s*(?:\{|\[\s*(?:\{|\]))")
PAGES = ("page", "pages")


def rows_of_json(name: str, text: str) -> Iterator[Stated]:
    """The rows of an array of objects, of {"pages": […]}, or of an object in each line."""
    try:
        found = json.loads(text)
    except RecursionError as error:
        raise UnreadablePath(f"{name}: nested too deep; write a list of objects") from error
    except ValueError as error:
        if told := too_long(name, text):
            raise told from error
        lines = [line for line in text.splitlines() if line.strip()]
        try:
            found = [json.loads(line) for line in lines]
        except (ValueError, RecursionError):
            raise UnreadablePath(f"{name}: no JSON: {error}; mend it there") from error
    yield from rows_of(name, found)


def rows_of_toml(name: str, text: str) -> Iterator[Stated]:
    """The rows of tables that are called [[page]]."""
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        if told := too_long(name, text):
            raise told from error
        raise UnreadablePath(f"{name}: no TOML: {error}; mend it there") from error
    yield from rows_of(name, found)


def too_long(name: str, text: str) -> UnreadablePath | None:
    """The fault of a number that is too long to be read, or None where there is none."""
    place = long_number(text)
    if place is None:
        return None
    line = text.count("\n", 0, place) + 1
    return UnreadablePath(
        f"{name}:{line}: a number has more than {most_digits():,} digits; "
        "write it between quotes, or delete it"
    )


def rows_of(name: str, found: object) -> Iterator[Stated]:
    """The rows of what was read."""
    if isinstance(found, dict) and "file" not in found:
        found = next((found[key] for key in PAGES if key in found), None)
    pages = [found] if isinstance(found, dict) else found
    if not isinstance(pages, list):
        raise UnreadablePath(f'{name}: no list of pages; write [[page]] tables, or {{"pages": []}}')
    for number, page in enumerate(pages, start=1):
        at = f"{name} page {number}"
        if not isinstance(page, dict):
            raise UnreadablePath(f'{at}: no table of facts; write {{"file": …, "url": …}}')
        facts = {key.strip().lower(): written(at, key, value) for key, value in page.items()}
        unknown = [key for key in facts if key not in COLUMNS]
        if unknown:
            raise UnreadablePath(
                f'{at}: unknown fact "{unknown[0]}"; the facts are {", ".join(COLUMNS)}'
            )
        if not facts.get("file"):
            raise UnreadablePath(f'{at}: no "file"; name the file')
        yield Stated(number, at, facts)


def written(at: str, key: str, value: object) -> str:
    """A value as a cell of a table would have it; several parted by ;."""
    if isinstance(value, list):
        return "; ".join(written(at, key, one) for one in value)
    if value is None:
        return ""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(value).strip()
    raise UnreadablePath(f'{at}: "{key}" is no text, number or date; write it between quotes')
