"""What a correction says, in words."""

from archive.corrections import Correction
from indexer.corrections import in_words
from webui.words import t


def correction_words(correction: Correction) -> str:
    """The new value as a reader is told it; its stored form is JSON."""
    return in_words(correction, none=t("none"), withdrawn=t("withdrawn: what was found holds"))
