"""The words that class names and ids are made of."""

import re
from functools import lru_cache

CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
NOT_WORD = re.compile(r"[^a-z]+")
MAX_CLASS_CHARS = 200


@lru_cache(maxsize=20_000)
def words_of(class_name: str) -> tuple[str, ...]:
    """The words that class names and ids are made of, each once.

    >>> words_of("entryTitle post-123")
    ('entry', 'title', 'post')
    """
    named = class_name[:MAX_CLASS_CHARS]
    broken = named if named.islower() else CAMEL.sub("-", named).lower()
    return tuple(word for word in dict.fromkeys(NOT_WORD.split(broken)) if len(word) > 1)
