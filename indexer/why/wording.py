"""What reasons say, in English: one sentence each, with {names} for what is filled in."""

from enum import StrEnum


class Because(StrEnum):
    """The kinds of reasons: short names that do not change, for programs."""

    ABSENT = "absent"
    ONLY_REMOVED = "only-removed"
    ONLY_TITLE = "only-title"
    ONLY_TEXT = "only-text"
    IN_TEXT_INSTEAD = "in-text-instead"
    OTHER_FORM = "other-form"
    OTHER_FORM_OF_WORD = "other-form-of-word"
    WRITTEN_TOGETHER = "written-together"
    WRITTEN_APART = "written-apart"
    SPELLED_LIKE = "spelled-like"
    OTHER_ORDER = "other-order"
    APART = "apart"
    WORD_ABSENT = "word-absent"
    IN_OTHER_PARTS = "in-other-parts"
    NO_WORD_FITS = "no-word-fits"
    WORDS_THAT_FIT = "words-that-fit"
    TOO_FAR = "too-far"
    WRONG_ORDER = "wrong-order"
    OVERLAP = "overlap"
    NOT_ONE_SENTENCE = "not-one-sentence"
    NOT_ONE_PARAGRAPH = "not-one-paragraph"
    NOT_ONE_CHAIN = "not-one-chain"
    THING_ABSENT = "thing-absent"
    LOOSE_TOO_FAR = "loose-too-far"
    SOURCE = "source"
    AUTHORS = "authors"
    CITIES = "cities"
    PLACES = "places"
    LANGUAGES = "languages"
    NO_SOURCE = "no-source"
    NO_AUTHORS = "no-authors"
    NO_CITIES = "no-cities"
    NO_PLACES = "no-places"
    NO_LANGUAGE = "no-language"
    PUBLISHED = "published"
    UNDATED = "undated"
    WOULD_MATCH_PERHAPS = "would-match-perhaps"
    LEFT_OUT = "left-out"
    NOT_THERE_AS_ASKED = "not-there-as-asked"
    SOME_HOLD = "some-hold"


MESSAGES: dict[Because, str] = {
    Because.ABSENT: "It does not stand on this page at all.",
    Because.ONLY_REMOVED: "It stands only among the lines that cleaning removed.",
    Because.ONLY_TITLE: "It stands in the title, which is not asked.",
    Because.ONLY_TEXT: "It stands in the text, which is not asked.",
    Because.IN_TEXT_INSTEAD: "The text says it, but no such name is known of this page.",
    Because.OTHER_FORM: "The words stand there in another form: {found}.",
    Because.OTHER_FORM_OF_WORD: "{word} is not there, but in another form: {found}.",
    Because.WRITTEN_TOGETHER: "It is written as one word there: {found}.",
    Because.WRITTEN_APART: "It is written as two words there: {found}.",
    Because.SPELLED_LIKE: "{word} is not there; spelled nearly so: {found}.",
    Because.OTHER_ORDER: "The words stand side by side there, but in another order.",
    Because.APART: "The words stand there, but apart: the nearest lie within {length} words.",
    Because.WORD_ABSENT: "{word} is not there.",
    Because.IN_OTHER_PARTS: "The words stand there, but not all in one part of the page.",
    Because.NO_WORD_FITS: "No word of the page fits.",
    Because.WORDS_THAT_FIT: "The words that fit: {found}.",
    Because.TOO_FAR: "The nearest that {first} and {second} stand is {apart} words apart; "
    "{asked} are asked at most.",
    Because.WRONG_ORDER: "{first} and {second} stand {apart} words apart, but in the other order.",
    Because.OVERLAP: "{first} and {second} are the same words here; two places are asked.",
    Because.NOT_ONE_SENTENCE: "No sentence holds both {first} (in the sentences {firsts}) and "
    "{second} (in {seconds}) of {all}.",
    Because.NOT_ONE_PARAGRAPH: "No paragraph holds both {first} (in the paragraphs {firsts}) and "
    "{second} (in {seconds}) of {all}.",
    Because.NOT_ONE_CHAIN: "Every two neighbours stand near enough somewhere, but never all of "
    "them in one place.",
    Because.THING_ABSENT: "{word} does not stand there.",
    Because.LOOSE_TOO_FAR: "The nearest that the words stand is within {apart} words of each "
    "other; {asked} are asked at most.",
    Because.SOURCE: "Its source is {found}.",
    Because.AUTHORS: "Its authors: {found}.",
    Because.CITIES: "The cities that it names: {found}.",
    Because.PLACES: "The places that it names: {found}.",
    Because.LANGUAGES: "It is in {found}.",
    Because.NO_SOURCE: "Its source is not known.",
    Because.NO_AUTHORS: "No author is known.",
    Because.NO_CITIES: "It names no city.",
    Because.NO_PLACES: "It names no place.",
    Because.NO_LANGUAGE: "Its language is not known.",
    Because.PUBLISHED: "Published {days}, found by: {evidence}.",
    Because.UNDATED: "No date was found on this page.",
    Because.WOULD_MATCH_PERHAPS: "It may be so: {typed} would match.",
    Because.LEFT_OUT: "The page has it, and is left out for that.",
    Because.NOT_THERE_AS_ASKED: "As asked, the page does not have it.",
    Because.SOME_HOLD: "{count} of {all} match.",
}
