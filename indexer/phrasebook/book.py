"""The phrases of one language, read from gettext's .po files, found by how sentences begin.

`indexer/phrasebook/fr/query.po` is the French of one area; all files of a language are one book.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from indexer.phrasebook.kinds import FORMS, Forms, fits, written
from indexer.phrasebook.template import Hole, Template, Tries, template_of

FOLDER = Path(__file__).parent

# Phrases inside phrases inside phrases: "It follows “…”. It stands on …" is the deepest that is.
MOST_DEPTH = 4
# Looking through all templates takes as long as so many ways to part a sentence.
COST_OF_A_SENTENCE = 15
# The words that templates begin with are shorter.
MOST_WORD_CHARACTERS = 40


class Phrase(NamedTuple):
    """A template of English sentences, and the same in another language.

    apart: whether finished sentences are not looked for under it: its words are so few that others
           would be taken for it (msgctxt in the files); only `filled` finds it
    """

    english: str
    own: str
    apart: bool = False


class Filled(str):
    """What fills a name: `{count}` is itself, `{count:mot|mots}` the noun that its number takes."""

    __slots__ = ()

    def __format__(self, nouns: str) -> str:
        """The text, or one of two nouns: French counts 0 and 1 as one."""
        one, bar, many = nouns.partition("|")
        if not bar:
            return str(self)
        return one if self.partition(",")[0] in ("0", "1") else many


class Book:
    """Templates of English sentences, and each in one language. Safe for many threads."""

    def __init__(self, phrases: Iterable[Phrase], forms: Forms) -> None:
        self._forms = forms
        self._whole: dict[str, str] = {}
        self._by_message: dict[str, tuple[Template, str]] = {}
        self._by_word: dict[str | None, list[tuple[Template, str]]] = {}
        for phrase in phrases:
            template = template_of(phrase.english)
            self._by_message[template.plain] = (template, phrase.own)
            if phrase.apart:
                continue
            if template.holes:
                listed = self._by_word.setdefault(template.first_word(), [])
                listed.append((template, phrase.own))
            else:
                self._whole[template.plain] = phrase.own.format()

    def sentence(self, english: str) -> str | None:
        """A finished sentence in the book's language, or None where it is none of the book's."""
        return self._sentence(english, Tries(), MOST_DEPTH)

    def filled(self, message: str, values: Mapping[str, str]) -> str | None:
        """A template of the book, with what fills its names; None where they do not fit."""
        found = self._by_message.get(message)
        return found and self._put(found[0].holes, found[1], values, Tries(), MOST_DEPTH)

    def _sentence(self, english: str, tries: Tries, depth: int) -> str | None:
        own = self._whole.get(english)
        if own is not None or depth == 0 or not tries.spend(COST_OF_A_SENTENCE):
            return own
        for template, own in self._candidates(english):
            for values in template.partings(english, self._fits, tries):
                found = self._put(template.holes, own, values, tries, depth)
                if found is not None:
                    return found
        return None

    def _candidates(self, english: str) -> Sequence[tuple[Template, str]]:
        """The templates that a sentence can be of, the one with the most own words first."""
        first, _, _ = english[:MOST_WORD_CHARACTERS].partition(" ")
        listed = chain(self._by_word.get(first, ()), self._by_word.get(None, ()))
        able = [pair for pair in listed if pair[0].may_be(english)]
        return sorted(able, key=lambda pair: -pair[0].literal_length)

    def _fits(self, hole: Hole, value: str) -> bool:
        return fits(hole.kind, value, self._forms)

    def _put(
        self,
        holes: Sequence[Hole],
        own: str,
        values: Mapping[str, str],
        tries: Tries,
        depth: int,
    ) -> str | None:
        """A sentence in the book's language with its names filled in."""

        def say(phrase: str) -> str | None:
            return self._sentence(phrase, tries, depth - 1)

        filled = {}
        for hole in holes:
            value = written(hole.kind, values[hole.name], self._forms, say)
            if value is None:
                return None
            filled[hole.name] = Filled(value)
        return own.format(**filled)


@cache
def book(code: str) -> Book:
    """The book of a language, read once; one without a book knows no sentence."""
    if code not in FORMS:
        return Book((), next(iter(FORMS.values())))
    return Book(phrases_of(code), FORMS[code])


def phrases_of(code: str) -> Iterator[Phrase]:
    """The phrases of a language's files. What is fuzzy or empty is left out."""
    from babel.messages.pofile import read_po  # costs 0.06 s, and English does without

    for file in sorted((FOLDER / code).glob("*.po")):
        with file.open("rb") as opened:
            for message in read_po(opened):
                if message.id and message.string and not message.fuzzy:
                    yield Phrase(str(message.id), str(message.string), bool(message.context))
