"""What stands beside a name: does it speak for a place, a person or another thing?"""

from indexer.metadata.places import vocabulary as say
from indexer.metadata.places.dateline import LONGEST_ACRONYM, weigh_dateline
from indexer.metadata.places.first_names import FIRST_NAMES
from indexer.metadata.places.mention import Mention
from indexer.metadata.places.page import Page
from indexer.metadata.places.short_names import SHORT_NAMES
from indexer.metadata.places.words import Word

# Scores were set by hand on press text; about three is near certainty either way.
AFTER_LOCATIVE = 1.7
AFTER_WEAK_LOCATIVE = 0.5
AFTER_PLACE_NOUN = 2.2
AFTER_NAMESAKE_NOUN = -1.0
BEFORE_PLACE_WORD = 0.8
HYPHENED = 1.3
UNKNOWN_CAPITAL = -1.3
UNKNOWN_CAPITAL_BY_FAMOUS = -0.8
BEFORE_SPEECH = -1.8
IN_HEADLINE = -0.4
OPENING = -0.3

# A city of so many people is heard as a city even beside an unknown name: "Action Montréal".
FAMOUS_PEOPLE = 400_000

SPACES = frozenset({" ", "\u00a0", "  "})


def weigh(page: Page, mention: Mention) -> None:
    """Judge a mention by the words around it, and write the judgement into it."""
    loud = page.loud[mention.first]
    if loud:
        mention.score += IN_HEADLINE
    elif page.opens_sentence(mention.first):
        mention.score += OPENING
    weigh_dateline(page, mention)
    if mention.where is None and (
        mention.key in say.MONTHS_AND_DAYS
        or is_acronym(page, mention, loud=bool(loud))
        or is_another_short_form(page, mention)
    ):
        mention.thing = True
    weigh_before(page, mention)
    weigh_after(page, mention)


def weigh_before(page: Page, mention: Mention) -> None:
    """Judge by the word before."""
    if mention.first == 0:
        return
    word = page.tokens[mention.first - 1]
    gap = page.gap(mention.first - 1, mention.first)
    if gap in (". ", ".") and (is_initial(word) or word.folded in say.SHORT_TITLES):
        mention.person = True
    elif gap in ("'", "’") and word.folded in ("d", "l"):
        before_of(page, mention)
    elif gap == "-" and word.folded in say.HYPHENED_BEFORE:
        mention.thing = True
    elif (
        gap == "-"
        and word.capital
        and is_unknown(page, mention.first - 1)
        and not is_famous(mention)
    ):
        mention.score += UNKNOWN_CAPITAL / 2
    elif gap in SPACES:
        after_word(page, mention, word)


def after_word(page: Page, mention: Mention, word: Word) -> None:
    """Judge "in X", "Lake X", "Mrs X", "Anna X", "Something X"."""
    if word.folded in say.LOCATIVES:
        mention.score += AFTER_LOCATIVE
        mention.reasons.append(f"after “{written(page, word)}”")
    elif word.folded in say.WEAK_LOCATIVES:
        before_of(page, mention)
    elif word.folded in (say.THING_LEADERS if word.capital else say.SMALL_THING_LEADERS):
        mention.thing = True
    elif before_a_person(page, mention, word):
        mention.person = True
    elif word.capital and not page.loud[mention.first] and is_unknown(page, mention.first - 1):
        beside_unknown(mention)


def before_a_person(page: Page, mention: Mention, word: Word) -> bool:
    """Whether a word is an initial, a title or a first name: a surname follows."""
    if is_initial(word):
        return True
    if word.folded in say.TITLES:
        return not follows_place_word(page, mention)
    return word.capital and word.folded in FIRST_NAMES and word.folded not in say.OPENERS


def is_initial(word: Word) -> bool:
    """Whether a word is one capital letter."""
    return word.capital and word.end - word.start == 1


def before_of(page: Page, mention: Mention) -> None:
    """Judge "the city of X", "to X", "d'X"."""
    if mention.first < 2:
        return
    noun, word = page.tokens[mention.first - 2 : mention.first]
    if noun.folded in say.PLACE_NOUNS and word.folded in ("of", "de", "d"):
        mention.score += AFTER_PLACE_NOUN
        mention.reasons.append(f"after “{written(page, noun)}”")
    elif noun.folded in say.NAMED_AFTER and word.folded in ("de", "du", "d"):
        mention.thing = True
    elif noun.folded in say.NAMESAKE_NOUNS and word.folded in ("of", "de", "d"):
        mention.score += AFTER_NAMESAKE_NOUN
    elif word.folded not in ("and", "et", "with", "l"):
        mention.score += AFTER_WEAK_LOCATIVE


def weigh_after(page: Page, mention: Mention) -> None:
    """Judge by the word after."""
    at = mention.last + 1
    if at >= len(page.tokens):
        return
    word, gap = page.tokens[at], page.gap(mention.last, at)
    if gap == "-" and word.folded in say.HYPHENED:
        mention.score += HYPHENED
        mention.reasons.append(f"before “-{written(page, word)}”")
    elif gap == "-" and word.capital:
        mention.score += UNKNOWN_CAPITAL / 2
    elif gap in ("'", "’") and word.folded == "s" and at + 1 < len(page.tokens):
        if page.tokens[at + 1].folded in say.CIVIC:
            before_place_word(page, mention, page.tokens[at + 1])
    elif gap in SPACES:
        before_word(page, mention, word)


def before_word(page: Page, mention: Mention, word: Word) -> None:
    """Judge "X Street", "X police", "X said", "X Something"."""
    at = mention.last + 1
    begins = word.folded in say.THING_FOLLOWERS and (word.capital or page.small)
    if begins or f"{mention.key} {word.folded}" in say.NAMESAKES:
        mention.thing = True
    elif word.folded == "city" and word.capital and not is_city_office(page, at):
        mention.thing = True  # a club: "Manchester City"; a city of that name is a longer match
    elif word.folded in say.PLACE_FOLLOWERS:
        before_place_word(page, mention, word)
    elif word.folded in say.SPEECH:
        speaks(page, mention, at)
    elif word.capital and not page.loud[mention.first]:
        before_capital(page, mention, word)


def speaks(page: Page, mention: Mention, at: int) -> None:
    """Judge "X said": a person, or the government of a country or region."""
    if larger(mention) and mention.key not in FIRST_NAMES:
        return
    mention.score += BEFORE_SPEECH
    after = page.tokens[at + 1].folded if at + 1 < len(page.tokens) else ""
    if mention.key in FIRST_NAMES and after in say.PRONOUNS:
        mention.person = True


def before_place_word(page: Page, mention: Mention, word: Word) -> None:
    """Judge "X police", "X's council"."""
    mention.score += BEFORE_PLACE_WORD
    mention.reasons.append(f"before “{written(page, word)}”")


def before_capital(page: Page, mention: Mention, word: Word) -> None:
    """Judge "Paris Hilton", "Boston Globe", "London Free Press"."""
    at = mention.last + 2
    if at < len(page.tokens) and page.gap(at - 1, at) == " " and page.tokens[at].capital:
        if page.tokens[at].folded in say.SECOND_FOLLOWERS:
            mention.thing = True
        if page.tokens[at].folded in say.PLACE_FOLLOWERS:
            return
    if word.folded in say.MONTHS_AND_DAYS or written(page, word).isupper():
        return
    if mention.key in FIRST_NAMES and mention.score < AFTER_PLACE_NOUN + OPENING:
        mention.person = True
    elif is_unknown(page, mention.last + 1):
        beside_unknown(mention)


def beside_unknown(mention: Mention) -> None:
    """A capital that is no known word of place: likely the rest of a person's name."""
    if is_famous(mention):
        mention.score += UNKNOWN_CAPITAL_BY_FAMOUS
    else:
        mention.score += UNKNOWN_CAPITAL
        mention.person = True


def is_famous(mention: Mention) -> bool:
    """Whether readers think of a place before a person: a large city, a region, a country."""
    return any(
        sense.kind != "city" or sense.population >= FAMOUS_PEOPLE for sense in mention.senses
    )


def is_unknown(page: Page, number: int) -> bool:
    """Whether a capitalised word is more than the opening of a sentence or an abbreviation."""
    word = page.tokens[number]
    if word.folded in say.OPENERS or written(page, word).isupper():
        return False
    return not (page.opens_sentence(number) and word.folded in page.lower)


def is_acronym(page: Page, mention: Mention, *, loud: bool) -> bool:
    """Whether a short word in capitals is an organisation's: "NATO", "COAS"."""
    name = page.whole[mention.start : mention.end]
    if loud or not name.isupper() or len(name) > LONGEST_ACRONYM:
        return False
    return name not in SHORT_NAMES and not mention.reasons and not larger(mention)


def is_another_short_form(page: Page, mention: Mention) -> bool:
    """Whether initials are no place's here: "300 B.C.", "N.B. The office is closed"."""
    name = page.whole[mention.start : mention.end]
    if name not in SHORT_NAMES:
        return False
    before = page.tokens[mention.first - 1].folded if mention.first else ""
    return before.isdigit() or (name == "N.B" and page.opens_sentence(mention.first))


def larger(mention: Mention) -> bool:
    """Whether the name is also a region's or country's: "USA", "UK"."""
    return any(sense.kind != "city" for sense in mention.senses)


def is_city_office(page: Page, at: int) -> bool:
    """Whether "City" here goes on: "City Council"."""
    if page.loud[at]:
        return True
    return at + 1 < len(page.tokens) and page.tokens[at + 1].folded in say.CITY_OFFICES


def follows_place_word(page: Page, mention: Mention) -> bool:
    """Whether a place's word comes after: "Mayor Hamilton council" is no title."""
    at = mention.last + 1
    return at < len(page.tokens) and page.tokens[at].folded in say.PLACE_FOLLOWERS


def written(page: Page, word: Word) -> str:
    """A word as the page writes it."""
    return page.whole[word.start : word.end]
