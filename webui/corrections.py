"""What a correction says, in words."""

import json

from archive.corrections import Correction
from webui.words import t


def correction_words(correction: Correction) -> str:
    """The new value as a reader is told it; its stored form is JSON."""
    return in_words(json.loads(correction.value))


def in_words(value: object) -> str:
    """A name as it is, a list of names with commas, a range from its first to its last day."""
    if isinstance(value, list):
        return ", ".join(map(in_words, value)) or t("none")
    if isinstance(value, dict):
        if "name" in value:
            return str(value["name"])
        days = dict.fromkeys(str(value.get(side) or "…") for side in ("earliest", "latest"))
        return " – ".join(days)
    return t("none") if value is None else str(value)
