"""The region or country said with a city: "London, Ont.", "Moncton, au Nouveau-Brunswick"."""

import re
from typing import NamedTuple

from indexer.metadata.places.atlas import atlas, short_form
from indexer.metadata.places.first_names import FIRST_NAMES
from indexer.metadata.places.hints import hint_of
from indexer.metadata.places.mention import Mention
from indexer.metadata.places.page import Page
from indexer.metadata.places.sense import Sense, is_within
from indexer.metadata.places.surnames import SURNAMES
from indexer.metadata.places.words import key_of

COMMA = re.compile(r"\s?[,(]\s?|\s")
CONNECTORS = frozenset({"en", "au", "aux", "a", "in", "dans", "l", "le", "la", "du", "the"})
CONNECTED = frozenset({" ", "'", "’"})
SHORT_GAPS = frozenset({".", ". ", "-", ".-", " ", ""})
LONGEST_QUALIFIER_WORDS = 4
# "Emerson, Man." is a village that GeoNames lacks, not its namesake in New Jersey. Where a name
# means so large a place, the words beside it are more likely misread.
KNOWN_EVERYWHERE_PEOPLE = 100_000


class Qualifier(NamedTuple):
    """Words that name a region or country.

    last: the number of the last word
    full: whether it is a full name, not an abbreviation
    """

    senses: tuple[Sense, ...]
    first: int
    last: int
    full: bool


def qualify(page: Page, mention: Mention) -> Qualifier | None:
    """Write into a mention the region or country that is said with it; give its words."""
    first = after = mention.last + 1
    if first >= len(page.tokens):
        return None
    gap = page.gap(mention.last, first)
    if not COMMA.fullmatch(gap):
        return None
    for _ in range(2):
        token = page.tokens[first]
        more = first + 1 < len(page.tokens) and page.gap(first, first + 1) in CONNECTED
        if token.capital or token.folded not in CONNECTORS or not more:
            break
        first += 1
    found = qualifier_at(page, first)
    if (
        found is None
        or goes_on(page, found)
        or (gap.isspace() and not found.full and not is_pointed(page, found))
    ):
        return None
    if gap.isspace() and is_a_persons_name(page, mention, found):
        return None
    cities = [sense for sense in mention.senses if sense.kind == "city"]
    if is_unlisted(page, mention, found):
        mention.unlisted = True
        return None
    connected = found.first > after
    for where in found.senses:
        if any(is_within(city, where) for city in cities) and (
            connected or is_meant(page, mention, found, where)
        ):
            mention.where = where
            mention.where_written = page.whole[
                page.tokens[found.first].start : page.tokens[found.last].end
            ]
            return found
    return None


def is_unlisted(page: Page, mention: Mention, found: Qualifier) -> bool:
    """Whether it is said to lie in a region where the gazetteer has no place of that name."""
    if found.full or not (is_pointed(page, found) or is_in_capitals(page, mention, found)):
        return False
    return all(
        sense.kind == "city"
        and sense.population < KNOWN_EVERYWHERE_PEOPLE
        and not any(is_within(sense, where) for where in found.senses)
        for sense in mention.senses
    )


def is_in_capitals(page: Page, mention: Mention, found: Qualifier) -> bool:
    """Whether an abbreviation stands in capitals after a comma: ", QC"."""
    written = page.whole[page.tokens[found.first].start : page.tokens[found.last].end]
    gap = page.gap(mention.last, found.first)
    return written.isupper() and len(written) > 1 and gap.startswith((",", "(", " ("))


def is_a_persons_name(page: Page, mention: Mention, found: Qualifier) -> bool:
    """Whether first name and surname only look like city and region: "George Washington"."""
    surname = page.tokens[found.first].folded
    return (
        found.full
        and found.first == found.last
        and mention.key in FIRST_NAMES
        and (surname in SURNAMES or surname in FIRST_NAMES)
    )


def qualifier_at(page: Page, first: int) -> Qualifier | None:
    """The region or country named from this word on, full name before abbreviation."""
    known = atlas()
    if not page.tokens[first].capital and not page.small:
        return None
    last = first
    words = [page.tokens[first].folded]
    best = None
    while True:
        key = key_of(words)
        if senses := known.by_key.get(key) or hint_of(key):
            best = Qualifier(senses, first, last, True)
        more = last + 1 < len(page.tokens) and len(words) < LONGEST_QUALIFIER_WORDS
        if not more or page.gap(last, last + 1) not in SHORT_GAPS:
            break
        last += 1
        words.append(page.tokens[last].folded)
    if best is None or (best.last == first and len(words[0]) < 3):
        best = short_at(page, first) or best
    return best


def short_at(page: Page, first: int) -> Qualifier | None:
    """The region abbreviated from this word on: "Ont.", "N.B.", "T.-N.-L."."""
    known = atlas()
    for last in range(min(first + 3, len(page.tokens) - 1), first - 1, -1):
        gaps = [page.gap(number, number + 1) for number in range(first, last)]
        if any(gap not in SHORT_GAPS or gap == " " for gap in gaps):
            continue
        written = short_form(page.whole[page.tokens[first].start : page.tokens[last].end])
        if senses := known.by_short.get(written) or known.by_short.get(written.capitalize()):
            return Qualifier(senses, first, last, False)
    return None


def goes_on(page: Page, found: Qualifier) -> bool:
    """Whether it is only the beginning of another name: "Montreal, Quebec City and Halifax"."""
    after = found.last + 1
    return (
        after < len(page.tokens)
        and page.gap(found.last, after) == " "
        and page.tokens[after].folded in ("city", "times", "post", "university")
    )


def is_pointed(page: Page, found: Qualifier) -> bool:
    """Whether an abbreviation is written with a point: "Ont."."""
    return page.whole[page.tokens[found.last].end : page.tokens[found.last].end + 1] == "."


def is_meant(page: Page, mention: Mention, found: Qualifier, where: Sense) -> bool:
    """Whether this is "city, region" and not the next item of a list of regions and countries.

    "California, Ohio and Texas" names three states, though Ohio has a California.
    """
    itself_larger = any(sense.kind != "city" for sense in mention.senses)
    if itself_larger and where.kind == "country":
        return False
    if not itself_larger or not found.full:
        return True
    rest = page.whole[page.tokens[found.last].end : page.tokens[found.last].end + 5]
    before = page.whole[max(0, mention.start - 2) : mention.start]
    return not re.match(r",? (?:and|or|et|ou)\b|, [A-Z]", rest) and before != ", "


def with_qualifiers(page: Page, mentions: list[Mention]) -> list[Mention]:
    """The mentions, with the region or country said beside each made a mention of its own."""
    done: list[Mention] = []
    taken = -1
    for mention in mentions:
        if mention.first <= taken:
            continue
        done.append(mention)
        found = qualify(page, mention)
        if found is None or mention.where is None:
            continue
        taken = found.last
        start, end = page.tokens[found.first].start, page.tokens[found.last].end
        area = Mention("", found.first, found.last, start, end, (mention.where,))
        area.forced = mention.where
        area.reasons.append(f"after “{page.whole[mention.start : mention.end]}”")
        done.append(area)
    return done
