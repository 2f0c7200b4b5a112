"""What stands in a text instead of a word: other forms of it, other ways to write it."""

from collections.abc import Callable, Iterator
from functools import partial

from indexer.analysis import stems, terms
from indexer.passages.needles import Needle
from indexer.passages.said import Said
from indexer.query.nodes import Span
from indexer.query.patterns import LETTERS_FOR_EDITS
from indexer.why.wording import Because

Find = Callable[[Said], list[Span]]


def other_forms(said: Said, phrase: str) -> list[Span]:
    """Where the words of a phrase stand side by side in any form."""
    steps = tuple(stems(term) for term in terms(phrase))
    return _spans(said, (Needle(steps, exact=False),))


def written_as(said: Said, word: str) -> list[Span]:
    """Where a word stands just so."""
    return _words(said, {word} & said.vocabulary)


def other_spelling(word: str) -> Iterator[tuple[Because, Find]]:
    """Ways in which a word may stand there after all, the likeliest first."""
    yield Because.OTHER_FORM_OF_WORD, partial(_same_stem, word)
    yield Because.WRITTEN_APART, partial(_apart, word)
    yield Because.SPELLED_LIKE, partial(_nearly, word)


def _spans(said: Said, needles: tuple[Needle, ...]) -> list[Span]:
    found = said.standing(needles)
    stands = zip(found.starts.tolist(), found.ends.tolist(), strict=True)
    return [said.span(first, last) for first, last in stands]


def _words(said: Said, fitting: set[str]) -> list[Span]:
    return _spans(said, (Needle((frozenset(fitting),), exact=True),)) if fitting else []


def _same_stem(word: str, said: Said) -> list[Span]:
    """Words that share a stem with it in any language, whatever the text's own is."""
    return _words(said, {term for each in stems(word) for term in said.of_stem.get(each, ())})


def _apart(word: str, said: Said) -> list[Span]:
    """Two words side by side that make it: "co-operation" for "cooperation"."""
    needles = []
    for place in range(1, len(word)):
        first, second = word[:place], word[place:]
        if first in said.vocabulary and second in said.vocabulary:
            needles.append(Needle((frozenset({first}), frozenset({second})), exact=True))
    return _spans(said, tuple(needles)) if needles else []


def _nearly(word: str, said: Said) -> list[Span]:
    """Words that are it but for a letter or two, as `~` would find them."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    edits = max((n for n, least in LETTERS_FOR_EDITS.items() if len(word) >= least), default=0)
    if not edits:
        return []
    found = extract(
        word, sorted(said.vocabulary), scorer=OSA.distance, score_cutoff=edits, limit=None
    )
    nearest = min((distance for _, distance, _ in found), default=0)
    return _words(said, {term for term, distance, _ in found if distance == nearest})
