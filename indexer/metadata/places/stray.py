"""Names that only a stray spelling gives: "Londn" is more likely a slip than a name of London."""

from indexer.metadata.places.choose import size
from indexer.metadata.places.lookup import lookup
from indexer.metadata.places.place import plain_place
from indexer.metadata.places.sense import Sense
from indexer.metadata.places.words import name_key

# GeoNames keeps hundreds of names a city, slips and transcriptions among them, without telling
# which. Those that people use are in `exonyms` and `short_names`, and count as the city's own.
MOST_MEANT = 2


def is_stray(key: str, senses: tuple[Sense, ...]) -> bool:
    """Whether no place of these bears the name itself, and it is one letter off their own."""
    if not senses or not all(sense.alternate for sense in senses):
        return False
    return is_one_letter_off(key, name_key(senses[0].name))


def is_one_letter_off(one: str, other: str) -> bool:
    """Whether one letter is missing, added or wrong, or two have changed places.

    >>> is_one_letter_off("londn", "london"), is_one_letter_off("wien", "vienna")
    (True, False)
    """
    begin = 0
    while begin < min(len(one), len(other)) and one[begin] == other[begin]:
        begin += 1
    end = 0
    while end < min(len(one), len(other)) - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    left, right = one[begin : len(one) - end], other[begin : len(other) - end]
    is_swapped = len(left) == 2 and left == right[::-1]
    return is_swapped or max(len(left), len(right)) == 1


def meant(key: str) -> tuple[str, ...]:
    """The labels of the best known places that a stray spelling can mean, the largest first."""
    senses = lookup(key)
    if not is_stray(key, senses):
        return ()
    own = name_key(senses[0].name)
    cities = [sense for sense in lookup(own) if not sense.alternate]
    cities.sort(key=lambda sense: -size(own, sense))
    return tuple(plain_place(sense, evidence="").label for sense in cities[:MOST_MEANT])
