"""Whether a name that may be a place is one: its company, its size and the page's home."""

from math import exp, log2, log10

from indexer.metadata.places.atlas import atlas
from indexer.metadata.places.choose import CAPITAL, Choice
from indexer.metadata.places.common_words import COMMON_WORDS
from indexer.metadata.places.first_names import FIRST_NAMES
from indexer.metadata.places.groups import Group
from indexer.metadata.places.home import Home
from indexer.metadata.places.page import Page
from indexer.metadata.places.surnames import SURNAMES
from indexer.metadata.places.words import name_key

# Set by hand on press text; the threshold is where a place is as likely as not.
THRESHOLD = 1.1
SLOPE = 1.2
SIZE_WEIGHT = 0.9
SIZE_ZERO = 4.3
SIZE_RANGE = (-1.6, 2.2)
QUALIFIED = 3.5
AGAIN = 0.3
ALTERNATE = -1.0
COMMON = -1.5
COMMON_AND_HIDDEN = -2.0
# Written with a capital within a sentence, a word that is a great city's name is the city.
COMMON_BUT_GREAT = -0.4
GREAT_CITY_PEOPLE = 150_000
WRITTEN_SMALL = -1.2
FIRST_NAME = -0.9
SURNAME = -0.5
IS_A_PERSON_HERE = -2.2
COUNTRY = 1.2
REGION = 1.0
ELSEWHERE = -0.8
ELSEWHERE_BELOW_PEOPLE = 100_000
LONG_NAME = 0.3
WITHOUT_CAPITALS = -0.8
REGION_OR_COUNTRY = 3.0

ARTICLES = frozenset({"the", "a", "an", "le", "les", "l", "un", "une"})


def likelihood(page: Page, group: Group, choice: Choice, home: Home, people: set[str]) -> float:
    """How likely the name means this place, 0-1; `people` are the keys of persons' names here."""
    score = evidence_for(page, group, choice, home) + evidence_against(page, group, choice, people)
    return 1 / (1 + exp(-SLOPE * (score - THRESHOLD)))


def evidence_for(page: Page, group: Group, choice: Choice, home: Home) -> float:
    """What speaks for a place."""
    sense = choice.sense
    score = max(mention.score for mention in group.mentions) + AGAIN * log2(len(group.mentions))
    if sense.kind != "city":
        return score + REGION_OR_COUNTRY
    low, high = SIZE_RANGE
    score += min(high, max(low, SIZE_WEIGHT * (log10(sense.population + 100) - SIZE_ZERO)))
    if any(mention.where for mention in group.mentions):
        score += QUALIFIED
    score += COUNTRY * home.country_share(sense.country) + REGION * home.region_share(sense)
    if (sense.country, name_key(sense.name)) in atlas().capitals:
        score += CAPITAL
    if " " in group.key:
        score += LONG_NAME
    return score


def evidence_against(page: Page, group: Group, choice: Choice, people: set[str]) -> float:
    """What speaks for a person, a word or nothing, 0 or less."""
    sense, key, score = choice.sense, group.key, 0.0
    if key in FIRST_NAMES:
        score += FIRST_NAME
    elif key in SURNAMES and sense.kind == "city":
        score += SURNAME
    if key in people or key.rpartition(" ")[2] in people:
        score += IS_A_PERSON_HERE
    if sense.kind == "country" and key not in COMMON_WORDS:
        return score
    if sense.alternate:
        score += ALTERNATE
    if key in COMMON_WORDS:
        hidden = all(
            page.loud[mention.first] or page.opens_sentence(mention.first)
            for mention in group.mentions
        )
        if hidden:
            score += COMMON + (COMMON_AND_HIDDEN if sense.kind == "city" else 0.0)
        else:
            great = sense.population >= GREAT_CITY_PEOPLE and not after_article(page, group)
            score += COMMON_BUT_GREAT if great else COMMON
    if page.small:
        score += WITHOUT_CAPITALS
    elif key in page.lower:
        score += WRITTEN_SMALL
    return score


def after_article(page: Page, group: Group) -> bool:
    """Whether one stands after an article, and nothing spoke for it: "the Commonwealth"."""
    return any(
        mention.first and not mention.reasons and page.tokens[mention.first - 1].folded in ARTICLES
        for mention in group.mentions
    )
