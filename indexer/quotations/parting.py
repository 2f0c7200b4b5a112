"""The parts of a quotation that are looked for by themselves: words in quotation marks, sentences.

Tory said, “No one should be afraid.” He left.
  No one should be afraid. | Tory said, “No one should be afraid.” | He left.
"""

import re
from collections.abc import Iterator

from indexer.quotations.quoted import segments_of
from indexer.sentences import sentences

QUOTED = re.compile(r"“([^“”]+)”|«([^«»]+)»|\"([^\"]+)\"")

# Fewer words in quotation marks are a name or a turn of phrase that many pages have.
LEAST_QUOTED_WORDS = 3


def quoted_in(text: str) -> list[str]:
    """What stands in quotation marks, but not where that is the whole text; each once."""
    whole = terms(text)
    found = {terms(part): part for part in (_inner(mark).strip() for mark in QUOTED.finditer(text))}
    return [
        part for said, part in found.items() if len(said) >= LEAST_QUOTED_WORDS and said != whole
    ]


def sentences_in(text: str) -> list[str]:
    """Its sentences that have words; none where it has one only."""
    every = [text[one.start : one.end].strip() for one in sentences(text)]
    every = [one for one in every if segments_of(one)]
    return every if len(every) > 1 else []


def terms(text: str) -> tuple[str, ...]:
    """Its folded words."""
    return tuple(_terms(text))


def _terms(text: str) -> Iterator[str]:
    for segment in segments_of(text):
        yield from segment.terms


def _inner(mark: re.Match[str]) -> str:
    return next(filter(None, mark.groups()), "")
