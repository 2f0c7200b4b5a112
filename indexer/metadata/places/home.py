"""Where a page is at home: the countries and regions that it speaks of, weighed."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from indexer.metadata.places.atlas import atlas
from indexer.metadata.places.demonyms import DEMONYMS
from indexer.metadata.places.sense import Sense
from indexer.metadata.places.words import Word, words

SITE_WEIGHT = 3.0
DEMONYM_WEIGHT = 0.6
# Mentions beyond these add nothing: one long list must not outweigh all else.
MOST_MENTIONS = 8
# So that a single mention is a hint and ten are near certainty.
DOUBT = 1.5


@dataclass(slots=True)
class Home:
    """What a page says about where it is.

    countries: ISO code to weight; about one for each mention
    regions:   (ISO code, admin1 code) to weight
    named:     ISO code to the count of times the country itself is named
    """

    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    regions: defaultdict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    named: Counter[str] = field(default_factory=Counter)

    def add(self, sense: Sense, weight: float = 1.0) -> None:
        """A place that the page surely names."""
        self.countries[sense.country] += weight
        if sense.kind != "country" and sense.region:
            self.regions[sense.country, sense.region] += weight

    @contextmanager
    def without(self, senses: list[Sense], weight: float) -> Iterator[None]:
        """For a while, the home without what these places added to it."""
        for sense in senses:
            self.add(sense, -weight)
        yield
        for sense in senses:
            self.add(sense, weight)

    def country_share(self, country: str) -> float:
        """How far the page is about this country, 0-1."""
        return self.countries.get(country, 0.0) / (sum(self.countries.values()) + DOUBT)

    def region_share(self, sense: Sense) -> float:
        """How far the page is about a place's region, 0-1."""
        weight = self.regions.get((sense.country, sense.region), 0.0)
        return weight / (sum(self.regions.values()) + DOUBT)


def site_country(url: str | None) -> str | None:
    """The country that a site's address names: "CA" for .ca and .gc.ca, None for .com.

    >>> site_country("https://news.example.ca/a")
    'CA'
    """
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    last = host.rpartition(".")[2]
    if last in ("gov", "mil"):
        return "US"
    return atlas().tlds.get(last) if "." in host else None


def home_of(tokens: list[Word], url: str | None, source: str | None, named: list[Sense]) -> Home:
    """The page's home: its address, its source's name, its demonyms, what areas it names."""
    home = Home()
    if country := site_country(url):
        home.countries[country] += SITE_WEIGHT
    for word in words(source or ""):
        areas = atlas().by_key.get(word.folded, ())
        if len(areas) == 1:
            home.add(areas[0], SITE_WEIGHT)
        elif country := DEMONYMS.get(word.folded):
            home.countries[country] += SITE_WEIGHT
    said = [token.folded for token in tokens]
    demonyms: Counter[str] = Counter()
    for known in DEMONYMS.keys() & set(said):
        demonyms[DEMONYMS[known]] += said.count(known)
    for country, count in demonyms.items():
        home.countries[country] += DEMONYM_WEIGHT * min(count, MOST_MENTIONS)
    for sense, count in Counter(named).items():
        home.add(sense, min(count, MOST_MENTIONS))
        home.named[sense.country] += count
    return home
