"""The table of rules, laid out so that a line meets only the few that may speak of it."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from indexer.cleaning.area import InArea
from indexer.cleaning.page import Page
from indexer.cleaning.rule import Rule
from indexer.cleaning.words import DIGIT, HEAD_LETTERS, Words, heads_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule's expression, with the rule's place in the table."""

    place: int
    pattern: re.Pattern[str]


@dataclass(slots=True)
class Table:
    """Rules in order; the first that fires wins.

    Asking each rule in turn would give the same answer (a test holds it to that); the lists here
    only spare the line those rules whose words it cannot have.
    """

    rules: Sequence[Rule]
    by_phrase: dict[str, list[int]] = field(default_factory=dict)
    by_head: dict[str, list[Entry]] = field(default_factory=dict)
    by_area: dict[str, list[int]] = field(default_factory=dict)
    others: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Lay the rules out by what their words begin with."""
        for place, rule in enumerate(self.rules):
            if isinstance(rule.drops, Words):
                self.list_words(place, rule.drops)
            elif isinstance(rule.drops, InArea):
                for kind in rule.drops.kinds:
                    self.by_area.setdefault(kind, []).append(place)
            else:
                self.others.append(place)

    def list_words(self, place: int, said: Words) -> None:
        """List a rule under its phrases and what its patterns begin with."""
        for phrase in said.phrases:
            self.by_phrase.setdefault(phrase, []).append(place)
        for pattern in said.patterns:
            for head in heads_of(pattern.pattern):
                self.by_head.setdefault(head, []).append(Entry(place, pattern))

    def first(self, page: Page, at: int, taken: Set[int]) -> Rule | None:
        """The first rule that takes the line, or None."""
        line = page.content[at]
        places = self.spoken_of(line.key) if line.key else []
        if line.markup is not None:
            for area in line.markup.areas:
                places += self.by_area.get(area, ())
        for place in sorted({*places, *self.others}) if places else self.others:
            rule = self.rules[place]
            drops = rule.drops
            if isinstance(drops, Words):
                if drops.when(page, at, taken):
                    return rule
            elif drops(page, at, taken):
                return rule
        return None

    def spoken_of(self, key: str) -> list[int]:
        """The places of the rules whose words the line has."""
        places = list(self.by_phrase.get(key, ()))
        digit = DIGIT if key[0].isdigit() else ""
        for head in {key[:HEAD_LETTERS], digit, ""}:
            for entry in self.by_head.get(head, ()):
                if entry.pattern.fullmatch(key):
                    places.append(entry.place)
        return places
