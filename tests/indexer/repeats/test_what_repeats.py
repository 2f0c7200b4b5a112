"""Which lines a source repeats, counted on its different texts."""

import random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from archive.page_lines import source_of
from indexer.cleaning.line import key_of
from indexer.cleaning.mark import mark_of
from indexer.repeats.counting import MIN_REPEATS, MIN_TEXTS, needed, repeats
from indexer.repeats.marks import marks_of_lines, unpacked
from indexer.repeats.stem import stem_of
from tests.indexer.repeats.pages import ABOVE, BELOW, edited, marks, story


def mark(line: str) -> int:
    found = mark_of(key_of(line), line)
    assert found is not None
    return found


def repeated(pages, lines) -> list[bool]:
    found = repeats(pages).lines
    return [mark(line) in found for line in lines]


def test_lines_on_all_pages_of_a_site_are_repeated_and_those_of_its_stories_are_not():
    found = repeats([marks(story(number)) for number in range(12)])
    assert found.texts == 12
    assert found.lines == dict.fromkeys(map(mark, (*ABOVE, *BELOW)), 12)


def test_a_source_with_too_few_pages_repeats_nothing():
    assert repeats([]).lines == {}
    assert repeats([marks(story(number)) for number in range(MIN_TEXTS - 1)]).lines == {}
    assert repeats([marks(story(number)) for number in range(MIN_TEXTS)]).lines


def test_a_line_must_stand_on_enough_of_the_pages_and_more_where_they_are_few():
    assert (needed(5), needed(10), needed(60), needed(256)) == (MIN_REPEATS, 6, 13, 26)
    series = "A series of six parts about the harbour."
    pages = [marks([*story(n), *([series] if n < 6 else [])]) for n in range(100)]
    assert repeated(pages, [series, BELOW[0]]) == [False, True]


def test_near_copies_of_one_story_among_others_do_not_take_each_others_lines():
    chance = random.Random(7)
    copies = [marks(edited(story(0), chance)) for _ in range(20)]
    others = [marks(story(number)) for number in range(1, 11)]
    found = repeats([*copies, *others])
    assert found.texts == 11
    assert not any(mark(line) in found.lines for line in story(0))
    assert [found.lines[mark(line)] for line in BELOW] == [11, 11]


def test_a_source_of_near_copies_of_one_story_has_one_text():
    chance = random.Random(8)
    assert repeats([marks(edited(story(0), chance)) for _ in range(30)]).texts == 1


def test_a_wire_story_in_several_places_of_a_source_counts_once_each():
    chance = random.Random(9)
    wires = [marks(edited(story(n), chance)) for n in range(6) for _ in range(5)]
    found = repeats(wires)
    assert found.texts == 6
    assert set(found.lines) == set(map(mark, (*ABOVE, *BELOW)))


def test_the_pages_of_one_text_and_its_print_form_count_once():
    title = "The harbour in six parts, by our reporters on the coast"
    paths = ["h", "h?page=2", "h/page/3", "h?print=1", "h/print", "h?sort=new&utm_source=x"]
    parts = [marks([title, *story(n)], path) for n, path in enumerate(paths)]
    others = [marks(story(number), f"story/{number}") for number in range(10, 16)]
    found = repeats([*parts, *others])
    assert found.texts == 7
    assert mark(title) not in found.lines


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/viewtopic.php?t=1", "/viewtopic.php?t=2"),
        ("/?p=11", "/?p=12"),
        ("/page/2/a", "/page/3/a"),
    ],
)
def test_addresses_of_different_pages_have_different_stems(one, other):
    assert stem_of(f"https://a.example{one}") != stem_of(f"https://a.example{other}")


@given(st.one_of(st.text(max_size=60), st.text(max_size=40).map("https://a.example/".__add__)))
def test_any_address_has_a_stem_and_a_source(url):
    assert isinstance(stem_of(url), str)
    assert isinstance(source_of(url, None), str)


def test_the_order_of_pages_makes_no_difference():
    chance = random.Random(3)
    pages = [marks(edited(story(n % 9), chance)) for n in range(40)]
    shuffled = chance.sample(pages, len(pages))
    assert repeats(pages) == repeats(shuffled)


def test_pages_without_words_count_for_nothing():
    empty = marks_of_lines(["", " ", "***"], None)
    assert repeats([empty] * 20).texts == 0
    pages = [marks(story(number)) for number in range(8)]
    assert repeats([*pages, *[empty] * 20]) == repeats(pages)


def test_a_dump_of_very_many_lines_has_no_marks():
    assert len(marks_of_lines((f"line {n}" for n in range(1_000_000_000)), None).lines) == 0


def test_a_long_disclaimer_counts_whatever_its_case_and_spaces():
    long = "The paper is not answerable for what its guests say. " * 20
    pages = [marks([*story(n), long.upper() if n % 2 else long + "  "]) for n in range(8)]
    assert repeated(pages, [long]) == [True]


@given(st.lists(st.text(max_size=40), max_size=30), st.sampled_from([None, "https://a.example/1"]))
def test_marks_survive_being_stored(texts, url):
    found = marks_of_lines(texts, url)
    stored = unpacked(found.packed())
    assert stored.stem == found.stem
    assert stored.lines.tolist() == found.lines.tolist()
    assert stored.words.tolist() == found.words.tolist()


@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(st.integers(5, 25), st.integers(0, 25), st.integers(0, 1), st.randoms(use_true_random=False))
def test_near_copies_never_take_each_others_lines(others, copies, changes, chance):
    own = story(1_000, paragraphs=8)
    pages = [marks(story(number)) for number in range(others)]
    pages += [marks(edited(own, chance, changes)) for _ in range(copies)]
    chance.shuffle(pages)
    assert not any(repeated(pages, own))
