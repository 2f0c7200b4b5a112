"""The table of rules, laid out so that a line meets only the few that may speak of it."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from indexer.cleaning.area import InArea
from indexer.cleaning.page import Page
from indexer.cleaning.rule import Rule
from indexer.cleaning.words import DIGIT, HEAD_LETTERS, Words, compiled, heads_of

HEADS = [slice(length) for length in (*HEAD_LETTERS, 0)]

# Lines of furniture are short, and come back on page after page of a site.
MAX_KNOWN_CHARS = 60
MAX_KNOWN_KEYS = 50_000


class Entry(NamedTuple):
    """A rule's pattern, with the rule's place in the table."""

    place: int
    pattern: str


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
    known: dict[str, tuple[int, ...]] = field(default_factory=dict)
    ready: dict[str, list[tuple[int, re.Pattern[str]]]] = field(default_factory=dict)

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
            for head in heads_of(pattern):
                self.by_head.setdefault(head, []).append(Entry(place, pattern))

    def first(self, page: Page, at: int, taken: Set[int]) -> Rule | None:
        """The first rule that takes the line, or None."""
        line = page.content[at]
        places = self.spoken_of(line.key)
        if line.markup is not None and line.markup.areas:
            areas = [self.by_area[area] for area in line.markup.areas if area in self.by_area]
            places = (*places, *chain.from_iterable(areas))
        for place in sorted({*places, *self.others}) if places else self.others:
            rule = self.rules[place]
            drops = rule.drops
            if isinstance(drops, Words):
                if drops.when(page, at, taken):
                    return rule
            elif drops(page, at, taken):
                return rule
        return None

    def spoken_of(self, key: str) -> tuple[int, ...]:
        """The places of the rules whose words the line has. Furniture is the same all over."""
        found = self.known.get(key)
        if found is None:
            found = self.found(key) if key else ()
            if len(self.known) >= MAX_KNOWN_KEYS:
                self.known.clear()
            if len(key) <= MAX_KNOWN_CHARS:
                self.known[key] = found
        return found

    def found(self, key: str) -> tuple[int, ...]:
        """The places of the rules whose words the line has, looked for."""
        places = self.by_phrase.get(key, [])
        heads = [*map(key.__getitem__, HEADS)]
        for head in (*heads, DIGIT) if key[0].isdigit() else heads:
            if head in self.by_head:
                entries = self.ready.get(head) or self.made_ready(head)
                places = places + [at for at, pattern in entries if pattern.fullmatch(key)]
        return tuple(places)

    def made_ready(self, head: str) -> list[tuple[int, re.Pattern[str]]]:
        """The expressions under a head, compiled."""
        self.ready[head] = [(at, compiled(pattern)) for at, pattern in self.by_head[head]]
        return self.ready[head]
