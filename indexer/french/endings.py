"""Endings of folded French words, spelled as Snowball needs them, so that forms of a word meet.

    refugiee  refugies      refugié      the é that folding took
    prevus                  prevu        a plural that Snowball takes for a word of its own
    fini  finit  finissent  finié        a verb in -ir, whose forms all get the i that "finie" has

Snowball keeps its part: what it makes of the spelled word is the stem. The rules were sought on
pairs of forms of one word (docs/ranking.md tells how many meet); none makes a word from nothing,
so what they miss is left as Snowball has it.
"""

import re
from typing import NamedTuple

# The longest sound that a rule asks for before an ending; more is not looked at.
LOOKED_AT_CHARACTERS = 12

CONSONANT = "[^aeiouy]"
FUTURE = "ra ras rai rez rons ront rait rais raient rions riez"
FUTURE_IN_I = " ".join(f"i{ending}" for ending in FUTURE.split())


class Ending(NamedTuple):
    """What a word that ends so is spelled as.

    before:  what must stand before the ending
    endings: the endings, folded
    spelled: what Snowball gets instead
    """

    before: re.Pattern[str]
    endings: tuple[str, ...]
    spelled: str


def _rule(before: str, endings: str, spelled: str) -> Ending:
    return Ending(re.compile(f"(?:{before})$"), tuple(endings.split()), spelled)


# The first that fits counts.
ENDINGS = (
    _rule(".", "iere ieres", "ière"),
    _rule(".y", "e es", "é"),
    # Verbs that look like adjectives in -ique and -ive: "communiqué", "désactivé"
    _rule(
        "(?:commun|revend|diagnost|pronost|sophist|intox)iqu|(?:^(?:des|re)?act|cult|mot)iv",
        "e es ent ons", "é",
    ),
    # Participles in -is, -ise
    _rule(
        "(?:^|per|com|^re|sou|trans|ad|pro|^o|^e)m|pr|qu|^prec|conc|ass", "is", "ise"
    ),
    # Verbs in -ir whose present has no i: "partir, part", "servir, sert"
    _rule(
        "part|sort|sent|serv|dorm|suiv|ueill", f"i ie ies is it ir irs {FUTURE_IN_I}", "e"
    ),
    # Adjectives, participles, nouns and verbs in i
    _rule(f".{CONSONANT}", "i ie ies is", "ié"),
    _rule(".(?:n|[bp]l|is|ss|[nr]t|ch|g|ll|nd|rr|aud)|sub|about", "it its", "ié"),
    _rule(f".{CONSONANT}|..u", "it its", "ite"),
    # Verbs in -uire and -crire
    _rule(
        "[dt]u|tru",
        f"ire is isant isants isent ise ises isait isaient isez isons {FUTURE_IN_I}", "ite",
    ),
    _rule("cr", f"ire ivant ivent ivait ivaient ivez ivons ive {FUTURE_IN_I}", "ite"),
    # Other verbs in -ir, but for those that go like "offrir", "venir", "courir" and "acquérir"
    _rule(
        f".{CONSONANT}(?<!fr)(?<!vr)(?<!en)(?<!our)(?<!quer)", f"ir irs {FUTURE_IN_I}", "ié"
    ),
    _rule(
        f".{CONSONANT}(?<!gl)",
        "issant issants issante issantes issent issait issaient issais isse isses issons issez "
        "issiez issement issements",
        "ié",
    ),
    # Nouns in -ion, whose plural looks like a verb's
    _rule("..iss|x|[ei]g|n", "ions", "ion"),
    # Verbs in -ier: "étudient", "modifiez"
    _rule("f|[bp]l|..[ial]l|tud", "ient", "ié"),
    _rule("f|tud|[bp]l|ssoc", "ions iez", "ié"),
    # "dépasse" is no past subjunctive
    _rule(".", "asse asses assent", "assé"),
    _rule(".[cdst]", "if ifs", "ive"),
    # Participles in -us, -use; in -u of verbs in -re; in -u
    _rule(".f|(?:^|.)ab|incl|recl", "us", "use"),
    _rule("[^cg]end|.ond|.erd|batt", f"re u ue us ues {FUTURE}", "e"),
    _rule("mett|uiv", f"re {FUTURE}", "e"),
    _rule(f".{CONSONANT}", "us", "u"),
    _rule("...[^iv]", "ers", "er"),
    # Nouns: "photos", "portraits", "directrice", "chercheuse"
    _rule("..(?:[bcdefghimnrtv]|(?<!c)l)", "os", "o"),
    _rule("(?:par|for|satis)f|(?:por|re|ex|sous|abs|dis|at)tr|souh", "ait aits", "aite"),
    _rule(".", "trice trices", "teur"),
    _rule("ch|pp|vaill|[ae]nd|ns|hant|mp", "euse euses", "eur"),
    # The plural of verbs, after sounds that hardly any noun or adjective in -ent and -on has
    _rule(
        "..(?:ss|[aiou]s|ch|nn|[iars]qu|voqu|[ao]y|tt|nt|rt|st|ct|pt|it|[btn]u|[nr]c|[nr]d|[iaor]v"
        "|oiv|[eo]uv|[iuo]r|[dtvfb]r|[bpl]l|[ao]g|ng|rn|rm)",
        "ent", "e",
    ),
    _rule(
        "..(?:qu|ev|ouv|vr|fr|tt|erch|[no]s|nd|[pc]t|nn|[lnmt]is|[bt]u|ait|pp|rv|oy)", "ons", "e"
    ),
    _rule("[an]g", "eons", "e"),
)  # fmt: skip


def _by_ending() -> dict[str, tuple[tuple[int, Ending], ...]]:
    """The rules of each ending, with their places in the table."""
    found: dict[str, list[tuple[int, Ending]]] = {}
    for place, rule in enumerate(ENDINGS):
        for ending in rule.endings:
            found.setdefault(ending, []).append((place, rule))
    return {ending: tuple(rules) for ending, rules in found.items()}


BY_ENDING = _by_ending()
LENGTHS = sorted({len(ending) for ending in BY_ENDING})


def spelled(term: str) -> str:
    """A folded word as Snowball shall read it.

    >>> spelled("refugiees"), spelled("prevus"), spelled("maison")
    ('refugié', 'prevu', 'maison')
    """
    term = _masculine(term)
    met = [
        (place, length, rule)
        for length in LENGTHS
        for place, rule in BY_ENDING.get(term[-length:], ())
    ]
    for _, length, rule in sorted(met):
        root = term[:-length]
        if rule.before.search(root[-LOOKED_AT_CHARACTERS:]):
            return root + rule.spelled
    return term


def _masculine(term: str) -> str:
    """A participle in -ée, -ées as its masculine is folded, which ends like any word in -e."""
    while term.endswith(("ee", "ees")):
        term = term.removesuffix("s")[:-1]
    return term
