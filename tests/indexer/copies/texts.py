"""Invented stories: as two papers print them, and notices of one form, in English and French."""

import random
from dataclasses import replace

from archive import Archive
from archive.capture import Capture
from archive.document import Document
from indexer.copies.keeping import Groups
from indexer.copies.likeness import Likeness, likeness
from indexer.copies.phrases import phrases_of
from indexer.pipeline import group_of, prepare

VOCABULARY = {
    "en": "harbour council ferry teacher bridge budget clinic river garden winter doctor train "
    "market judge nurse village mayor engineer forest museum station painter library street pilot "
    "said that the a of to in and with for on from had were would after before because its their",
    "fr": "port conseil traversier école pont budget clinique rivière jardin hiver médecin train "
    "juge infirmière village maire forêt musée gare peintre bibliothèque rue pilote île quartier "
    "que la le les des une du au dans pour sur avec après avant puis car leur ses était serait",
}
ENGLISH, FRENCH = (said.split() for said in VOCABULARY.values())


def sentence(chance: random.Random, words: list[str]) -> str:
    said = [chance.choice(words) for _ in range(chance.randrange(8, 20))]
    return " ".join(said).capitalize() + "."


def story(number: int, sentences: int = 24, words: list[str] = ENGLISH) -> list[str]:
    """The sentences of a story: no other number has any of them."""
    chance = random.Random(f"story {number}")
    return [sentence(chance, words) for _ in range(sentences)]


def alike(one: str, other: str) -> Likeness:
    return likeness(phrases_of(one), phrases_of(other))


def page(number: int | str, text: str) -> Capture:
    """A page at an address of its own; the same number is the same address."""
    return Capture(
        text.encode(), "text/plain", f"https://paper.example/{number}", None, f"{number}.txt"
    )


def take(archive: Archive, run: int, pages: list[Capture]) -> None:
    """Take pages in as they are, nothing cleaned away, and make groups."""
    with archive.batch():
        for one in pages:
            archive.add(run, one, document(one))
        Groups(archive).update()


def document(one: Capture) -> Document:
    """The document of a page, with all its text."""
    made = prepare(one)
    assert isinstance(made, Document)
    text = one.body.decode()
    return replace(made, text=text, group=group_of(text))


def groups(archive: Archive) -> set[frozenset[str]]:
    """The groups of an archive's documents by their addresses, as every reader would get them."""
    found: dict[str | None, set[str]] = {}
    for _, one in archive.scan():
        found.setdefault(one.group or one.id, set()).add(one.url.rsplit("/", 1)[1])
    return {frozenset(each) for each in found.values()}
