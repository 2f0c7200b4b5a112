"""Words as numbers: a hash of each, and which are the small words of running text."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint32]
Flags = npt.NDArray[np.bool_]

# A word's hash looks at this many of its letters.
MAX_LETTERS = 24
FACTOR = 0x9E3779B1  # Knuth's multiplicative hashing
INVERSE = pow(FACTOR, -1, 1 << 32)
# Powers of these are kept for texts of at least so many characters: more than most pages have.
MIN_POWERS = 1 << 16
SMALL_WORD_BITS = 18

# The commonest words of running text, which menus and buttons seldom have.
SMALL_WORDS = {
    "en": "the a an of to and in that is was for it with as his on be at by had not are but "
    "from or have they which one you were her all she there would their we him been has "
    "when who will more if no out so said what up its about into than them can only other "
    "new some could these two may then do first any my now such like our over me even "
    "most made after also did many before must through where much your how because this "
    "those being very while during between however",
    "fr": "le la les un une des du de et à a au aux en dans que qui est il elle ils elles on "
    "nous vous je ne pas pour par sur avec ce cette ces se sa son ses leur leurs mais ou "
    "où plus sont été être avait ont était comme tout tous toutes même aussi sans sous "
    "après dont entre si peut fait deux lui encore alors lors selon depuis très y d l qu "
    "n s c j",
    "es": "el la los las un una unos de del y a al en que es se no por con su sus para como más "
    "pero le les lo ha han fue son está este esta estos entre cuando muy sin sobre "
    "también me hasta hay donde quien desde todo nos durante todos uno ni contra otros "
    "ese eso ante ellos si ya porque era",
    "de": "der die das den dem des ein eine einen einem einer eines und in zu ist nicht von mit "
    "sich auf für als auch es an er hat aus bei sind noch nach wie wird war werden im am "
    "um so wenn nur oder aber vor zur bis mehr durch man sein wurde sei dass ich sie wir "
    "haben kann über diese unter",
    "it": "il lo la i gli le un uno una di del della dei delle e è a al alla in nel nella che "
    "non per con su si da dal come più ma sono anche ha hanno questo questa ci se o era "
    "quando dopo tra essere",
    "pt": "o a os as um uma de do da dos das e em no na nos nas que é não por para com se como "
    "mais mas foi ao aos ele ela seu sua ou quando muito já eu também só pelo pela até "
    "isso entre era são",
    "nl": "de het een en van in is dat op te zijn voor met die niet aan er om ook als dan maar "
    "bij uit nog door over wordt worden naar heeft hebben had was ze hij wij je deze dit "
    "kan meer werd tot of",
    "sv": "och i att det som en på är av för med den till inte om ett han men var jag hade de "
    "så vi har kan nu eller efter vid under från ut också blev skulle när",
    "da": "og i at det er en til på som for med den af de ikke der var et jeg han har men om vi "
    "fra ved så kan nu eller blev efter også når",
    "pl": "i w na z do że się nie to jest o jak ale po co tak za od jego by dla oraz przez są "
    "był było tym być może już które który",
    "ru": "и в не на что я с он а как это по к но из у за от о для так же все его было был бы "
    "при или мы они который только уже",
    "fi": "ja on ei että se oli hän ovat mutta kun myös sen joka ole kuin olla niin tai jos",
    "cs": "a se v na je že o s z do i to k ve pro za by ale jsou po jako které jeho když aby",
    "tr": "ve bir bu da de için ile olarak daha gibi çok olan en ne kadar sonra ancak ama",
    "id": "yang dan di dengan untuk tidak ini dari dalam akan pada juga ke karena adalah itu oleh",
}


def powers(factor: int, count: int) -> Hashes:
    """At least so many powers of an odd number, from the first on."""
    return powers_until(factor, max(MIN_POWERS, 1 << count.bit_length()))


@lru_cache(maxsize=4)
def powers_until(factor: int, count: int) -> Hashes:
    """Its first `count` powers."""
    return np.cumprod(np.full(count, factor, np.uint32), dtype=np.uint32)


def mixed(hashes: Hashes) -> Hashes:
    """Hashes with their bits well spread."""
    hashes = (hashes ^ (hashes >> np.uint32(15))) * np.uint32(0x2C1B3C6D)
    hashes = (hashes ^ (hashes >> np.uint32(12))) * np.uint32(0x297A2D39)
    return hashes ^ (hashes >> np.uint32(15))


def hash_words(
    codes: npt.NDArray[np.uint32], starts: npt.NDArray[np.intp], ends: npt.NDArray[np.intp]
) -> Hashes:
    """A hash of each word, given where words start and end in the codes of a text.

    Each letter counts times the power of FACTOR for its place in the word. That is found from
    running sums over the whole text, which count places from the text's beginning, by dividing:
    modulo 2^32 every odd number has an inverse.
    """
    if not starts.size:
        return np.zeros(0, np.uint32)
    letters = codes + np.uint32(1)
    letters *= powers(FACTOR, letters.size)[: letters.size]
    sums = np.zeros(letters.size + 1, np.uint32)
    np.cumsum(letters, dtype=np.uint32, out=sums[1:])
    word = sums[np.minimum(ends, starts + MAX_LETTERS)] - sums[starts]
    return mixed(word * powers(INVERSE, letters.size)[starts] * np.uint32(FACTOR))


@cache
def small_words() -> Flags:
    """Which hashes are small words, by their first SMALL_WORD_BITS bits."""
    table = np.zeros(1 << SMALL_WORD_BITS, np.bool_)
    every = sorted({word for words in SMALL_WORDS.values() for word in words.split()})
    text = " ".join(every)
    codes = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    ends = np.append(np.flatnonzero(codes == ord(" ")), codes.size)
    starts = np.append(0, ends[:-1] + 1)
    table[hash_words(codes, starts, ends) >> np.uint32(32 - SMALL_WORD_BITS)] = True
    return table


@dataclass(frozen=True, slots=True)
class Scores:
    """How much words speak for text (above 0) or furniture, by the first bits of their hash.

    words:   of a line's words; a power of two of them
    classes: of the words in class names and ids of a line's own element
    around:  of the words in the names of all elements around a line
    pairs:   of words that stand side by side in short lines, or at an end of one
    """

    words: npt.NDArray[np.float32]
    classes: npt.NDArray[np.float32]
    around: npt.NDArray[np.float32]
    pairs: npt.NDArray[np.float32]

    @property
    def word_shift(self) -> np.uint32:
        """How far a hash is shifted to find its word's score."""
        return np.uint32(33 - len(self.words).bit_length())

    @property
    def class_shift(self) -> np.uint32:
        """How far a hash is shifted to find a class word's score."""
        return np.uint32(33 - len(self.classes).bit_length())

    @property
    def around_shift(self) -> np.uint32:
        """How far a hash is shifted to find the score of a word around a line."""
        return np.uint32(33 - len(self.around).bit_length())

    @property
    def pair_shift(self) -> np.uint32:
        """How far a hash is shifted to find the score of a pair of words."""
        return np.uint32(33 - len(self.pairs).bit_length())


def hash_names(names: Sequence[str]) -> Hashes:
    """A hash of each of a few words."""
    if not names:
        return np.zeros(0, np.uint32)
    codes = np.frombuffer(" ".join(names).encode("utf-32-le"), np.uint32)
    ends = np.append(np.flatnonzero(codes == ord(" ")), codes.size)
    return hash_words(codes, np.append(0, ends[:-1] + 1), ends)
