"""The city that a page is mainly about, told only where one stands out clearly.

It is derived from what a document keeps (its places with their spans, its title and text), so that
a corrected document tells it as well, and nothing more needs to be stored.
"""

from dataclasses import dataclass

from archive.document import Document, Place
from indexer.metadata.places.dateline import DATELINE_REASON
from indexer.metadata.places.words import name_key

# What each sign is worth, beside one for each mention; set by hand. A dateline tells where a report
# was written more than what it is about.
IN_TITLE = 2.0
IN_DATELINE = 0.5
IN_LEAD = 1.0
# Who needs no signs; the first place that they state is the main one.
STATERS = ("manifest", "correction")
STATED = 100.0
# Mentions beyond these add nothing: a list of branches is no subject.
MOST_MENTIONS = 12
# The first words of a text, where the press says what it is about.
LEAD_CHARACTERS = 400
# A city is the main one from this weight on, if it has so many times the weight of the next.
LEAST_WEIGHT = 2.7
CLEARLY = 1.75


@dataclass(frozen=True, slots=True)
class MainCity:
    """The city that a page is mainly about.

    reason: why, in words: "named 4 times, in the title and in the first lines"
    """

    place: Place
    reason: str


def main_city(document: Document) -> MainCity | None:
    """The city that stands out, or None where none does: no city, or several alike."""
    weighed = [weigh(city, document) for city in document.places if city.kind == "city"]
    weighed.sort(key=lambda pair: -pair[0])
    if weighed and weighed[0][0] == STATED:
        return weighed[0][1]
    if not weighed or weighed[0][0] < LEAST_WEIGHT:
        return None
    if len(weighed) > 1 and weighed[0][0] < CLEARLY * weighed[1][0]:
        return None
    return weighed[0][1]


def weigh(city: Place, document: Document) -> tuple[float, MainCity]:
    """How much speaks for a city, and what, in words."""
    weight = float(min(city.mentions, MOST_MENTIONS))
    signs = []
    if city.evidence.startswith(STATERS):
        return STATED, MainCity(city, f"stated: {city.evidence}")
    if city.mentions > len(city.spans) and is_in_title(city, document.title):
        weight += IN_TITLE
        signs.append("in the title")
    if DATELINE_REASON in city.evidence:
        weight += IN_DATELINE
        signs.append("in a dateline")
    if any(start < LEAD_CHARACTERS for start, _ in city.spans):
        weight += IN_LEAD
        signs.append("in the first lines")
    times = f"named {city.mentions} times" if city.mentions > 1 else "named once"
    return weight * city.confidence, MainCity(city, ", ".join([times, *signs]))


def is_in_title(city: Place, title: str) -> bool:
    """Whether the title names it, in the name that GeoNames has for it."""
    return f" {name_key(city.name)} " in f" {name_key(title)} "
