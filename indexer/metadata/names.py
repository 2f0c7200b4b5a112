"""The names of people, read out of what stands in a byline."""

import re

from indexer.metadata.places.first_names import FIRST_NAMES
from indexer.metadata.plain import any_of, squeeze, tidy

MAX_NAMES = 10
MAX_WORDS = 5
MAX_CHARACTERS = 60

# What stands before a credited name. "ByAnn Roy" is what flattening leaves of "By <a>Ann Roy</a>".
CREDIT_EN = r"(?:(?:written|posted|published|reported|submitted|authored|words|story|text)\s+)?by"
CREDIT_FR = r"(?:(?:écrit|rédigé|publié|texte|propos recueillis|article)\s+)?par|un texte de"
CREDIT_LABEL = r"(?:words|story|text|texte)(?=\s*:)|authors?(?:\(s\))?|auteure?s?|auteur·e"
CREDIT = re.compile(
    rf"^\W*(?:(?-i:By)(?=[A-ZÀ-Ý][a-zà-ÿ])"
    rf"|(?:{CREDIT_EN}|{CREDIT_FR}|{CREDIT_LABEL})(?=[\s:|–-]|$))[\s:|–-]*",
    re.IGNORECASE,
)

# Where a byline's names end: at a mark, an address, a date, a word of publishing.
CUT = re.compile(
    r"\s*(?:[|•·@(\[<]|\s[–—-]\s|\S+@\S+|https?:|\d"
    r"|(?:\b|(?-i:(?<=[a-z])(?=[A-Z])))(?:published|posted|updated)\b"
    r"|\b(?:on|last|in|at\s+\d|à\s+\d|publié|mis à jour)\b).*$",
    re.IGNORECASE,
)
SPLIT = re.compile(r"\s*(?:[,;/&+]|\b(?:and|et|with|avec)\b)\s*", re.IGNORECASE)


# Words of a byline that are a person's trade, or that belong to the furniture beside it.
ROLE = re.compile(
    r"\b"
    + any_of(
        r"staff reporter writer editors? journalist journaliste correspondent correspondant\w*",
        r"columnist chroniqueu\w+ contributor collaborat\w+ rédact\w+ author director manager",
        r"president founder ceo phd ph\.d md rd mba msc? ma cfp cpa jr senior chief specialist",
        r"expert",
        r"producer photograph\w+ bureau équipe admin administrator webmaster user guest editorial",
        "unknown anonymous anonyme reviewed updated posted published read share follow view",
        "more about",
        "comments? home menu login date time minutes? category categories tags? policy terms",
        "privacy",
        "use case event subscribe workshop rally agenda",
        "compte rendu atelier rassemblement nouvelles actualités",
    )
    + r"\b",
    re.IGNORECASE,
)
# Words of institutions: a name that holds one is no person's.
ORGANISATION = re.compile(
    r"\b"
    + any_of(
        "news press presse times post star globe radio cbc ctv tv media médias? magazine journal",
        "gazette herald tribune network réseau association society société council conseil",
        "committee",
        "comité coalition foundation fondation institute institut university université college",
        "collège school école city ville government gouvernement ministry ministère",
        "department agency",
        "agence inc ltd llc ltée corp group groupe company services? centre center union",
        "syndicat party",
        "parti police office board watch international canada canadian canadienne? reuters",
        "afp team the",
    )
    + r"\b",
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
        if is_person(name, one_word=one_word) and not is_nobody(name):
            found.setdefault(squeeze(name), normal_case(name))
    return tuple(found.values())[:MAX_NAMES]


INSTITUTION_WORDS = 3
SMALL_WORD = re.compile(r"of|the|and|for|on|in|de|du|des|la|le|les|et|pour|à|au|aux", re.IGNORECASE)


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


# Who is credited where nobody is: never an author.
NOBODY = re.compile(
    r"^(?:the\s+)?(?:web\s*)?(?:"
    + any_of(
        "staff admin administrat\\w+ editors? editorial user guest unknown anonymous anonyme null",
        "none undefined default root test webmaster author auteur site website support info press",
        "contact members? login register home search share follow deleted moderator invité",
        "rédaction équipe système system wordpress wpadmin na",
        "messages? subject sujet topic réponses",
    )
    + r")(?:\s+(?:team|staff|writers?|reports?|desk|list|in|account))?\W*$",
    re.IGNORECASE,
)
HANDLE = re.compile(r"[^\W_][\w.’'-]{1,38}\w")


def is_nobody(name: str) -> bool:
    """Whether a credit names nobody: "admin", "Staff", "the editors"."""
    return NOBODY.match(name) is not None


def is_handle(name: str) -> bool:
    """Whether one word can be the name by which a person is known on a site: "ann_roy82"."""
    if not HANDLE.fullmatch(name) or is_nobody(name) or name.isdigit():
        return False
    return not re.search(r"\.(?:com|org|net|html?|php|jpe?g|png)$", name, re.IGNORECASE)


def starts_as_person(name: str) -> bool:
    """Whether its first word is a known first name, and more follows."""
    first, _, rest = name.partition(" ")
    return bool(rest) and squeeze(first.split("-")[0]) in FIRST_NAMES


def normal_case(name: str) -> str:
    """A name in capitals in the usual case; any other as it is written."""
    if not name.isupper() or len(squeeze(name)) < 5:
        return name
    words = [w.lower() if w.lower() in PARTICLES else _capital(w) for w in name.split()]
    return " ".join(words)


def institution_case(name: str) -> str:
    """A long name in capitals as it is spelt elsewhere: "CITY HALL WATCH" is "City Hall Watch".

    One or two words stay, as they may be letters: "CBC NEWS".
    """
    words = name.split()
    if not name.isupper() or len(words) < INSTITUTION_WORDS:
        return name
    first, *rest = words
    small = [w.lower() if SMALL_WORD.fullmatch(w) else _capital(w) for w in rest]
    return " ".join([_capital(first), *small])


def _capital(word: str) -> str:
    return "".join(p.capitalize() for p in re.split(r"([-’'.])", word))
