"""Invented pages of one site: stories of their own between lines that the site repeats."""

import random

from indexer.repeats.marks import PageMarks, marks_of_lines

SITE = "alder.example"

ABOVE = (
    "The Alder Post believes that everyone on the coast deserves to know the tide and the hour.",
    "Our readers keep us afloat, and we thank each of them.",
)
BELOW = (
    "Statements made by our guests are theirs, and the paper does not answer for any of them.",
    "Imprimé sur l'île depuis 1911.",
)

VOCABULARY = (
    "council harbour teacher morning ferry bridge vote budget library clinic river street garden "
    "winter school doctor train market judge nurse village mayor engineer forest museum station "
    "court painter mairie rentrée grève hôpital quartier élèves chantier marché"
)
WORDS = VOCABULARY.split()


def paragraph(chance: random.Random, words: int = 30) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize() + "."


def story(number: int, paragraphs: int = 6) -> list[str]:
    """The own lines of a story: no other number has any of them."""
    chance = random.Random(number)
    return [f"Story {number} of the coast", *(paragraph(chance) for _ in range(paragraphs))]


def lines(own: list[str]) -> list[str]:
    """A whole page."""
    return [*ABOVE, *own, *BELOW]


def text(own: list[str]) -> str:
    return "\n\n".join(lines(own))


def marks(own: list[str], path: str | None = None) -> PageMarks:
    return marks_of_lines(lines(own), f"https://{SITE}/{path}" if path else None)


def edited(own: list[str], chance: random.Random, changes: int = 1) -> list[str]:
    """A near-copy: some paragraphs written anew, a line of its own at the end."""
    own = list(own)
    for _ in range(changes):
        own[chance.randrange(1, len(own))] = paragraph(chance)
    return [*own, f"Updated at {chance.randrange(10, 20)} hours, {chance.random():.9f}"]
