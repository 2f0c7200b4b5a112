"""The names of people, read out of what stands in a byline."""

import re

from indexer.metadata.plain import squeeze, tidy

MAX_NAMES = 10
MAX_WORDS = 5
MAX_CHARACTERS = 60

CREDIT = re.compile(
    r"^(?:\W*)(?:(?:written|posted|published|reported|submitted|authored|words|story|text|article|contributed|created|edited)?\s*by"
    r"|words:|story:|text:|authors?\b(?:\(s\))?|(?:écrit|rédigé|publié|texte|un texte de|propos recueillis|article)?\s*par|un texte de"
    r"|texte\s*:|auteure?s?\b|auteur·e)(?=[\s:|–-]|$)[\s:|–-]*",
    re.IGNORECASE,
)
CUT = re.compile(
    r"\s*(?:[|•·@(\[<]|\s[–—-]\s|\S+@\S+|https?:|\b(?:published|posted|updated|on|publié|mis à jour|le \d|last|in)\b|,?\s*\b(?:19|20)\d\d\b|\d).*$",
    re.IGNORECASE,
)
SPLIT = re.compile(r"\s*(?:[,;/&+]|\b(?:and|et|with|avec|und)\b)\s*", re.IGNORECASE)
ROLE = re.compile(
    r"\b(?:staff|reporter|writer|editor|editors|journalist|journaliste|correspondent|correspondant\w*|columnist|chroniqueu\w+|"
    r"contributor|collaborat\w+|rédact\w+|author|director|manager|president|founder|ceo|phd|ph\.d|md|rd|mba|msc?|ma|cfp|cpa|jr"
    r"|senior|chief|specialist|expert|producer|photograph\w+|bureau|team|équipe|admin|administrator|webmaster|user|guest"
    r"|editorial|unknown|anonymous|anonyme|super|reviewed|updated|posted|published|read|share|follow|view|more|about"
    r"|comments?|home|menu|login|date|time|minutes?|category|categories|tags?)\b",
    re.IGNORECASE,
)
ORGANISATION = re.compile(
    r"\b(?:news|press|presse|times|post|star|globe|radio|cbc|ctv|tv|media|médias?|magazine|journal|gazette|herald|tribune|network|réseau"
    r"|association|society|société|council|conseil|committee|comité|coalition|foundation|fondation|institute|institut"
    r"|university|université|college|collège|school|école|city|ville|government|gouvernement|ministry|ministère|department"
    r"|ministère|agency|agence|inc|ltd|llc|ltée|corp|group|groupe|company|services?|centre|center|union|syndicat|party|parti"
    r"|police|office|bureau|board|watch|international|canada|canadian|canadienne?|reuters|afp|staff|team|contributors|the)\b",
    re.IGNORECASE,
)
PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "des",
        "del",
        "della",
        "der",
        "den",
        "di",
        "el",
        "la",
        "le",
        "les",
        "van",
        "von",
        "bin",
        "ben",
        "al",
        "ibn",
        "y",
        "e",
        "ter",
        "ten",
        "st",
    ]
)
WORD = re.compile(r"^(?:[^\W\d_]\.?|[^\W\d_][^\W\d_.’'-]*(?:[’'.-][^\W\d_]*)*)$")


def people(text: str, *, one_word: bool = False) -> tuple[str, ...]:
    """The people that a byline names, credits, roles, dates and addresses gone.

    one_word: whether a single word can be a name, as where the markup says that it is one

    >>> people("By JANE DOE and Luc de la Tour, Staff Reporters | Feb. 3, 2017")
    ('Jane Doe', 'Luc de la Tour')
    """
    text = CUT.sub("", CREDIT.sub("", tidy(text)))
    found: dict[str, str] = {}
    for part in SPLIT.split(text):
        name = part.strip(" .,:;-–—*\"“”'’")
        if is_person(name, one_word=one_word):
            found.setdefault(squeeze(name), normal_case(name))
    return tuple(found.values())[:MAX_NAMES]


def is_person(name: str, *, one_word: bool = False) -> bool:
    """Whether the words have the shape of a person's name: capitals, particles, no institution."""
    words = name.split()
    if not (1 if one_word else 2) <= len(words) <= MAX_WORDS or len(name) > MAX_CHARACTERS:
        return False
    if ROLE.search(name) or ORGANISATION.search(name) or len(squeeze(name)) < 3:
        return False
    return (
        all(WORD.match(word) and (word[0].isupper() or word.lower() in PARTICLES) for word in words)
        and words[-1][0].isupper()
    )


def normal_case(name: str) -> str:
    """A name in capitals in the usual case; any other as it is written."""
    if not name.isupper() or len(squeeze(name)) < 5:
        return name
    words = [w.lower() if w.lower() in PARTICLES else _capital(w) for w in name.split()]
    return " ".join(words)


def _capital(word: str) -> str:
    return "".join(p.capitalize() for p in re.split(r"([-’'.])", word))
