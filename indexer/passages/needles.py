"""What of a query can be seen in a text: its words and phrases, as terms to look for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from indexer.analysis import stem, stems, words
from indexer.query.nodes import And, Dated, Node, Not, Or, Phrase, Scope, Within, Word
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


@lru_cache(QUERIES_KEPT)
def needles(node: Node | None, scope: Scope) -> tuple[Needle, ...]:
    """The words and phrases of a query that show in a text of that scope, each once."""
    if node is None:
        return ()
    return tuple(dict.fromkeys(_needles(node, Scope.ANYWHERE, SEEN_IN.get(scope, frozenset()))))


def _needles(node: Node, inside: Scope, seen: frozenset[Scope]) -> Iterator[Needle]:
    match node:
        case And(nodes) | Or(nodes):
            for child in nodes:
                yield from _needles(child, inside, seen)
        case Within(scope, child):
            yield from _needles(child, scope, seen)
        case Word(text) if inside in seen:
            steps = tuple(stems(term) for term in query_words(text))
            if steps:
                yield Needle(steps, exact=False)
        case Phrase(text) if inside in seen:
            exact_steps = tuple(frozenset({token.term}) for token in words(text))
            if exact_steps:
                yield Needle(exact_steps, exact=True)
        case Word() | Phrase() | Not() | Dated():
            return
