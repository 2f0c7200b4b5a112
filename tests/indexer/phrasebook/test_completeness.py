"""Every sentence that the code can make for a reader stands in the phrase book."""

import re
from collections import defaultdict
from itertools import product

import pytest
from babel.messages.pofile import read_po

from indexer.cleaning.deciders import DECIDERS
from indexer.metadata import language, source, title
from indexer.metadata.authors import find as authors_find
from indexer.metadata.published import names as date_names
from indexer.phrasebook import said, told
from indexer.phrasebook.book import FOLDER, book, phrases_of
from indexer.phrasebook.kinds import BY_KIND, PHRASES
from indexer.phrasebook.template import template_of
from indexer.why import labels
from indexer.why.wording import MESSAGES
from tests.indexer.phrasebook.spoken import HOLE, ROOT, spoken_in

# What holes are filled with to see whether a template of the code is one of the book's.
SAMPLES = (
    "12", "2", "1", "drop", "keep", "city", "“x”", "title:2016", "20 MB", "87%", "a PDF", "url",
    "Canada", "a.csv:3", "There is no word in it.",
)  # fmt: skip
FEW_SAMPLES = ("12", "a.csv:3", "There is no word in it.")
MOST_HOLES_APART = 3


def spoken() -> dict[str, list[str]]:
    """Every template of the code, and where it stands."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "indexer").rglob("*.py")):
        for where, text in spoken_in(path):
            if re.search(r"[a-z]", text.replace(HOLE, "")):
                found[text].append(where)
    return found


SPOKEN = spoken()


def fillings(template: str) -> list[str]:
    """The template, its holes filled alike, then each in every way."""
    holes = template.count(HOLE)
    every = product(SAMPLES if holes <= MOST_HOLES_APART else FEW_SAMPLES, repeat=holes)
    alike = [(sample,) * holes for sample in SAMPLES]
    pieces = template.split(HOLE)
    return [
        pieces[0] + "".join(value + piece for value, piece in zip(values, pieces[1:], strict=True))
        for values in (*alike, *every)
    ]


def is_in_book(template: str) -> bool:
    """Whether it is one of the book's, with the full stop that some put to it later."""
    texts = (text + end for end in ("", ".") for text in fillings(template))
    return any(book("fr").sentence(text) is not None for text in texts)


def test_the_sentences_of_the_code_are_found() -> None:
    assert len(SPOKEN) > 300
    assert "The quotation mark {} is never closed." in SPOKEN
    assert "It is a PDF, not a page." in SPOKEN or "It is {}, not a page." in SPOKEN


def test_every_sentence_of_the_code_has_french() -> None:
    lacking = [f"{SPOKEN[text][0]}: {text}" for text in sorted(SPOKEN) if not is_in_book(text)]
    assert lacking == [], "Give them French in indexer/phrasebook/fr/."


@pytest.mark.parametrize("decider", DECIDERS, ids=lambda decider: decider.name)
def test_every_rule_has_a_name_and_a_reason_in_french(decider) -> None:
    for sentence in (decider.name, decider.reason, decider.known_from):
        assert said(sentence, "fr").language == "fr"


def test_every_finder_of_a_field_has_a_name_in_french() -> None:
    finders = {
        *(name for name, _ in title.FINDERS),
        *(name for name, _ in authors_find.FINDERS),
        *(name for name, _ in source.FINDERS),
        *(name for name, _ in language.FINDERS),
        *(value for name, value in vars(date_names).items() if name.isupper() and value != "meta"
          and isinstance(value, str)),
        *date_names.LINES,
    }  # fmt: skip
    assert len(finders) > 30
    assert [name for name in sorted(finders) if said(name, "fr").language != "fr"] == []


def test_every_reason_of_why_is_a_template_of_the_book() -> None:
    values = {"evidence": "url", "days": "on 2017-02-20", "found": "“x”"}
    for message in MESSAGES.values():
        names = re.findall(r"{(\w+)}", message)
        quoted = {name: "“x”" for name in names if name in ("word", "first", "second")}
        filled = [(name, {**values, **quoted}.get(name, "2")) for name in names]
        assert told(message, filled, "fr").language == "fr", message


def test_what_clauses_ask_and_parts_are_called_has_french() -> None:
    for called in (*labels.KINDS.values(), *labels.NAMES.values(), *labels.PARTS.values()):
        assert said(called, "fr").language == "fr", called


def test_a_french_template_has_the_names_of_the_english_one_and_no_other() -> None:
    for english, french, _ in phrases_of("fr"):
        wanted = {hole.name for hole in template_of(english).holes}
        assert {hole.name for hole in template_of(french).holes} == wanted, english
        assert all(not hole.kind or "|" in hole.kind for hole in template_of(french).holes), english


def test_a_kind_of_a_hole_is_one_that_there_is() -> None:
    for english, _, _ in phrases_of("fr"):
        for hole in template_of(english).holes:
            assert hole.kind in {*BY_KIND, *PHRASES}, english


def test_no_sentence_stands_twice_in_the_files_and_none_is_left_empty() -> None:
    seen: set[tuple[str, str]] = set()
    for file in sorted((FOLDER / "fr").glob("*.po")):
        with file.open("rb") as opened:
            for message in read_po(opened):
                if message.id:
                    assert message.string, message.id
                    assert not message.fuzzy, message.id
                    assert (message.context or "", message.id) not in seen, message.id
                    seen.add((message.context or "", message.id))
    assert len(seen) > 500


SPACES = re.compile(r"(?<![\s\N{NO-BREAK SPACE}]) [:;?!»%](?=[\s).]|$)|« | »")


def test_french_signs_have_spaces_that_do_not_break() -> None:
    for english, french, _ in phrases_of("fr"):
        assert not SPACES.search(french), english
        assert "'" not in french.replace("title's", ""), english


# Words of running English that French does not have.
ENGLISH_WORDS = re.compile(
    r"\b(?:the|of|and|with|it|its|is|are|was|were|that|which|this|these|there|not|to|for|from|"
    r"by|or|leave|put|type|words?|has|have)\b"
)


# What stays as it is in French: what is typed, names of programs and fields, holes.
AS_IT_IS = re.compile(r"`[^`]*`|{\w+}|\w+:\S*|\S+\.\w+|[A-Z][\w-]*(?: [A-Z]\w+)*")


def test_no_french_sentence_holds_english_words() -> None:
    shown = [AS_IT_IS.sub(" ", french) for _, french, _ in phrases_of("fr")]
    assert [text for text in shown if ENGLISH_WORDS.search(text)] == []


def test_a_template_has_words_enough_to_know_its_sentences_by() -> None:
    """What is looked for under finished sentences must not take others for its own."""
    for english, _, apart in phrases_of("fr"):
        template = template_of(english)
        if apart or not template.holes or any(hole.kind for hole in template.holes):
            continue
        letters = sum(map(str.isalpha, "".join(template.pieces)))
        assert letters >= 4, english
