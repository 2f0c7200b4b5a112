"""Finding the places of a page: names, their company, the page's home, the choice."""

from collections import defaultdict

from archive.document import Place
from indexer.metadata.places.company import weigh
from indexer.metadata.places.decide import Decided, decide
from indexer.metadata.places.groups import grouped, named_areas
from indexer.metadata.places.hints import NO_ID
from indexer.metadata.places.home import home_of
from indexer.metadata.places.joined import whole_names
from indexer.metadata.places.lists import neighbours
from indexer.metadata.places.lookup import lookup
from indexer.metadata.places.mention import find_mentions
from indexer.metadata.places.page import read_page
from indexer.metadata.places.place import place_of
from indexer.metadata.places.qualifier import with_qualifiers
from indexer.metadata.places.region_or_city import settle


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
    mentions = with_qualifiers(page, whole_names(page, mentions))
    for mention in mentions:
        if mention.forced is None:
            weigh(page, mention)
            settle(page, mention, language)
    beside = neighbours(page, mentions)
    people = {mention.key for mention in mentions if mention.person and not mention.where}
    home = home_of(page.tokens, url, source, list(named_areas(mentions)))
    groups = grouped(mentions)
    found = decide(page, groups, home, people, beside)
    by_id: dict[int, list[Decided]] = defaultdict(list)
    for item in found:
        if item.choice.sense.geonames_id != NO_ID:
            by_id[item.choice.sense.geonames_id].append(item)
    places = [(place_of(page, items), first_mention(items)) for items in by_id.values()]
    places.sort(key=lambda pair: (-pair[0].mentions, pair[1]))
    return tuple(place for place, _ in places)


def first_mention(items: list[Decided]) -> int:
    """Where the page first names a place: an offset in title and text together."""
    return min(mention.start for item in items for mention in item.group.mentions)
