"""The language in which a command tells what it found: English unless --ui or $FONDS_UI says other.

The language of the system is not asked: scripts read what commands print, and must not find other
words on another machine. JSON stays as it is stored; only the echo of a query follows.
"""

from contextvars import ContextVar
from enum import StrEnum
from typing import Annotated

import typer

UI_VARIABLE = "FONDS_UI"


class Spoken(StrEnum):
    """A language that commands speak."""

    ENGLISH = "en"
    FRENCH = "fr"


_spoken: ContextVar[Spoken] = ContextVar("spoken", default=Spoken.ENGLISH)


def speak(chosen: Spoken) -> Spoken:
    """Speak this language from now on."""
    _spoken.set(chosen)
    return chosen


Ui = Annotated[
    Spoken,
    typer.Option("--ui", envvar=UI_VARIABLE, callback=speak, help="The language of what is told."),
]


def said(sentence: str) -> str:
    """A sentence made below (a reason, a finder) in the language that is spoken."""
    if _spoken.get() is Spoken.ENGLISH:
        return sentence
    from indexer.phrasebook import said as in_book

    return in_book(sentence, _spoken.get().value).text


def tell_many(one: str, several: str, count: int, **values: object) -> str:
    """One of two sentences, by its {count}: a number of pages."""
    return tell(one if count == 1 else several, count=count, **values)


def tell(message: str, **values: object) -> str:
    """A sentence of a command, its {names} filled in: numbers as they are written."""
    written = {
        name: f"{value:,}" if isinstance(value, int) else str(value)
        for name, value in values.items()
    }
    if _spoken.get() is Spoken.ENGLISH:
        return message.format(**written)
    from indexer.phrasebook import told

    return told(message, written.items(), _spoken.get().value).text
