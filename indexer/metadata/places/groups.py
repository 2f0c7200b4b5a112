"""A page's mentions gathered by name."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from indexer.metadata.places.mention import Mention
from indexer.metadata.places.sense import Sense

# A region that shares its name with so large a city is not sure to be meant: Washington.
RIVAL_CITY_PEOPLE = 200_000


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one name that mean one place."""

    key: str
    mentions: tuple[Mention, ...]

    @property
    def where(self) -> Mention | None:
        """The first mention that says the region or country, or None."""
        return next((mention for mention in self.mentions if mention.where), None)


def grouped(mentions: list[Mention]) -> list[Group]:
    """Mentions of one name together; a name said with a region apart from the bare one.

    The bare name joins the qualified one where the page has only one of that name; it means none
    of its namesakes where the page says that it lies where the gazetteer has none.
    """
    unlisted = {mention.key for mention in mentions if mention.unlisted}
    by_name: dict[str, dict[object, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        beyond = mention.person or mention.thing or mention.key in unlisted
        if beyond and not mention.where and not mention.forced:
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


def named_areas(mentions: list[Mention]) -> Iterable[Sense]:
    """The regions and countries that the page surely names, one for each mention."""
    for mention in mentions:
        if mention.forced is not None:
            yield mention.forced
        elif not mention.person and not mention.thing and mention.where is None:
            areas = [sense for sense in mention.senses if sense.kind != "city"]
            rivals = any(sense.population > RIVAL_CITY_PEOPLE for sense in mention.senses)
            if len(areas) == 1 and not rivals:
                yield areas[0]
