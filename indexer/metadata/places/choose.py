"""Which of its namesakes a name means."""

from dataclasses import dataclass
from math import cos, exp, hypot, log10, radians

from indexer.metadata.places.atlas import atlas
from indexer.metadata.places.home import Home
from indexer.metadata.places.sense import Sense, is_within
from indexer.metadata.places.words import name_key

# Weights beside the logarithm of the population (2 for a village, 7 for a metropolis).
COUNTRY_WEIGHT = 2.8
REGION_WEIGHT = 2.2
NEAR_WEIGHT = 1.6
NEIGHBOUR_WEIGHT = 1.3
# A village never outdoes a metropolis by its surroundings alone: "in Toronto, Paris and Rome".
MOST_CONTEXT = 2.8
CAPITAL = 0.6
ALTERNATE = -0.9
ANOTHERS_NAME = -1.5
# Where a region or country and a city share a name, the larger is meant unless the table says so.
COUNTRY_SIZE = 7.5
REGION_SIZE = 7.2
SMALLEST = 100

NEAR_KM = 250.0
KM_A_DEGREE = 111.2

# Names by which the press means the smaller place, or one of two as large.
DEFAULTS = {
    ("washington", "region"): -2.0,
    ("new york", "region"): -0.6,
    ("victoria", "region"): -2.6,
    ("georgia", "country"): -0.6,
    ("quebec", "region"): 0.8,
    ("hong kong", "country"): -3.0,
    ("singapore", "country"): -1.5,
    ("monaco", "country"): -1.0,
    ("gibraltar", "country"): -1.0,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The place that is meant.

    margin:   how much better it fits than the next, 0 or more
    evidence: what decided, in words
    """

    sense: Sense
    margin: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Around:
    """What a name is chosen by: the page's home, its sure places, and those named beside it."""

    home: Home
    sure: tuple[Sense, ...] = ()
    neighbours: tuple[Sense, ...] = ()


def choose(key: str, senses: tuple[Sense, ...], where: Sense | None, around: Around) -> Choice:
    """The likeliest sense of a name, `where` being the region or country said with it."""
    if where is not None:
        within = tuple(sense for sense in senses if is_within(sense, where))
        senses = within or senses
    taken = any(s.kind == "city" and not s.alternate and s.population > 50_000 for s in senses)
    shared = any(s.kind != "city" for s in senses)
    scored = sorted(
        (
            (
                fit(key, sense, around, shared=shared)
                + (ANOTHERS_NAME if taken and sense.alternate else 0),
                sense,
            )
            for sense in senses
        ),
        key=lambda pair: -pair[0],
    )
    best, sense = scored[0]
    margin = best - scored[1][0] if len(scored) > 1 else 5.0
    return Choice(sense, margin, why(key, sense, senses, around))


def fit(key: str, sense: Sense, around: Around, *, shared: bool) -> float:
    """How well a sense fits the page; where a region shares the name, nearness tells nothing."""
    context = COUNTRY_WEIGHT * around.home.country_share(sense.country)
    if sense.kind == "city" and not shared:
        context += REGION_WEIGHT * around.home.region_share(sense)
        context += NEAR_WEIGHT * nearness(sense, around.sure)
        if around.neighbours:
            same = sum(other.country == sense.country for other in around.neighbours)
            context += NEIGHBOUR_WEIGHT * same / len(around.neighbours)
    return size(key, sense) + min(context, MOST_CONTEXT)


def size(key: str, sense: Sense) -> float:
    """How large a place is in readers' minds, on the scale of log10 of its people."""
    default = DEFAULTS.get((key, sense.kind), 0.0)
    if sense.kind == "country":
        return COUNTRY_SIZE + default
    if sense.kind == "region":
        return REGION_SIZE + default
    score = log10(sense.population + SMALLEST) + default
    if sense.alternate:
        score += ALTERNATE
    if (sense.country, name_key(sense.name)) in atlas().capitals:
        score += CAPITAL
    return score


def nearness(sense: Sense, sure: tuple[Sense, ...]) -> float:
    """How near the page's other sure places are, 0-1."""
    return max((exp(-kilometres(sense, other) / NEAR_KM) for other in sure), default=0.0)


def kilometres(one: Sense, other: Sense) -> float:
    """The distance of two cities, good enough for near and far."""
    north = one.latitude - other.latitude
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return KM_A_DEGREE * hypot(north, east)


def why(key: str, sense: Sense, senses: tuple[Sense, ...], around: Around) -> str:
    """What decided, in words."""
    if len(senses) == 1:
        return "the only place of that name"
    country = atlas().countries.get(sense.country)
    largest = max(senses, key=lambda other: size(key, other))
    if sense is largest:
        return "the largest place of that name"
    share = around.home.country_share(sense.country)
    if country is not None and share > 0:
        times = around.home.named[sense.country]
        said = f"{country.name} {times} times" if times > 1 else country.name
        return f"nearest to the page's other places ({said})"
    return "nearest to the page's other places"
