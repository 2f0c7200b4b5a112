"""Finding the places of a page: names, their company, the page's home, the choice."""

import itertools
from collections import defaultdict
from collections.abc import Iterable

from archive.document import Place
from indexer.metadata.places.choose import Around, Choice, choose
from indexer.metadata.places.company import weigh
from indexer.metadata.places.home import Home, home_of
from indexer.metadata.places.judge import Group, likelihood
from indexer.metadata.places.lookup import lookup
from indexer.metadata.places.mention import Mention, find_mentions
from indexer.metadata.places.page import Page, read_page
from indexer.metadata.places.place import place_of
from indexer.metadata.places.qualifier import qualify
from indexer.metadata.places.region_or_city import settle
from indexer.metadata.places.sense import Sense

# Places less likely than this are left out: even odds.
LEAST_LIKELIHOOD = 0.5
# A city this likely, and this much better than its namesakes, helps to choose others.
SURE_LIKELIHOOD = 0.7
SURE_MARGIN = 1.0
SURE_WEIGHT = 0.7
BESIDE = frozenset({", ", " and ", ", and ", " or ", " et ", " ou ", "; ", " & "})
JOINING = frozenset({"and", "or", "et", "ou"})
LISTED = 0.5


def find_places(
    text: str,
    *,
    title: str = "",
    url: str | None = None,
    source: str | None = None,
    language: str = "en",
) -> tuple[Place, ...]:
    """The cities, regions and countries that a page names, most mentioned first.

    Spans are offsets in `text`; the title's mentions count but have none. `url` and `source` say
    where the page is at home. Never raises; what is no prose gives nothing.
    """
    page = read_page(text, title)
    mentions = find_mentions(page.whole, page.tokens, lookup, small=page.small)
    mentions = with_qualifiers(page, mentions)
    for mention in mentions:
        if mention.forced is None:
            weigh(page, mention)
            settle(page, mention, language)
    beside = neighbours(page, mentions)
    people = {mention.key for mention in mentions if mention.person and not mention.where}
    home = home_of(page.tokens, url, list(named_areas(mentions, source)))
    groups = grouped(mentions)
    found = decide(page, groups, home, people, beside)
    return arranged(page, found)


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


def neighbours(page: Page, mentions: list[Mention]) -> dict[int, list[Mention]]:
    """For each mention (by its first word), those that stand in one list with it."""
    beside: dict[int, list[Mention]] = defaultdict(list)
    for one, other in itertools.pairwise(mentions):
        if not in_one_list(page, one, other):
            continue
        if one.person or other.person or one.thing or other.thing:
            continue
        one.score += LISTED
        other.score += LISTED
        beside[one.first].append(other)
        beside[other.first].append(one)
    return beside


def in_one_list(page: Page, one: Mention, other: Mention) -> bool:
    """Whether only a comma or "and" stands between two mentions."""
    if other.first == one.last + 1:
        return page.gap(one.last, other.first) in BESIDE
    return other.first == one.last + 2 and page.tokens[one.last + 1].folded in JOINING


def named_areas(mentions: list[Mention], source: str | None) -> Iterable[Sense]:
    """The regions and countries that the page surely names, one for each mention."""
    for mention in mentions:
        if mention.forced is not None:
            yield mention.forced
        elif not mention.person and not mention.thing and mention.where is None:
            areas = [sense for sense in mention.senses if sense.kind != "city"]
            if len(areas) == 1 and not any(
                sense.kind == "city" and sense.population > 200_000 for sense in mention.senses
            ):
                yield areas[0]


def grouped(mentions: list[Mention]) -> list[Group]:
    """Mentions of one name together; a name said with a region apart from the bare one.

    The bare name joins the qualified one where the page has only one of that name.
    """
    by_name: dict[str, dict[object, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        if (mention.person or mention.thing) and not mention.where and not mention.forced:
            continue
        apart = mention.forced or mention.where
        by_name[mention.key][apart].append(mention)
    groups = []
    for key, parts in by_name.items():
        qualified = [where for where, these in parts.items() if these[0].where is not None]
        if None in parts and len(qualified) == 1:
            parts[qualified[0]] += parts.pop(None)
        groups += [Group(key, tuple(these)) for these in parts.values()]
    return groups


def decide(
    page: Page,
    groups: list[Group],
    home: Home,
    people: set[str],
    beside: dict[int, list[Mention]],
) -> list[tuple[Group, Choice, float]]:
    """Choose the sure names first, then the others by their light."""
    sure: list[Sense] = []
    first: dict[str, Sense] = {}
    for group in groups:
        choice = chosen(group, Around(home))
        odds = likelihood(page, group, choice, home, people)
        qualified = any(mention.where for mention in group.mentions)
        if (
            choice.sense.kind == "city"
            and odds >= SURE_LIKELIHOOD
            and (qualified or choice.margin >= SURE_MARGIN)
        ):
            sure.append(choice.sense)
            first[group.key] = choice.sense
    for sense in sure:
        home.add(sense, SURE_WEIGHT)
    decided = []
    for group in groups:
        own = first.get(group.key)
        near = tuple(
            first[other.key]
            for mention in group.mentions
            for other in beside.get(mention.first, ())
            if other.key in first and other.key != group.key
        )
        others = tuple(sense for sense in sure if sense is not own)
        choice = chosen(group, Around(home, others, near))
        odds = likelihood(page, group, choice, home, people)
        if odds >= LEAST_LIKELIHOOD:
            decided.append((group, choice, odds))
    return decided


def chosen(group: Group, around: Around) -> Choice:
    """The choice for a group: what is said with it decides, else the page."""
    mention = group.mentions[0]
    where = next((m.where for m in group.mentions if m.where), None)
    if mention.forced is not None:
        return Choice(mention.forced, 5.0, "; ".join(mention.reasons[:1]) or "named")
    choice = choose(mention.key, mention.senses, where, around)
    if where is None:
        return choice
    written = next(m.where_written for m in group.mentions if m.where)
    return Choice(choice.sense, max(choice.margin, 2.0), f"followed by {written}")


def arranged(page: Page, found: list[tuple[Group, Choice, float]]) -> tuple[Place, ...]:
    """One place for each id, most mentioned first, then in the order of the page."""
    by_id: dict[int, list[tuple[Group, Choice, float]]] = defaultdict(list)
    for item in found:
        by_id[item[1].sense.geonames_id].append(item)
    firsts = {
        key: min(mention.start for group, _, _ in items for mention in group.mentions)
        for key, items in by_id.items()
    }
    places = [(place_of(page, items), firsts[key]) for key, items in by_id.items()]
    places.sort(key=lambda pair: (-pair[0].mentions, pair[1]))
    return tuple(place for place, _ in places)
