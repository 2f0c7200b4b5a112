"""How many forms of one French word share a stem, how many other words do, and what that finds.

    python -m benchmarks.french LEXICON

Three ways to stem are compared: folded words given to Snowball (Fonds until analysis version 2),
words as written given to Snowball and folded after, and Fonds as it is. What the lexicon is, and
where it comes from, `benchmarks/french_words.py` tells. Two forms that differ in accents alone are
one word to every searcher and are not counted. "Other words" are pairs that no lemma joins; most of
them are kin, which Snowball joins on purpose ("utiliser", « utilisation »).
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import Stemmer

from benchmarks.corpora import CORPORA
from benchmarks.french_words import NAMING, Lexicon, french_pages, read_lexicon
from indexer.analysis import fold, stem

CORPORA_WITH_FRENCH = ("gov_blogs", "open_sample", "policy_docs")
SHOWN_WORDS = 12

Stem = Callable[[str], str]
Pages = Sequence[frozenset[str]]
SNOWBALL = Stemmer.Stemmer("french")
WAYS: dict[str, Stem] = {
    "folded, to Snowball": lambda word: str(SNOWBALL.stemWord(fold(word))),
    "as written, to Snowball": lambda word: fold(SNOWBALL.stemWord(word)),
    "Fonds": lambda word: stem(fold(word), "fr"),
}


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    def __str__(self) -> str:
        return f"{self.part:,} of {self.whole:,} ({self.part / max(1, self.whole):.1%})"


@dataclass(frozen=True, slots=True)
class Finding:
    """What looking for each word once finds, summed over the words.

    found: of the pages with a form of the word, those that its stem finds
    right: of the pages that its stem finds, those with a form of the word
    """

    found: Share
    right: Share


def main() -> None:
    """Measure, or say what is not here."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("lexicon", type=Path, help="lefff-3.4.mlex")
    options = asked.parse_args()
    absent = [path for path in (CORPORA, options.lexicon) if not path.exists()]
    if absent:
        print(f"Skipped: {absent[0]} is not here.")
        return
    lexicon = read_lexicon(options.lexicon)
    pages = list(french_pages(CORPORA_WITH_FRENCH))
    written = sorted(frozenset().union(*pages))
    known = [word for word in written if word in lexicon.lemmas and len(word) > 1]
    print(f"{len(pages):,} pages, {len(written):,} words, {len(known):,} of them in the lexicon")
    show_forms(known, lexicon)
    show_pages(known, lexicon, pages)
    show_unseen(frozenset(written), lexicon)
    show_one_folding(known)


def show_forms(known: Sequence[str], lexicon: Lexicon) -> None:
    """How many pairs share a stem: forms of one word, and others."""
    same = pairs(lexicon.forms(known).values())
    print("\nPairs of words of these pages that share a stem")
    for way, stemmed in WAYS.items():
        joined = pairs(by_stem(known, stemmed).values())
        others = sum(not lexicon.lemmas[one] & lexicon.lemmas[other] for one, other in joined)
        print(f"  {way:25} forms of one word {Share(len(same & joined), len(same))}", end="")
        print(f", other words {others:,}")


def show_pages(known: Sequence[str], lexicon: Lexicon, pages: Pages) -> None:
    """What each word finds, and what the masculine singular of a participle in -é misses."""
    print("\nPages found by each word")
    for way, stemmed in WAYS.items():
        all_words = finding(known, known, lexicon, stemmed, pages)
        masculine = [word for word in known if is_participle_in_e(word, lexicon)]
        missed = finding(masculine, known, lexicon, stemmed, pages, in_e=True).found
        print(f"  {way:25} {all_words.found}, right {all_words.right}")
        print(f"  {'':25} participles in -é by the masculine singular: {missed}")


def show_unseen(seen: frozenset[str], lexicon: Lexicon) -> None:
    """The same on the words of the lexicon that no page has: no rule was sought on them."""
    unseen = [word for word in lexicon.lemmas if word not in seen]
    named = (forms for lemma, forms in lexicon.forms(unseen).items() if lemma.category == NAMING)
    participles = ([*(forms - seen)] for forms in lexicon.participles.values())
    sets = {"nouns and adjectives": pairs(named), "past participles": pairs(participles)}
    print("\nForms of one word that share a stem, of the words that no page has")
    for way, stemmed in WAYS.items():
        shares = {name: met(same, stemmed) for name, same in sets.items()}
        print(f"  {way:25} " + ", ".join(f"{name} {share}" for name, share in shares.items()))


def show_one_folding(known: Sequence[str]) -> None:
    """Which words that differ in accents alone Snowball would part, were they given as written."""
    ways: dict[str, set[str]] = defaultdict(set)
    for word in known:
        ways[fold(word)].add(word)
    several = [words for words in ways.values() if len(words) > 1]
    stemmed = WAYS["as written, to Snowball"]
    parted = [sorted(words) for words in several if len({stemmed(word) for word in words}) > 1]
    print(
        f"\nWords that differ in accents alone: Snowball parts {Share(len(parted), len(several))}"
    )
    print("  " + ", ".join("/".join(words) for words in parted[:SHOWN_WORDS]))


def pairs(groups: Iterable[Collection[str]]) -> set[tuple[str, str]]:
    """Each two words of a group that differ in more than accents, in order.

    >>> pairs([["élu", "elu", "élus"]]) == {("élu", "élus"), ("elu", "élus")}
    True
    """
    return {
        (one, other)
        for group in groups
        for one, other in combinations(sorted(set(group), key=lambda word: (fold(word), word)), 2)
        if fold(one) != fold(other)
    }


def by_stem(words: Iterable[str], stemmed: Stem) -> dict[str, list[str]]:
    """Words by their stems."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        found[stemmed(word)].append(word)
    return found


def met(same: set[tuple[str, str]], stemmed: Stem) -> Share:
    """How many of these pairs share a stem."""
    return Share(sum(stemmed(one) == stemmed(other) for one, other in same), len(same))


def is_participle_in_e(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a masculine participle in -é."""
    return word.endswith("é") and any(
        word in lexicon.participles.get(lemma.name, ()) for lemma in lexicon.lemmas[word]
    )


def finding(
    asked: Sequence[str],
    known: Sequence[str],
    lexicon: Lexicon,
    stemmed: Stem,
    pages: Pages,
    *,
    in_e: bool = False,
) -> Finding:
    """What looking for each of the words finds.

    in_e: whether only forms that end as participles in -é do are counted
    """
    holding = pages_holding(pages)
    of_stem, of_lemma = by_stem(known, stemmed), lexicon.forms(known)
    wanted = found = both = 0
    for word in asked:
        forms = {form for lemma in lexicon.lemmas[word] for form in of_lemma[lemma]}
        if in_e:
            forms = {form for form in forms if is_form_in_e(form)}
        meant = set().union(*(holding[form] for form in forms))
        by_it = set().union(*(holding[form] for form in of_stem[stemmed(word)]))
        wanted, found, both = wanted + len(meant), found + len(by_it), both + len(meant & by_it)
    return Finding(Share(both, wanted), Share(both, found))


def is_form_in_e(word: str) -> bool:
    """Whether a word ends as the participles in -é do."""
    return word.endswith(("é", "ée", "és", "ées"))


def pages_holding(pages: Pages) -> Mapping[str, set[int]]:
    """The numbers of the pages with each word."""
    holding: dict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(pages):
        for word in words:
            holding[word].add(number)
    return holding


if __name__ == "__main__":
    main()
