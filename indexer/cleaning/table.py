"""The table of rules, laid out so that a line meets only the few that may speak of it."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from indexer.cleaning.area import InArea
from indexer.cleaning.heads import ANY_HEAD, DIGIT, heads_of, tails_of
from indexer.cleaning.page import Page
from indexer.cleaning.rule import Rule
from indexer.cleaning.words import Words, compiled

# So many keys are remembered, none longer than this: furniture repeats, running text does not.
MAX_KNOWN = 20_000
MAX_KNOWN_CHARS = 60

NOTHING: frozenset[int] = frozenset()


class Entry(NamedTuple):
    """A rule's pattern, with the rule's place in the table."""

    place: int
    pattern: str


@dataclass(slots=True)
class Table:
    """Rules in order; the first that fires wins.

    Asking each rule in turn would give the same answer (a test holds it to that); the lists here
    only spare the line those rules whose words it cannot have.

    by_phrase, by_head, by_area: places of rules in the table, by what they know lines by
    heads:  the heads of two letters and more, by their first two
    tails:  what the matches of patterns that can begin with anything end with
    others: places of rules that know a line neither by words nor by its area
    ready:  the patterns under each head that was met, compiled
    known:  what `spoken_of` said of short keys, as pages of one source have the same ones
    """

    rules: Sequence[Rule]
    by_phrase: dict[str, tuple[int, ...]] = field(default_factory=dict)
    by_head: dict[str, list[Entry]] = field(default_factory=dict)
    heads: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tails: tuple[str, ...] = ()
    by_area: dict[str, list[int]] = field(default_factory=dict)
    others: list[int] = field(default_factory=list)
    ready: dict[str, list[tuple[int, re.Pattern[str]]]] = field(default_factory=dict)
    known: dict[str, tuple[int, ...]] = field(default_factory=dict)

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
            self.by_phrase[phrase] = (*self.by_phrase.get(phrase, ()), place)
        for pattern in said.patterns:
            for head in heads_of(pattern):
                self.by_head.setdefault(head, []).append(Entry(place, pattern))
                if len(head) >= 2 and head != DIGIT:
                    known = self.heads.get(head[:2], ())
                    self.heads[head[:2]] = tuple(sorted({*known, head}))
                elif head == ANY_HEAD:
                    self.tails += tails_of(pattern)

    def firsts(self, page: Page, asked: Iterable[int]) -> Iterator[tuple[int, Rule]]:
        """The lines that rules take while none is gone, each with the first rule that does."""
        sought = self.sought(page)
        inside: dict[tuple[str, ...], tuple[int, ...]] = {(): ()}
        content, spoken_of = page.content, self.spoken_of
        for at in asked:
            _, _, _, key, _, markup = content[at]
            places = spoken_of(key) if key else ()
            if markup is not None and (areas := markup.areas):
                if areas not in inside:
                    inside[areas] = self.fenced_off(areas)
                places += inside[areas]
            if at in sought:
                places += sought[at]
            if places and (rule := self.first_of(places, page, at, NOTHING)):
                yield at, rule

    def first(self, page: Page, at: int, taken: Set[int]) -> Rule | None:
        """The first rule that takes the line, or None."""
        line = page.content[at]
        areas = line.markup.areas if line.markup is not None else ()
        places = self.spoken_of(line.key) if line.key else ()
        return self.first_of((*places, *self.fenced_off(areas), *self.others), page, at, taken)

    def first_of(
        self, places: tuple[int, ...], page: Page, at: int, taken: Set[int]
    ) -> Rule | None:
        """The first of some rules that takes the line. Those of words have been found in it."""
        for place in sorted(set(places)) if len(places) > 1 else places:
            drops = self.rules[place].drops
            if drops.when(page, at, taken) if isinstance(drops, Words) else drops(page, at, taken):
                return self.rules[place]
        return None

    def sought(self, page: Page) -> dict[int, tuple[int, ...]]:
        """The places of the rules that know lines neither by words nor by areas, by line."""
        found: dict[int, tuple[int, ...]] = {}
        for place in self.others:
            among = self.rules[place].among
            for at in among(page) if among is not None else range(len(page.content)):
                found[at] = (*found.get(at, ()), place)
        return found

    def fenced_off(self, areas: Sequence[str]) -> tuple[int, ...]:
        """The places of the rules that take lines in these areas."""
        return tuple(chain.from_iterable(self.by_area.get(area, ()) for area in areas))

    def spoken_of(self, key: str) -> tuple[int, ...]:
        """The places of the rules whose words a line has, by its key, which is not empty."""
        places = self.known.get(key)
        if places is None:
            places = self.found_in(key)
            if len(key) <= MAX_KNOWN_CHARS:
                if len(self.known) >= MAX_KNOWN:
                    self.known.clear()
                self.known[key] = places
        return places

    def found_in(self, key: str) -> tuple[int, ...]:
        """The same, looked for."""
        if not self.by_head:
            return self.by_phrase.get(key, ())
        places = self.by_phrase.get(key, ())
        heads = self.heads.get(key[:2])
        if heads is not None and key.startswith(heads):
            for head in heads:
                if key.startswith(head):
                    places += self.matching(head, key)
        first = key[0]
        if first in self.by_head:
            places += self.matching(first, key)
        if first.isdigit() and DIGIT in self.by_head:
            places += self.matching(DIGIT, key)
        return places + self.matching(ANY_HEAD, key) if key.endswith(self.tails) else places

    def matching(self, head: str, key: str) -> tuple[int, ...]:
        """The places of the rules under a head whose patterns match."""
        entries = self.ready.get(head)
        if entries is None:
            entries = [(at, compiled(pattern)) for at, pattern in self.by_head[head]]
            self.ready[head] = entries
        return tuple([at for at, pattern in entries if pattern.fullmatch(key)])
