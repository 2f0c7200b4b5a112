"""Finished English sentences of Fonds, put into another language."""

from dataclasses import dataclass

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence as a reader is told it.

    text:     the sentence
    language: ISO 639-1 code of the language that it is in: "en" where the book does not know it
    """

    text: str
    language: str

    def __str__(self) -> str:
        """The sentence alone."""
        return self.text


def said(sentence: str, code: str) -> Said:
    """A sentence that Fonds made, in the language of that code, else as it is, in English.

    sentence: a reason, a mend, the name of a finder, a flag, a note: whole, as stored or raised
    code:     ISO 639-1, e.g. "fr"
    """
    return Said(sentence, ENGLISH)
