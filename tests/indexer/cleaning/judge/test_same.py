import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from indexer.cleaning.judge.same import counts_of_same, groups_of
from indexer.cleaning.judge.shape import line_hashes, shapes_of

WORDS = st.lists(
    st.sampled_from(["Budget", "été", "42", "a" * 40, "Совет"]), min_size=1, max_size=7
)


@given(st.lists(st.integers(0, 9), min_size=1))
def test_groups_and_counts_are_those_that_numpy_finds(values):
    known = np.array(values, np.uint32)
    _, group, counts = np.unique(known, return_inverse=True, return_counts=True)
    assert groups_of(known).tolist() == group.tolist()
    assert counts_of_same(known).tolist() == counts[group].tolist()


@given(WORDS)
def test_a_word_has_one_hash_wherever_it_stands(words):
    said = dict(
        zip(words, shapes_of([" ".join(words)], [len(words)]).hashes.tolist(), strict=False)
    )
    alone = {word: int(shapes_of([word], [1]).hashes[0]) for word in said}
    assert said == alone


@given(WORDS, WORDS)
def test_lines_have_one_hash_where_they_say_the_same_in_the_same_order(one, other):
    shapes = shapes_of([" ".join(one), " ".join(other)], [len(one), len(other)])
    first, second = line_hashes(shapes, shapes.hashes).tolist()
    assert (first == second) == (one == other)
