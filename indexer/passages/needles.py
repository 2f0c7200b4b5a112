"""What of a query can be seen in a text: its words and phrases, as terms to look for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from indexer.analysis import stem, stems, words
from indexer.query.nodes import (
    And,
    AtLeast,
    Expanded,
    Link,
    Loose,
    Near,
    Node,
    Or,
    Phrase,
    Scope,
    Within,
    Word,
)
from indexer.query.words import query_words

# In the title, what is asked of the title shows too; in removed lines, only what is asked of them.
SEEN_IN = {
    Scope.ANYWHERE: frozenset({Scope.ANYWHERE}),
    Scope.TITLE: frozenset({Scope.ANYWHERE, Scope.TITLE}),
    Scope.REMOVED: frozenset({Scope.REMOVED}),
}

# A page of results asks for the needles of one query once a hit.
QUERIES_KEPT = 64


@dataclass(frozen=True, slots=True)
class Needle:
    """Words that stand next to each other.

    steps: for each word the terms, or the tagged stems, of which one must stand there
    exact: whether the steps hold terms (a phrase) or tagged stems (a word in any form)
    """

    steps: tuple[frozenset[str], ...]
    exact: bool

    def fits(self, step: int, term: str, language: str) -> bool:
        """Whether a term of a text in that language can stand at that step."""
        return (term if self.exact else stem(term, language)) in self.steps[step]

    def stems(self, step: int, language: str) -> frozenset[str]:
        """Tagged stems of which a word of a text in that language has one, if it fits there."""
        accepted = self.steps[step]
        return frozenset(stem(term, language) for term in accepted) if self.exact else accepted


@dataclass(frozen=True, slots=True)
class Chain:
    """Things near each other, of which those show that stand in a whole chain.

    things: for each thing the needles of which one is it
    links:  one fewer than things
    whole:  whether the text is one sentence and paragraph: a title
    """

    things: tuple[tuple[Needle, ...], ...]
    links: tuple[Link, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Exact terms in any order in a stretch of so many words."""

    terms: tuple[str, ...]
    length: int


Sought = Needle | Chain | Stretch


@lru_cache(QUERIES_KEPT)
def needles(node: Node | None, scope: Scope) -> tuple[Sought, ...]:
    """What of a query shows in a text of that scope, each once."""
    if node is None:
        return ()
    seen = SEEN_IN.get(scope, frozenset())
    return tuple(dict.fromkeys(_sought(node, Scope.ANYWHERE, seen, scope is Scope.TITLE)))


def _sought(node: Node, inside: Scope, seen: frozenset[Scope], title: bool) -> Iterator[Sought]:
    match node:
        case And(nodes) | Or(nodes) | AtLeast(nodes):
            for child in nodes:
                yield from _sought(child, inside, seen, title)
        case Within(scope, child):
            yield from _sought(child, scope, seen, title)
        case Near() if inside in seen:
            yield chain_of(node, whole=title)
        case Loose() if inside in seen:
            yield stretch_of(node)
        case _ if inside in seen:
            yield from needles_of(node)


def chain_of(node: Near, *, whole: bool) -> Chain:
    """What a chain of links asks of a text; `whole` where that is one sentence."""
    return Chain(tuple(tuple(needles_of(each)) for each in node.nodes), node.links, whole)


def stretch_of(node: Loose) -> Stretch:
    """What the words of a phrase near each other ask of a text."""
    terms = tuple(token.term for token in words(node.text))
    return Stretch(terms, len(terms) + node.words - 1)


def needles_of(node: Node) -> Iterator[Needle]:
    """Those of a word, phrase or pattern, or of a choice of them; none of anything else."""
    match node:
        case Or(nodes):
            for child in nodes:
                yield from needles_of(child)
        case Word(text):
            steps = tuple(stems(term) for term in query_words(text))
            if steps:
                yield Needle(steps, exact=False)
        case Phrase(text):
            exact_steps = tuple(frozenset({token.term}) for token in words(text))
            if exact_steps:
                yield Needle(exact_steps, exact=True)
        case Expanded(_, terms) if terms:
            yield Needle((frozenset(terms),), exact=True)
