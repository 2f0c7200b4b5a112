"""How near the words of a chain or phrase come to each other where that is not near enough."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from indexer import nearness
from indexer.engine import MarkKind
from indexer.nearness import Occurrences
from indexer.passages.needles import needles_of
from indexer.passages.said import Said
from indexer.query.nodes import Link, Loose, Near, Phrase, Scope, Unit, Word
from indexer.why.account import Clause, Reason, Standing
from indexer.why.lists import numbered, quoted
from indexer.why.texts import RunningText, Texts
from indexer.why.wording import Because

Stand = tuple[int, int]
Values = tuple[tuple[str, str], ...]
NOT_ONE = {
    Unit.SENTENCE: Because.NOT_ONE_SENTENCE,
    Unit.PARAGRAPH: Because.NOT_ONE_PARAGRAPH,
}


def reasons(texts: Texts, node: Near, scope: Scope, things: Sequence[Clause]) -> tuple[Reason, ...]:
    """What keeps a chain from standing in any of the texts that a scope asks."""
    missing = [thing for thing in things if not thing.holds]
    if missing:
        return tuple(
            Reason(Because.THING_ABSENT, (("word", quoted(thing.typed)),)) for thing in missing
        )
    found = tuple(reason for text in texts.of(scope) for reason in _of_chain(text, node, things))
    return found or (Reason(Because.IN_OTHER_PARTS),)


def _of_chain(text: RunningText, node: Near, things: Sequence[Clause]) -> Iterator[Reason]:
    """What each link lacks; nothing where not every thing stands in this text."""
    stands = [text.said.standing(tuple(needles_of(each))) for each in node.nodes]
    if not all(len(stand.starts) for stand in stands):
        return
    broken, bounds = False, text.said.bounds()
    for number, link in enumerate(node.links):
        first, second = stands[number], stands[number + 1]
        if nearness.linked(first, second, link, bounds).any():
            continue
        broken = True
        names = (quoted(things[number].typed), quoted(things[number + 1].typed))
        yield _of_link(text, (first, second), link, names)
    if not broken:
        yield Reason(Because.NOT_ONE_CHAIN)


def _of_link(
    text: RunningText,
    stands: tuple[Occurrences, Occurrences],
    link: Link,
    names: tuple[str, str],
) -> Reason:
    pair = nearest(*stands)
    values: Values = (("first", names[0]), ("second", names[1]))
    if pair is None:
        return Reason(Because.OVERLAP, values, (_shown(text, [_one(stands[0])]),))
    shown = (_shown(text, sorted(pair)),)
    if link.unit is not Unit.WORDS:
        units = [_units(text.said, stand, link.unit) for stand in stands]
        values += (("firsts", numbered(units[0])), ("seconds", numbered(units[1])))
        values += (("all", str(len(text.said.bounds().get(link.unit, (0,))))),)
        return Reason(NOT_ONE[link.unit], values, shown)
    apart = distance(*pair)
    if link.ordered and apart <= link.words:
        return Reason(Because.WRONG_ORDER, (*values, ("apart", str(apart))), shown)
    values += (("apart", str(apart)), ("asked", str(link.words)))
    return Reason(Because.TOO_FAR, values, shown)


def nearest(first: Occurrences, second: Occurrences) -> tuple[Stand, Stand] | None:
    """The two that stand nearest and do not overlap, of each its first and last word; or None."""
    best: tuple[Stand, Stand] | None = None
    others = list(zip(second.starts.tolist(), second.ends.tolist(), strict=True))
    starts, ends = second.starts.tolist(), sorted((end, start) for start, end in others)
    for stand in zip(first.starts.tolist(), first.ends.tolist(), strict=True):
        after = bisect_left(starts, stand[1] + 1)
        before = bisect_left(ends, (stand[0], -1)) - 1
        near = [others[after]] if after < len(others) else []
        near += [ends[before][::-1]] if before >= 0 else []
        for other in near:
            if best is None or distance(stand, other) < distance(*best):
                best = (stand, other)
    return best


def distance(one: Stand, other: Stand) -> int:
    """Words from one to the other; 1 is side by side."""
    return other[0] - one[1] if other[0] > one[1] else one[0] - other[1]


def of_words(
    asked: tuple[RunningText, ...], node: Word | Phrase | Loose, words: tuple[str, ...]
) -> Iterator[Reason]:
    """How the words of a phrase stand that are all there, but not as asked."""
    for text in asked:
        places = shortest(text.said, node, words)
        if not places:
            continue
        length = places[-1] - places[0] + 1
        standing = (_shown(text, [(place, place) for place in places]),)
        if isinstance(node, Loose):
            values = ("apart", str(length - len(words) + 1)), ("asked", str(node.words))
            yield Reason(Because.LOOSE_TOO_FAR, values, standing)
        elif length == len(words):
            yield Reason(Because.OTHER_ORDER, (), standing)
        else:
            yield Reason(Because.APART, (("length", str(length)),), standing)
        return
    yield Reason(Because.IN_OTHER_PARTS)


def shortest(said: Said, node: Word | Phrase | Loose, words: tuple[str, ...]) -> tuple[int, ...]:
    """The places of all words of a phrase in the shortest stretch that holds them; () if none."""
    wanted = Counter(words)
    found = {word: _places(said, node, word) for word in wanted}
    rarest = min(found.values(), key=len)
    places = {word: _around(rarest, found[word], times) for word, times in wanted.items()}
    every = sorted({(place, word) for word, found in places.items() for place in found})
    best: tuple[int, ...] = ()
    inside: dict[str, list[int]] = {word: [] for word in wanted}
    for place, word in every:
        inside[word] = [*inside[word], place][-wanted[word] :]
        if any(len(inside[each]) < times for each, times in wanted.items()):
            continue
        length = place - min(held[0] for held in inside.values())
        if not best or length < best[-1] - best[0]:
            best = tuple(sorted(each for held in inside.values() for each in held))
    return best


def _around(places: list[int], others: list[int], times: int) -> set[int]:
    """Of other places, so many nearest before and after each of these."""
    near: set[int] = set()
    for place in places:
        at = bisect_left(others, place)
        near.update(others[max(0, at - times) : at + times + 1])
    return near


def _places(said: Said, node: Word | Phrase | Loose, word: str) -> list[int]:
    alone = Word(word, node.span) if isinstance(node, Word) else Phrase(word, node.span)
    found: list[int] = said.standing(tuple(needles_of(alone))).starts.tolist()
    return found


def _units(said: Said, stand: Occurrences, unit: Unit) -> list[int]:
    """The numbers of the sentences or paragraphs in which each begins, from 1."""
    bounds = said.bounds().get(unit, np.zeros(1, np.int64))
    found: list[int] = np.searchsorted(bounds, stand.starts, side="right").tolist()
    return found


def _one(stand: Occurrences) -> Stand:
    return int(stand.starts[0]), int(stand.ends[0])


def _shown(text: RunningText, stands: Sequence[Stand]) -> Standing:
    spans = [text.said.span(first, last) for first, last in stands]
    return replace(text.shown(spans, MarkKind.NEAR), times=0)
