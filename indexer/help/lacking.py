"""Which of a query's words a page lacks, read from its own text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.document import Document
from indexer.passages import marks
from indexer.query.nodes import And, Node, Not, Or, Scope, Within

RUNNING = frozenset({Scope.ANYWHERE, Scope.TITLE, Scope.REMOVED})


def lacked(words: Sequence[Node], document: Document, text: str) -> tuple[str, ...]:
    """Those that a page lacks, as typed; `text` is the query as typed.

    document: with its ledger, where a word is asked of what was removed
    """
    return tuple(typed(word, text) for word in words if not has(word, document))


def typed(word: Node, text: str) -> str:
    """A word of a query as it was typed, its field with it.

    >>> from indexer.query.parser import parse
    >>> typed(parse("title:police"), "title:police")
    'title:police'
    """
    start, end = word.span
    shown = text[start:end]
    if isinstance(word, Within) and not shown.lower().startswith(f"{word.scope.value}:"):
        return f"{word.scope.value}:{shown}"  # one of several words in parentheses
    return shown


def has(word: Node, document: Document) -> bool:
    """Whether a page has a word. What cannot be read from text (a name, a date) counts as had."""
    match word:
        case And(nodes):
            return all(has(each, document) for each in nodes)
        case Or(nodes):
            return any(has(each, document) for each in nodes)
        case Not(node):
            return not has(node, document)
        case Within(scope, And(nodes) | Or(nodes) as inner):
            parts = tuple(replace(word, node=each) for each in nodes)
            return has(replace(inner, nodes=parts), document) or scope not in RUNNING
        case Within(_, Not(inner)):
            return not has(replace(word, node=inner), document)
        case Within(scope) if scope not in RUNNING:
            return True
        case _:
            return any(_seen(word, document))


def _seen(word: Node, document: Document) -> Iterator[bool]:
    """For each text of a page, whether the word stands in it."""
    language = document.language
    yield bool(marks(word, document.title, language, scope=Scope.TITLE))
    yield bool(marks(word, document.text, language, scope=Scope.ANYWHERE))
    if isinstance(word, Within) and word.scope is Scope.REMOVED:
        removed = "\n".join(line.text for line in document.removed)
        yield bool(marks(word, removed, language, scope=Scope.REMOVED))
