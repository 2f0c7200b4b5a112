"""Which pages of a source are one text: copies and parts are, pages with a frame in common not."""

import random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from indexer.cleaning.line import key_of
from indexer.cleaning.mark import mark_of
from indexer.repeats.counting import repeats
from indexer.repeats.marks import marks_of_lines
from tests.indexer.repeats.pages import lines, marks, paragraph, story

NOTICES = [paragraph(random.Random(f"notice {number}"), 20) for number in range(4)]
EMPTY = ([], ["Notice"], ["No results were found.", "Try again"], ["Photo: the ferry at dusk"])


def framed(own: list[str]):
    """A page whose running text is for a good part what all pages have."""
    return marks([*NOTICES[:2], *own, *NOTICES[2:]])


def repeated(pages, texts) -> list[bool]:
    found = repeats(pages).lines
    return [mark_of(key_of(text), text) in found for text in texts]


@pytest.mark.parametrize("own", EMPTY)
def test_a_page_with_nothing_but_the_frame_makes_no_two_other_pages_one(own):
    pages = [framed(story(number)) for number in range(9)]
    assert repeats([*pages, framed(own)]).texts in (9, 10)
    assert all(repeated([*pages, framed(own)], NOTICES))


def test_many_empty_pages_take_nothing_back():
    pages = [framed(story(number)) for number in range(9)]
    empty = [framed([f"Photo {number} of {chr(97 + number)} town"]) for number in range(12)]
    assert all(repeated([*pages, *empty], NOTICES))
    assert not any(repeated([*pages, *empty], story(3)))


def test_one_short_story_in_a_large_frame_does_not_join_the_others():
    pages = [framed(story(number)) for number in range(9)]
    short = framed(story(77, paragraphs=1))
    assert repeats([*pages, short]).texts == 10
    assert all(repeated([*pages, short], NOTICES))


def test_a_story_with_its_readers_comments_is_one_text_with_the_story_alone():
    chance = random.Random("talk")
    whole = story(0)
    talked = [marks([*whole, *(paragraph(chance) for _ in range(20))]) for _ in range(6)]
    others = [marks(story(number)) for number in range(1, 25)]
    pages = [marks(whole), *talked, *others]
    assert repeats(pages).texts == 25
    assert not any(repeated(pages, whole))


@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(
    st.integers(0, 20),
    st.lists(st.integers(1, 12), min_size=1, max_size=20),
    st.integers(0, 3),
    st.randoms(use_true_random=False),
)
def test_beginnings_of_a_story_never_take_its_lines(others, cuts, empty, chance):
    own = story(1_000, paragraphs=12)
    pages = [marks(story(number)) for number in range(others)]
    pages += [marks(own), *(marks(own[: cut + 1]) for cut in cuts)]
    pages += [marks([f"Notice {number}"]) for number in range(empty)]
    chance.shuffle(pages)
    assert not any(repeated(pages, own))


@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(st.integers(0, 12), st.integers(0, 5), st.randoms(use_true_random=False))
def test_the_order_of_full_and_empty_pages_makes_no_difference(full, empty, chance):
    pages = [framed(story(number, 1 + number % 4)) for number in range(full)]
    pages += [framed([f"Photo {number} of town"]) for number in range(empty)]
    pages += [marks_of_lines(lines(["Notice"]), None)]
    assert repeats(pages) == repeats(chance.sample(pages, len(pages)))
