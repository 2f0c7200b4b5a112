"""Who speaks stays with what is said."""

import pytest

from indexer.cleaning import clean_html, clean_text
from indexer.cleaning.line import read_bare_lines
from indexer.cleaning.speakers import speakers

SAID = "I saw no lamp on the quay that night, and nobody came to the door until the morning."
MENU = ["Home", "Tides", "Ferries", "Contact us", "Subscribe", "Log in"]


def found(*lines: str) -> list[str]:
    return [lines[at] for at in sorted(speakers(read_bare_lines(lines)))]


def test_a_name_in_capitals_above_a_sentence_is_a_speaker():
    assert found("THE CLERK:", SAID, "LA GREFFIÈRE :", "Non.", "MR. O'NEIL:", SAID) == [
        "THE CLERK:",
        "LA GREFFIÈRE :",
        "MR. O'NEIL:",
    ]


def test_a_name_that_returns_is_a_speaker_before_short_answers_too():
    turns = [f"Ada Roe (Alder): {said}" for said in ("Yes.", "I do not.", "Thanks, all!")]
    assert found(*turns) == turns
    assert (
        found("THE HOST:", "and so on", "THE HOST:", "and on", "THE HOST:", "still")
        == ["THE HOST:"] * 3
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("Share this:", SAID),
        ("Tags: ferry, quay", "Tags: tides", "Tags: storm"),
        ("Related:", "Ferry stops for the winter"),
        ("TAGS:", "ferry", "quay"),
        ("Price: $12", "Price: $14", "Price: $20"),
        ("THE END:",),
        (),
    ],
)
def test_other_lines_with_a_colon_are_none(lines):
    assert found(*lines) == []


def test_no_rule_takes_a_speaker_for_a_word_of_menus_or_a_title():
    lines = ["The harbour inquiry", SAID, "PRIME MINISTER:", SAID, "SUPPORT:", SAID, "REPLY:", SAID]
    assert clean_text("\n".join(lines)).removed == ()


@pytest.mark.parametrize("is_html", [False, True])
def test_in_a_long_transcript_the_judge_takes_no_name(is_html):
    turns = [
        line for at in range(90) for line in (f"{('CALLER', 'HOST')[at % 2]}:", f"{SAID} {at}")
    ]
    lines = [*MENU, *turns, *MENU]
    source = "".join(f"<p>{line}</p>" for line in lines)
    cleaned = clean_html(f"<body>{source}</body>") if is_html else clean_text("\n".join(lines))
    taken = {line.text for line in cleaned.removed}
    assert taken.isdisjoint({"CALLER:", "HOST:"})
    assert "Log in" in taken
