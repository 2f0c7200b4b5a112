"""What a correction says, in words."""

from archive.corrections import Correction
from indexer.corrections import in_words
from webui.words import later, t

# What the fields are called that can be corrected.
FIELDS = {
    "title": later("Title"),
    "source": later("Source"),
    "authors": later("Authors"),
    "published": later("Published"),
    "language": later("Language"),
    "places": later("Places"),
}


def correction_words(correction: Correction) -> str:
    """The new value as a reader is told it; its stored form is JSON."""
    return in_words(correction, none=t("none"), withdrawn=t("withdrawn: what was found holds"))


def field_name(field: str) -> str:
    """What a field is called; an older archive may know others."""
    return t(FIELDS[field]) if field in FIELDS else field
