"""Finished English sentences of Fonds, put into another language."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from indexer.phrasebook.book import book

ENGLISH = "en"

# Ledgers repeat their reasons; longer sentences quote a line and come once.
MOST_REMEMBERED_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence as a reader is told it.

    text:     the sentence
    language: ISO 639-1 code of the language that it is in: "en" where the book does not know it
    """

    text: str
    language: str

    def __str__(self) -> str:
        """The sentence alone."""
        return self.text


def said(sentence: str, code: str) -> Said:
    """A sentence that Fonds made, in the language of that code, else as it is, in English.

    sentence: a reason, a mend, the name of a finder, a flag, a note: whole, as stored or raised
    code:     ISO 639-1, e.g. "fr"

    >>> said("There is no word in it.", "fr").language
    'fr'
    """
    if code == ENGLISH:
        return Said(sentence, ENGLISH)
    if len(sentence) <= MOST_REMEMBERED_CHARACTERS:
        return _remembered(sentence, code)
    return _said(sentence, code)


def told(message: str, values: Iterable[tuple[str, str]], code: str) -> Said:
    """A sentence whose parts are still known apart: a template, and what fills its {names}.

    Surer than `said` of the finished sentence, as nothing that was typed is looked at.
    """
    filled = dict(values)
    if code != ENGLISH:
        found = book(code).filled(message, filled)
        if found is not None:
            return Said(found, code)
    return Said(message.format(**filled), ENGLISH)


@lru_cache(maxsize=20_000)
def _remembered(sentence: str, code: str) -> Said:
    return _said(sentence, code)


def _said(sentence: str, code: str) -> Said:
    found = book(code).sentence(sentence)
    return Said(sentence, ENGLISH) if found is None else Said(found, code)
