"""Column types that keep every value exactly, in plain text that any database holds."""

import re
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Dialect, Text, type_coerce
from sqlalchemy.types import TypeDecorator

from archive.characters import whole

# Databases take no lone surrogate and PostgreSQL no NUL. None comes in any more
# (`archive.characters`); archives made before hold some.
# Each such character is written as SUBSTITUTE and four hex digits; so is SUBSTITUTE itself.
SUBSTITUTE = "\x1a"
UNSTORABLE = re.compile("[\x00\x1a\ud800-\udfff]")
ESCAPE = re.compile(f"{SUBSTITUTE}([0-9a-f]{{4}})")


def storable(text: str) -> str:
    """Text in characters that every database holds; `restored` gives it back exactly."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return escape(text)
    return escape(text) if "\x00" in text or SUBSTITUTE in text else text


def escape(text: str) -> str:
    """Unstorable characters as SUBSTITUTE and four hex digits."""
    return UNSTORABLE.sub(lambda found: f"{SUBSTITUTE}{ord(found.group()):04x}", text)


def restored(text: str) -> str:
    """The text that `storable` was given."""
    if SUBSTITUTE not in text:
        return text
    return ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), text)


class Words(TypeDecorator[str]):
    """Text; what an older archive holds of halves of characters is read as U+FFFD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """To the database."""
        return None if value is None else storable(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """From the database."""
        return None if value is None else whole(restored(value))


class Exact(Words):
    """Text as it is stored, odd characters included: what seals are made of."""

    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """From the database."""
        return None if value is None else restored(value)


def exact(column: Column[Any]) -> ColumnElement[Any]:
    """A column, its text read as it is stored."""
    if not isinstance(column.type, Words):
        return column
    return type_coerce(column, Exact()).label(column.name)


class Moment(TypeDecorator[datetime]):
    """An aware datetime as ISO text with its own offset: 2017-02-20T09:30:00-05:00."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """To the database. Raise ValueError for a time without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone; give an aware datetime")
        return value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """From the database."""
        return None if value is None else datetime.fromisoformat(value)


class Day(TypeDecorator[date]):
    """A date as ISO text: 2017-02-20. It sorts as it reads."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """To the database."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """From the database."""
        return None if value is None else date.fromisoformat(value)
