"""What was quoted: its words in order, in segments where words are said to be left out.

“We [the council] agreed … to close the shelter.”
  we the council agreed | to close the shelter
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.analysis import Token, words

# Dots or an ellipsis say that words are left out, in brackets or without.
LEFT_OUT = re.compile(r"[\[(]\s*(?:…|\.(?:\s?\.){2,})\s*[\])]|…|\.(?:\s?\.){2,}")
# What an editor puts into a quotation, and nobody said.
REMARK = re.compile(r"[\[(]\s*sic\s*[!.]?\s*[\])]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that are said to stand next to each other; their places are in the quotation."""

    tokens: tuple[Token, ...]

    @property
    def terms(self) -> tuple[str, ...]:
        """The folded words."""
        return tuple(token.term for token in self.tokens)


def segments_of(quotation: str) -> tuple[Segment, ...]:
    """The segments of a quotation that have words; none where it has no word."""
    bare = REMARK.sub(lambda remark: " " * len(remark.group()), quotation)
    return tuple(Segment(tokens) for tokens in _parts(bare) if tokens)


def _parts(text: str) -> Iterator[tuple[Token, ...]]:
    gaps = [(found.start(), found.end()) for found in LEFT_OUT.finditer(text)]
    for (_, start), (end, _) in pairwise([(0, 0), *gaps, (len(text), len(text))]):
        part = words(text[start:end])
        yield tuple(Token(term, start + first, start + last) for term, first, last in part)


def letters(terms: Sequence[str]) -> str:
    """Words without the spaces between them, so that "co-operate" is "cooperate".

    Numbers stay apart: "10.00" is not "1000".
    """
    return "".join(
        f"{before} " if before[-1].isdigit() and after[0].isdigit() else before
        for before, after in pairwise((*terms, "x"))
    )
