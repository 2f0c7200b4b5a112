"""Why a word, phrase or pattern does not stand where a query looks for it."""

from collections.abc import Iterator

from indexer.analysis import terms
from indexer.engine import MarkKind
from indexer.passages.needles import needles_of
from indexer.query.nodes import Expanded, Loose, Near, Node, Phrase, Scope, Word
from indexer.query.words import query_words
from indexer.why import distances
from indexer.why.account import Part, Reason
from indexer.why.forms import other_forms, other_spelling, written_as
from indexer.why.lists import listed, quoted
from indexer.why.texts import RunningText, Texts
from indexer.why.wording import Because

ELSEWHERE = {
    Part.TITLE: Because.ONLY_TITLE,
    Part.TEXT: Because.ONLY_TEXT,
    Part.REMOVED: Because.ONLY_REMOVED,
}


def reasons(texts: Texts, node: Node, scope: Scope) -> tuple[Reason, ...]:
    """Where else it stands, what stands there in its stead, or that nothing like it does."""
    elsewhere = tuple(
        Reason(ELSEWHERE[text.part], (), (found,))
        for text in texts.others(scope)
        if (found := text.standing(node))
    )
    if elsewhere or isinstance(node, Near):
        return elsewhere
    match node:
        case Expanded():
            return (Reason(Because.NO_WORD_FITS),)
        case Word(text):
            words = query_words(text)
        case Phrase(text) | Loose(text):
            words = tuple(terms(text))
        case _:
            raise TypeError(f"{node!r} is no word or phrase")
    told = tuple(_of_words(texts.of(scope), node, words))
    return told or (Reason(Because.ABSENT),)


def _of_words(
    asked: tuple[RunningText, ...], node: Word | Phrase | Loose, words: tuple[str, ...]
) -> Iterator[Reason]:
    """What is told of words that do not stand there as asked."""
    if not isinstance(node, Word) and (found := _in_other_form(asked, node)):
        yield found
    if len(words) > 1 and (found := _written_together(asked, words)):
        yield found
    missing = [word for word in dict.fromkeys(words) if not _is_there(asked, node, word)]
    for word in missing:
        yield _missing(asked, node, word, alone=len(words) == 1)
    if not missing and len(words) > 1:
        yield from distances.of_words(asked, node, words)


def _is_there(asked: tuple[RunningText, ...], node: Node, word: str) -> bool:
    alone = Word(word, node.span) if isinstance(node, Word) else Phrase(word, node.span)
    needles = tuple(needles_of(alone))
    return any(len(text.said.standing(needles).starts) for text in asked)


def _in_other_form(asked: tuple[RunningText, ...], node: Phrase | Loose) -> Reason | None:
    """The words of a phrase in this order, each in any form."""
    for text in asked:
        spans = other_forms(text.said, node.text)
        if spans:
            found = list(dict.fromkeys(text.text[start:end] for start, end in spans))
            standing = text.shown(spans, MarkKind.PHRASE)
            return Reason(Because.OTHER_FORM, (("found", listed(found)),), (standing,))
    return None


def _written_together(asked: tuple[RunningText, ...], words: tuple[str, ...]) -> Reason | None:
    """The words as one: "cooperation" for "co-operation"."""
    for text in asked:
        if spans := written_as(text.said, "".join(words)):
            found = list(dict.fromkeys(text.text[start:end] for start, end in spans))
            standing = text.shown(spans, MarkKind.WORD)
            return Reason(Because.WRITTEN_TOGETHER, (("found", listed(found)),), (standing,))
    return None


def _missing(
    asked: tuple[RunningText, ...], node: Word | Phrase | Loose, word: str, *, alone: bool
) -> Reason:
    """What stands there instead of a word, or that nothing like it does."""
    for because, find in other_spelling(word):
        for text in asked:
            spans = find(text.said)
            if spans:
                found = list(dict.fromkeys(text.text[start:end] for start, end in spans))
                values = (("word", quoted(word)), ("found", listed(found)))
                return Reason(because, values, (text.shown(spans, MarkKind.WORD),))
    if alone:
        return Reason(Because.ABSENT)
    return Reason(Because.WORD_ABSENT, (("word", quoted(word)),))
