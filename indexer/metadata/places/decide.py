"""Deciding what a page's names mean: the sure ones first, then the others by their light."""

from dataclasses import dataclass

from indexer.metadata.places.choose import Around, Choice, choose
from indexer.metadata.places.groups import Group
from indexer.metadata.places.home import Home
from indexer.metadata.places.judge import likelihood
from indexer.metadata.places.mention import Mention
from indexer.metadata.places.page import Page
from indexer.metadata.places.qualifier import KNOWN_EVERYWHERE_PEOPLE
from indexer.metadata.places.sense import Sense

# Places less likely than this are left out: even odds.
LEAST_LIKELIHOOD = 0.5
# A city this likely, and this much better than its namesakes, helps to choose others.
SURE_LIKELIHOOD = 0.7
SURE_MARGIN = 1.0
SURE_WEIGHT = 0.7
# A small town in a country that the page says nothing else of is believed no more than this.
MOST_FAR_FROM_HOME = 0.6
# A country that weighs less on a page (see `home`) is not spoken of.
LEAST_WEIGHT = 0.1
# Beyond all margins: what stands beside the name leaves no choice.
NO_CHOICE_MARGIN = 5.0
QUALIFIED_MARGIN = 2.0


@dataclass(frozen=True, slots=True)
class Decided:
    """A name that means a place, which, and how likely (0-1) it means a place at all."""

    group: Group
    choice: Choice
    odds: float


@dataclass(frozen=True, slots=True)
class Light:
    """What the sure names tell about the others.

    cities: sure cities
    listed: the senses of names clear enough to help those in one list with them, by key
    """

    cities: tuple[Sense, ...]
    listed: dict[str, Sense]


def decide(
    page: Page,
    groups: list[Group],
    home: Home,
    people: set[str],
    beside: dict[int, list[Mention]],
) -> list[Decided]:
    """What each name means; those that are likely no places are left out."""
    light = sure_names(page, groups, home, people)
    for sense in light.cities:
        home.add(sense, SURE_WEIGHT)
    decided = []
    for group in groups:
        with home.without(own_cities(group, light), SURE_WEIGHT):
            choice = chosen(group, around(group, home, light, beside))
            is_far = is_far_from_home(group, choice, home)
        odds = likelihood(page, group, choice, home, people)
        if is_far:
            odds = min(odds, MOST_FAR_FROM_HOME)
        if odds >= LEAST_LIKELIHOOD:
            decided.append(Decided(group, choice, odds))
    return decided


def is_far_from_home(group: Group, choice: Choice, home: Home) -> bool:
    """Whether a small town abroad is meant, which nothing on a page about other lands speaks for.

    "City of Marl", beside Winnipeg and Brandon, is more likely a place that no gazetteer lists.
    """
    sense = choice.sense
    if sense.kind != "city" or sense.population >= KNOWN_EVERYWHERE_PEOPLE or group.where:
        return False
    is_named = any(mention.forced is not None for mention in group.mentions)
    own = home.countries.get(sense.country, 0.0)
    return not is_named and sum(home.countries.values()) - own > LEAST_WEIGHT > own


def sure_names(page: Page, groups: list[Group], home: Home, people: set[str]) -> Light:
    """The names that are clear without the others."""
    cities, listed = [], {}
    for group in groups:
        choice = chosen(group, Around(home))
        odds = likelihood(page, group, choice, home, people)
        clear = group.where is not None or choice.margin >= SURE_MARGIN
        if clear and odds >= LEAST_LIKELIHOOD:
            listed[group.key] = choice.sense
        if clear and odds >= SURE_LIKELIHOOD and choice.sense.kind == "city":
            cities.append(choice.sense)
    return Light(tuple(cities), listed)


def own_cities(group: Group, light: Light) -> list[Sense]:
    """The sure cities that this very name can mean: it must not speak for itself."""
    own = {sense.geonames_id for mention in group.mentions for sense in mention.senses}
    return [sense for sense in light.cities if sense.geonames_id in own]


def around(group: Group, home: Home, light: Light, beside: dict[int, list[Mention]]) -> Around:
    """What a name is chosen by: never by itself."""
    own = own_cities(group, light)
    keys = {other.key for mention in group.mentions for other in beside.get(mention.first, ())} - {
        group.key
    }
    return Around(
        home,
        tuple(sense for sense in light.cities if sense not in own),
        tuple(light.listed[key] for key in sorted(keys) if key in light.listed),
    )


def chosen(group: Group, around: Around) -> Choice:
    """The choice for a group: what is said with it decides, else the page."""
    mention = group.mentions[0]
    if mention.forced is not None:
        evidence = mention.reasons[0] if mention.reasons else "named in full"
        return Choice(mention.forced, NO_CHOICE_MARGIN, evidence)
    if group.where is None:
        return choose(group.key, mention.senses, None, around)
    choice = choose(group.key, mention.senses, group.where.where, around)
    margin = max(choice.margin, QUALIFIED_MARGIN)
    return Choice(choice.sense, margin, f"followed by {group.where.where_written}")
