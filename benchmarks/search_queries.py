"""The queries of the search benchmark: six kinds in turn, drawn from the documents by a seed."""

import random
import re
from collections import Counter

from archive.document import Document

SEED = 20_170_220

# Documents that words are drawn from.
SAMPLED = 2_000

KINDS = ("common word", "rare word", "two words", "either word", "phrase", "word NOT word")


def mixed_queries(documents: list[Document], count: int = 100) -> list[tuple[str, str]]:
    """(kind, query): as many as asked, the same ones for the same documents."""
    chance = random.Random(SEED)
    sample = chance.sample(documents, min(len(documents), SAMPLED))
    said = [re.findall(r"[a-z]{4,}", document.text.lower()) for document in sample]
    counts = Counter(word for words in said for word in sorted(set(words)))
    common = [word for word, _ in counts.most_common(60)]
    middling = [word for word, n in counts.items() if 20 <= n <= 200] or common
    rare = [word for word, n in counts.items() if n <= 3] or middling
    pairs = [" ".join(words[i : i + 2]) for words in said if len(words) > 40 for i in (5, 20)]
    draw = chance.choice
    made = {
        "common word": lambda: draw(common),
        "rare word": lambda: draw(rare),
        "two words": lambda: f"{draw(middling)} {draw(common)}",
        "either word": lambda: f"{draw(middling)} OR {draw(common)}",
        "phrase": lambda: f'"{draw(pairs)}"',
        "word NOT word": lambda: f"{draw(common)} NOT {draw(middling)}",
    }
    kinds = [KINDS[number % len(KINDS)] for number in range(count)]
    return [(kind, made[kind]()) for kind in kinds]
