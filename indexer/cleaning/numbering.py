"""Lines that a number or a letter begins: paragraphs of a law, points of an agenda, questions.

"(a) keep the books;", "2.1 Snow", "§ 3", "Art. 4.", "CHAPTER II", "Q7.", "No. 19-CV-210".
"""

import re

ITEM = re.compile(
    r"(?:\(?(?:\d{1,2}|[a-z]|[ivxlc]{1,6}|[IVXLC]{1,6}|[A-Z])\)"
    r"|(?:\d{1,3}|[a-z]|[ivxlc]{1,6}|[IVXLC]{1,6}|[A-Z])\."
    r"|\d{1,3}(?:\.\d{1,3}){1,3}\.?"
    r"|(?:§|[Aa]rt\.|[Aa]rticle|ARTICLE|[Ss]ection|SECTION|[Ss]\.) ?\d{1,4}"
    r"|(?:[Cc]hapter|CHAPTER|[Pp]art|PART|[Cc]hapitre|CHAPITRE|[Pp]artie|PARTIE|[Tt]itre|TITRE"
    r"|[Ss]ection|SECTION) [\dIVXLC]{1,6}"
    r"|[QR]\d{1,3}|[Nn]o\.? [\w-]{0,12}\d)"
    r"(?=[\s.:–-]|$)"
)
DIGITS = re.compile(r"\d+")
LETTERS = re.compile(r"[a-z]+")
CAPITALS = re.compile(r"[A-Z]+")


def item_number(text: str) -> str:
    """The number or letter that a line begins with as an item, or ""."""
    found = ITEM.match(text.lstrip()[:40])
    return found[0] if found is not None else ""


def form_of(number: str) -> str:
    """The form of an item's number: that of "(b)" is that of "(c)", but not that of "b)"."""
    return CAPITALS.sub("A", LETTERS.sub("a", DIGITS.sub("0", number)))
