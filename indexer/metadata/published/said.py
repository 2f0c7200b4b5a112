"""What the words beside a day say that it is the day of."""

import re
from typing import Literal

from indexer.metadata.plain import any_of
from indexer.metadata.published.labels import BYLINE, EVENT, PUBLISHED, UPDATED
from indexer.metadata.published.scheduled import is_scheduled

Said = Literal[
    "published", "updated", "begun", "answered", "member", "cited", "scheduled", "event", "by", ""
]

# How much of what stands before a day can be about it, in characters.
REACH = 90
NEAR = r"\b[^.!?]{0,40}$"
# Words glued to their neighbours too, where tags are gone: "Ann RoyUpdated onFebruary 3, 2017".
GLUED_UPDATED = re.compile(
    r"(?:updated?|modified|edited|mise? à jour)(?:\s+(?:on|at|le))?\W*$", re.IGNORECASE
)
GLUED_PUBLISHED = re.compile(
    r"(?:published|posted|publiée?)(?:\s+(?:on|at|le))?\W*$", re.IGNORECASE
)
AFTER_UPDATED = re.compile(
    r"^\W{0,3}(?:last )?(?:updated|edited|modified|mise? à jour)\b", re.IGNORECASE
)
# The first post of a thread, or a question.
BEGUN = re.compile(
    r"\b" + any_of("asked start(?:ed)?(?:_date)? created opened (?:thread|topic)_starter") + NEAR,
    re.IGNORECASE,
)
ANSWERED = re.compile(
    r"\b"
    + any_of(
        "answered repl(?:ied|y) commented comments? said wrote a_écrit répond\\w* réponse",
        "(?:last|latest)_(?:post|reply|comment|activity|active|seen) commentaire",
    )
    + NEAR,
    re.IGNORECASE,
)
MEMBER = re.compile(
    r"\b" + any_of("joined member_since registered registration membre_depuis inscrit\\w*") + NEAR,
    re.IGNORECASE,
)
CITED = re.compile(
    r"(?:©|\(c\)|\b"
    + any_of(
        "accessed retrieved consulté copyright as_of effective version expires valid until before",
        "after between through",
    )
    + ")"
    + NEAR,
    re.IGNORECASE,
)
FORMS: tuple[tuple[Said, re.Pattern[str]], ...] = (
    ("updated", GLUED_UPDATED),
    ("published", GLUED_PUBLISHED),
    ("updated", UPDATED),
    ("member", MEMBER),
    ("answered", ANSWERED),
    ("begun", BEGUN),
    ("published", PUBLISHED),
    ("cited", CITED),
    ("event", EVENT),
)


def said(before: str, after: str, line: str) -> Said:
    """What the words of a line, before and after a day in it, say of the day."""
    near = before[-REACH:]
    if is_scheduled(near, after):
        return "scheduled"
    if near.strip():
        for name, form in FORMS:
            if form.search(near):
                return name
    if AFTER_UPDATED.match(after) and not near.strip():
        return "updated"
    return "by" if BYLINE.match(line) else ""
