"""The oracle's own account of nearness: every choice of occurrences is tried."""

from functools import lru_cache
from itertools import product

from indexer import analysis, languages
from indexer.query.nodes import Expanded, Link, Loose, Near, Node, Or, Phrase, Unit, Word
from indexer.query.words import query_words
from indexer.sentences import sentences

Stand = tuple[int, int]


def stems_of(text: str, language: str) -> list[str]:
    """The stems of a text, of each paragraph by its own language."""
    return [
        analysis.stem(term, part.language)
        for part in languages.parts(text, language)
        for term in analysis.terms(text[part.start : part.end])
    ]


class Account:
    """The title, the text or the removed text of a document, word by word."""

    def __init__(self, text: str, language: str, *, whole: bool = False) -> None:
        self.terms: list[str] = []
        self.sentence: list[int] = []
        self.paragraph: list[int] = []
        paragraph = 0
        for number, (start, end, opens) in enumerate(sentences(text)):
            paragraph += opens
            said = analysis.terms(text[start:end])
            self.terms += said
            self.sentence += [0 if whole else number] * len(said)
            self.paragraph += [0 if whole else paragraph] * len(said)
        self.stems = stems_of(text, language)

    def holds(self, node: Near | Loose) -> bool:
        if isinstance(node, Loose):
            return self.holds_loosely(analysis.terms(node.text), node.words)
        chains = product(*(self.stands(each) for each in node.nodes))
        return any(
            all(
                self.linked(one, other, link)
                for one, other, link in zip(chain, chain[1:], node.links, strict=False)
            )
            for chain in chains
        )

    def holds_loosely(self, wanted: list[str], words: int) -> bool:
        if not set(wanted) <= set(self.terms):
            return False
        length = len(wanted) + words - 1
        windows = (self.terms[start : start + length] for start in range(len(self.terms)))
        return any(
            all(window.count(term) >= wanted.count(term) for term in wanted) for window in windows
        )

    def stands(self, node: Node) -> list[Stand]:
        match node:
            case Or(nodes):
                return [stand for each in nodes for stand in self.stands(each)]
            case Phrase(text):
                return sequences([{term} for term in analysis.terms(text)], self.terms)
            case Expanded(_, terms):
                return sequences([set(terms)], self.terms)
            case Word(text):
                return sequences(
                    [set(analysis.stems(term)) for term in query_words(text)], self.stems
                )
        raise AssertionError(node)

    def linked(self, one: Stand, other: Stand, link: Link) -> bool:
        apart = other[0] - one[1] if other[0] > one[1] else one[0] - other[1]
        if apart <= 0 or (link.ordered and other[0] <= one[1]):
            return False
        if link.unit is Unit.WORDS:
            return apart <= link.words
        units = self.sentence if link.unit is Unit.SENTENCE else self.paragraph
        return len({units[place] for place in (*one, *other)}) == 1


# Each query asks the same texts again; an account of one never changes.
Part = lru_cache(maxsize=2_000)(Account)


def sequences(wanted: list[set[str]], said: list[str]) -> list[Stand]:
    if not wanted:
        return []
    first, *rest = wanted
    return [
        (start, start + len(rest))
        for start, term in enumerate(said)
        if term in first
        and len(said) > start + len(rest)
        and all(said[start + i] in choices for i, choices in enumerate(rest, 1))
    ]
