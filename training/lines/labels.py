"""Which lines of a page are its own words: each line laid beside the text that people chose."""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence

WORD = re.compile(r"\w+")

# Runs of this many words are looked for; shorter lines must stand there whole.
RUN_WORDS = 4
# A line that has at least this share of its words in the chosen text can fix its place in it.
MIN_ANCHOR_SHARE = 0.5
# Common runs stand in many places; only the first few are tried.
MAX_PLACES = 40
# How far before or after its neighbours' places a short line may stand, in words.
SLACK_WORDS = 12


def label(lines: Sequence[str], chosen: str) -> list[float]:
    """For each line, which share of it is the page's own words, 0-1.

    Long lines are placed first, by runs of words, the heaviest chain in order. Then each of the
    others is looked for where its neighbours stand. No word of the chosen text counts twice.
    """
    gold = WORD.findall(chosen.lower())
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for size in range(1, RUN_WORDS + 1):
        for at in range(len(gold) - size + 1):
            places[tuple(gold[at : at + size])].append(at)
    words = [WORD.findall(line.lower()) for line in lines]
    free = bytearray(b"\x01") * len(gold)
    shares = [0.0] * len(lines)
    found = [matches(line, places) if len(line) >= RUN_WORDS else [] for line in words]
    anchors = chain(words, found)
    for at in anchors:
        shares[at] = claim(found[at], len(words[at]), free)
    placed = {at: found[at][0][1] for at in anchors}
    for at, line in enumerate(words):
        if at not in placed and line:
            low, high = between(at, anchors, placed, len(gold))
            shares[at] = claim_short(line, places, free, low, high)
            if not shares[at] and found[at]:
                shares[at] = claim(found[at], len(line), free)
    return shares


def matches(line: Sequence[str], places: dict[tuple[str, ...], list[int]]) -> list[tuple[int, int]]:
    """Where words of a line stand in the chosen text: (word of the line, word of the text)."""
    pairs: dict[int, int] = {}
    last = -1
    for at in range(len(line) - RUN_WORDS + 1):
        spots = places.get(tuple(line[at : at + RUN_WORDS]))
        if spots:
            spot = next((s for s in spots[:MAX_PLACES] if s > last), spots[0])
            last = spot
            for step in range(RUN_WORDS):
                pairs[at + step] = spot + step
    return sorted(pairs.items())


def chain(words: Sequence[Sequence[str]], found: Sequence[list[tuple[int, int]]]) -> list[int]:
    """The lines of the heaviest chain that stands in the same order in page and text."""
    able = [
        at for at, pairs in enumerate(found) if len(pairs) >= MIN_ANCHOR_SHARE * len(words[at]) > 0
    ]
    able = able[:3000]
    best: list[float] = []
    before: list[int] = []
    for i, at in enumerate(able):
        place, weight, back = found[at][0][1], 0.0, -1
        for j in range(i):
            if best[j] > weight and found[able[j]][-1][1] < place + RUN_WORDS:
                weight, back = best[j], j
        best.append(weight + len(found[at]))
        before.append(back)
    if not best:
        return []
    i = max(range(len(best)), key=best.__getitem__)
    kept = []
    while i >= 0:
        kept.append(able[i])
        i = before[i]
    return kept[::-1]


def claim(pairs: Sequence[tuple[int, int]], count: int, free: bytearray) -> float:
    """Take the words of the text that a line stands for; the share of its words that were free."""
    taken = 0
    for _, spot in pairs:
        taken += free[spot]
        free[spot] = 0
    return taken / count


def between(at: int, anchors: Sequence[int], placed: dict[int, int], end: int) -> tuple[int, int]:
    """Which words of the text lie where a line should: between its placed neighbours."""
    after = bisect(anchors, at)
    low = placed[anchors[after - 1]] if after else 0
    high = placed[anchors[after]] if after < len(anchors) else end
    return low, high + SLACK_WORDS


def claim_short(
    line: Sequence[str],
    places: dict[tuple[str, ...], list[int]],
    free: bytearray,
    low: int,
    high: int,
) -> float:
    """Find a line as a whole between two places, free of other lines."""
    size = min(len(line), RUN_WORDS)
    for spot in places.get(tuple(line[:size]), ()):
        span = slice(spot, spot + len(line))
        if (
            low <= spot <= high
            and sum(free[span]) >= size
            and (len(line) <= RUN_WORDS or sum(free[span]) >= 0.8 * len(line))
        ):
            free[span] = bytes(len(free[span]))
            return 1.0
    return 0.0
