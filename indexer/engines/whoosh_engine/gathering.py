"""The terms of a commit while it is made: running words as numbers, sorted once at its end."""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from indexer import analysis
from indexer.engines.matches.arrays import Mask, Numbers
from indexer.engines.matches.entry import BOUNDED, COLUMNS, PARTS
from indexer.engines.whoosh_engine.bulk import Bulk, Growing, joined, of_terms, of_words, renumbered
from indexer.engines.whoosh_engine.schema import PARAGRAPH, SENTENCE
from indexer.engines.whoosh_engine.segment import Segment
from indexer.running_words import RunningWords


class Numbering(dict[str, int]):
    """Terms with a number each, given when it is first asked for."""

    def __missing__(self, term: str) -> int:
        """The next number."""
        self[term] = number = len(self)
        return number


@dataclass(slots=True)
class Gathered:
    """One part of all documents: each word by its number, with its language.

    lengths:   how many words each document has;  docs: its number
    languages: a number for each run of words in one language;  runs: how many words it has
    """

    words: "array[int]" = field(default_factory=lambda: array("I"))
    lengths: "array[int]" = field(default_factory=lambda: array("I"))
    docs: "array[int]" = field(default_factory=lambda: array("I"))
    languages: "array[int]" = field(default_factory=lambda: array("I"))
    runs: "array[int]" = field(default_factory=lambda: array("I"))


@dataclass(frozen=True, slots=True)
class Joined:
    """An older segment whose live documents join the new one, under new numbers."""

    segment: Segment
    live: Mask
    numbers: Numbers


class TermPool:
    """Stands in for Whoosh's pool, which takes posting by posting, sorts and spills to disk.

    Four bytes a word: who adds documents commits before that grows large (`indexer.index`).
    """

    def __init__(self) -> None:
        self._words, self._languages = Numbering(), Numbering()
        self._parts = {part: Gathered() for part in PARTS}
        self._bounds: dict[str, dict[str, Growing]] = {part: {} for part in BOUNDED}
        self._columns: dict[str, dict[str, Growing]] = {name: {} for name in COLUMNS}
        self._joined: list[Joined] = []

    def add(self, item: tuple[str, bytes, int, float, bytes]) -> None:
        """Called by Whoosh for fields that it analyses itself; ours has none."""
        raise NotImplementedError(f"The terms of {item[0]!r} are added by add_document().")

    def add_document(
        self, doc: int, said: Mapping[str, RunningWords], values: Mapping[str, Sequence[str]]
    ) -> None:
        """Take the terms of a document: of its parts, and of its columns."""
        for part, running in said.items():
            gathered = self._parts[part]
            gathered.words.fromlist(list(map(self._words.__getitem__, running.words)))
            gathered.lengths.append(len(running.words))
            gathered.docs.append(doc)
            for start, end, language in running.spoken:
                gathered.languages.append(self._languages[language])
                gathered.runs.append(end - start)
            if part in BOUNDED and running.words:
                bounds = self._bounds[part]
                bounds.setdefault(SENTENCE, Growing()).add(doc, running.sentences)
                bounds.setdefault(PARAGRAPH, Growing()).add(doc, running.paragraphs)
        for name, terms in values.items():
            column = self._columns[name]
            for term in terms:
                column.setdefault(term, Growing()).add(doc)

    def join(self, segment: Segment, live: Mask, numbers: Numbers) -> None:
        """Take the live documents of an older segment, all after those that were added."""
        self._joined.append(Joined(segment, live, numbers))

    def iter_postings(self) -> Iterator[tuple[str, Bulk]]:
        """Called by Whoosh: all fields, one in memory at a time."""
        made: dict[str, Callable[[], Bulk]] = {}
        for part in PARTS:
            made[f"{part}_words"] = partial(self._words_of, part)
            made[f"{part}_stems"] = partial(self._stems_of, part)
        for part, bounds in self._bounds.items():
            made[f"{part}_bounds"] = partial(of_terms, bounds)
        for name, terms in self._columns.items():
            made[name] = partial(of_terms, terms)
        for name in sorted(made):
            yield name, self._with_joined(name, made[name]())

    def cleanup(self) -> None:
        """Called by Whoosh: give the memory back."""
        self.__init__()  # type: ignore[misc]

    def _with_joined(self, field: str, new: Bulk) -> Bulk:
        if not self._joined:
            return new
        old = [
            renumbered(each.segment.bulk(field), each.live, each.numbers) for each in self._joined
        ]
        return joined([new, *old])

    def _words_of(self, part: str) -> Bulk:
        gathered = self._parts[part]
        return of_words(
            numbers_in(gathered.words),
            numbers_in(gathered.lengths),
            numbers_in(gathered.docs),
            list(self._words),
        )

    def _stems_of(self, part: str) -> Bulk:
        """Each word by its stem in its language."""
        gathered = self._parts[part]
        words = numbers_in(gathered.words)
        spoken = np.repeat(numbers_in(gathered.languages), numbers_in(gathered.runs))
        names = list(self._words)
        stems = Numbering()
        found = np.zeros(len(words), np.uint32)
        for language, number in self._languages.items():
            here = spoken == number
            said = words[here]
            table = np.zeros(len(names), np.uint32)
            used = np.flatnonzero(np.bincount(said, minlength=len(names)))
            spelled = analysis.stems_in_order([names[word] for word in used.tolist()], language)
            table[used] = [stems[stem] for stem in spelled]
            found[here] = table[said]
        return of_words(found, numbers_in(gathered.lengths), numbers_in(gathered.docs), list(stems))


def numbers_in(numbers: "array[int]") -> Numbers:
    """The numbers as numpy takes them."""
    return np.frombuffer(numbers, np.uint32) if numbers else np.empty(0, np.uint32)
