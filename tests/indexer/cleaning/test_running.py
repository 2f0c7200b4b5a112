"""A long transcript or report without tags keeps its text, however long it is."""

import random
import textwrap

import pytest

from indexer.cleaning import clean_text

WHO = {
    "en": ["Ms. Hallam", "Constable Orr", "The clerk", "Mr. Achterberg", "A nurse", "The chair"],
    "fr": [
        "Mme Hallé",
        "L’agent Orr",
        "Le greffier",
        "M. Achard",
        "Une infirmière",
        "La présidente",
    ],
}
SAID = {
    "en": ["told the inquiry that", "could not recall whether", "wrote to the board that"],
    "fr": ["a dit à la commission que", "ne se souvenait pas si", "a écrit au conseil que"],
}
WHAT = {
    "en": ["the ferry had left before the storm", "no names were asked for at the door",
           "the letter was found in a second drawer", "both lamps on the quay were lit"],
    "fr": ["le traversier était parti avant la tempête", "personne ne demandait de noms à la porte",
           "la lettre se trouvait dans un second tiroir", "les deux lampes étaient allumées"],
}  # fmt: skip
MENU = ["Home", "News", "Sport", "Weather", "Contact us", "Subscribe", "Skip to main content"]


def transcript(language: str, paragraphs: int) -> str:
    chance = random.Random(paragraphs)

    def sentence() -> str:
        parts = (chance.choice(known[language]) for known in (WHO, SAID, WHAT))
        return f"{' '.join(parts)} in {chance.randint(1950, 2020)}."

    return "\n".join(
        " ".join(sentence() for _ in range(chance.randint(2, 6))) for _ in range(paragraphs)
    )


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("paragraphs", [100, 1_000])
@pytest.mark.parametrize("wrapped", [False, True])
def test_a_long_transcript_keeps_its_text(language: str, paragraphs: int, wrapped: bool) -> None:
    text = transcript(language, paragraphs)
    if wrapped:
        text = "\n\n".join("\n".join(textwrap.wrap(each, 72)) for each in text.split("\n"))
    kept = clean_text(text).text
    assert len(kept.split()) > 0.99 * len(text.split())


def test_headings_stay_between_its_paragraphs() -> None:
    parts = [f"Day {day}\n{transcript('en', 40 + day)}" for day in range(1, 8)]
    kept = clean_text("\n".join(parts)).text.split("\n")
    assert [line for line in kept if line.startswith("Day ")] == [f"Day {n}" for n in range(1, 8)]


def test_menus_around_it_still_go() -> None:
    text = "\n".join([*MENU, transcript("en", 300), *MENU])
    kept = clean_text(text).text.split("\n")
    assert not {"Home", "Sport", "Weather", "Subscribe"} & set(kept)
