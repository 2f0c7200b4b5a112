"""Where a text may name a place: the longest names of the gazetteer that begin with a capital."""

from collections.abc import Callable
from dataclasses import dataclass, field

from indexer.metadata.places.sense import Sense
from indexer.metadata.places.short_names import SHORT_NAMES
from indexer.metadata.places.words import Word, key_of

LONGEST_NAME_WORDS = 6
# What names more places than this is a list of words; a long report names some 3,000.
MOST_MENTIONS = 10_000
JOINERS = frozenset({" ", "-", "'", "’", "\u00a0", "‑", "–", "  "})
# After these a point does not end the sentence: "St. John's", "Mt. Pearl".
POINTED = frozenset({"st", "ste", "mt", "ft"})

Lookup = Callable[[str], tuple[Sense, ...]]


@dataclass(slots=True)
class Mention:
    """A place's name in a text, as it is being weighed.

    first, last: the numbers of its first and last word
    senses:      the places it can mean
    where:       the region or country said with it, or None: "London, Ont."
    forced:      the one place that its company leaves, or None: "New York state"
    person:      whether it is a person's name here
    thing:       whether it is part of another thing's name here
    unlisted:    whether it is said to lie where the gazetteer has none of its name
    score:       how much its company speaks for a place, about -3 to 3
    reasons:     what spoke for it, in words
    """

    key: str
    first: int
    last: int
    start: int
    end: int
    senses: tuple[Sense, ...]
    where: Sense | None = None
    where_written: str = ""
    forced: Sense | None = None
    person: bool = False
    thing: bool = False
    unlisted: bool = False
    score: float = 0.0
    reasons: list[str] = field(default_factory=list)


def find_mentions(text: str, tokens: list[Word], lookup: Lookup, *, small: bool) -> list[Mention]:
    """The first MOST_MENTIONS names in a text, longest first where they overlap.

    small: whether names without capitals count: a page that has none at all
    """
    found: list[Mention] = []
    taken = -1
    for at, token in enumerate(tokens):
        if at > taken and (token.capital or small):
            mention = longest_at(text, tokens, at, lookup, small=small)
            if mention is not None:
                found.append(mention)
                taken = mention.last
                if len(found) == MOST_MENTIONS:
                    break
    return found


def longest_at(
    text: str, tokens: list[Word], at: int, lookup: Lookup, *, small: bool
) -> Mention | None:
    """The longest name that begins with this word, or None."""
    for last in range(reach(text, tokens, at), at - 1, -1):
        end = tokens[last]
        if not (end.capital or small or end.folded == "s"):
            continue
        key = key_of([token.folded for token in tokens[at : last + 1]])
        written = text[tokens[at].start : end.end]
        senses = lookup(key)
        if not senses and (short := SHORT_NAMES.get(written)):
            key, senses = short, lookup(short)
        if senses and (len(key) > 2 or written in SHORT_NAMES or written == "UK"):
            return Mention(key, at, last, tokens[at].start, end.end, senses)
    return None


def reach(text: str, tokens: list[Word], at: int) -> int:
    """The number of the last word that may belong to a name beginning here."""
    last = at
    while last + 1 < len(tokens) and last - at + 1 < LONGEST_NAME_WORDS:
        gap = text[tokens[last].end : tokens[last + 1].start]
        pointed = gap in (". ", ".", ".-") and (
            tokens[last].folded in POINTED or tokens[last].end - tokens[last].start == 1
        )
        if gap not in JOINERS and not pointed:
            break
        last += 1
    return last
