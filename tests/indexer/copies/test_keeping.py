"""Groups of an archive: the same whatever came when, and right after every change."""

import itertools
import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive import Archive
from indexer.copies.keeping import Groups
from tests.indexer.copies.texts import document, groups, page, story, take


@pytest.fixture
def archive(tmp_path):
    with Archive.create(tmp_path / "archive") as opened:
        yield opened


@pytest.fixture
def run(archive):
    return archive.begin_run("fonds ingest", [])


def version(of: int, cut: int, tail: int) -> str:
    """A story of which the last sentences are cut, with words of its own at the end."""
    own = story(of)
    return "\n\n".join([*own[: len(own) - cut], *story(1_000 + tail, 1 if tail else 0)])


# Chains come of cutting more and more: each is near the next, the first is not near the last.
versions = st.builds(version, st.integers(1, 2), st.integers(0, 16), st.integers(0, 2))


def grouped(batches) -> set[frozenset[str]]:
    with TemporaryDirectory() as folder, Archive.create(Path(folder) / "a") as archive:
        run = archive.begin_run("x", [])
        for batch in batches:
            take(archive, run, batch)
        return groups(archive)


@given(st.lists(versions, min_size=2, max_size=9), st.randoms(use_true_random=False), st.data())
@settings(deadline=None, max_examples=25)
def test_groups_are_the_same_whatever_the_order_and_the_batches(texts, chance, data):
    pages = [page(number, text) for number, text in enumerate(texts)]
    shuffled = chance.sample(pages, len(pages))
    cuts = sorted({0, len(pages), *data.draw(st.lists(st.integers(1, len(pages)), max_size=3))})
    batches = [shuffled[start:end] for start, end in itertools.pairwise(cuts)]
    assert grouped(batches) == grouped([pages])


@pytest.mark.parametrize("story_number", range(3, 7))
def test_a_long_chain_parts_at_the_same_places_in_whatever_order_it_comes(story_number):
    """Each that comes may end the lead of one before, and so begin that of the next but one."""
    chain = [page(cut, version(story_number, cut, 0)) for cut in range(18)]
    together = grouped([chain])
    assert len(together) > 1
    for seed in range(3):
        order = random.Random(seed).sample(chain, len(chain))
        assert grouped([[one] for one in order]) == together


@given(st.lists(versions, min_size=3, max_size=7), st.data())
@settings(deadline=None, max_examples=25)
def test_a_page_that_changes_leaves_the_groups_as_if_it_had_always_been_so(texts, data):
    pages = [page(number, text) for number, text in enumerate(texts)]
    at = data.draw(st.integers(0, len(pages) - 1))
    changed = page(at, data.draw(versions.filter(lambda text: text != texts[at])))
    after = [*pages[:at], changed, *pages[at + 1 :]]
    assert grouped([pages, [changed]]) == grouped([after])


@given(st.lists(versions, min_size=2, max_size=8))
@settings(deadline=None, max_examples=20)
def test_pages_with_the_same_words_are_always_together_and_each_is_in_one_group(texts):
    pages = [page(number, text) for number, text in enumerate([*texts, *texts])]
    found = grouped([pages])
    assert sorted(itertools.chain(*found)) == sorted(str(number) for number in range(len(pages)))
    for number in range(len(texts)):
        assert any({str(number), str(number + len(texts))} <= group for group in found)


def test_a_group_gathers_what_two_papers_printed_and_leaves_others_alone(archive, run):
    take(archive, run, [page("a", version(1, 0, 0)), page("c", version(2, 0, 0))])
    take(archive, run, [page("b", version(1, 6, 1))])
    assert groups(archive) == {frozenset("ab"), frozenset("c")}


def test_every_member_is_near_one_leader_however_long_the_chain_of_near_copies(archive, run):
    take(archive, run, [page(cut, version(1, cut, 0)) for cut in range(18)])
    found = groups(archive)
    assert len(found) > 1
    for group in found:
        shares = archive.groups.members(page(next(iter(group)), "x").document_id)
        assert all(member.share >= 0.6 for member in shares)
        assert sum(member.share == 1.0 for member in shares) >= 1


def test_a_page_hears_of_a_group_that_changed_because_another_came(archive, run):
    """The index asks for what changed after a number: whoever is in another group is among it."""
    seen: dict[str, str] = {}
    reached = 0
    for cut in random.Random(5).sample(range(18), 18):
        take(archive, run, [page(cut, version(1, cut, 0))])
        for number, one in archive.scan(reached):
            seen[one.id] = one.group
            reached = number
        assert seen == {one.id: one.group for _, one in archive.scan()}


def test_a_short_page_is_grouped_with_the_very_same_words_only(archive, run):
    short = "\n\n".join(story(4, 4))
    take(archive, run, [page("a", short), page("b", short.upper()), page("c", short + " Ends.")])
    assert groups(archive) == {frozenset("ab"), frozenset("c")}


def test_what_waits_since_a_cut_off_ingest_is_settled_by_the_next(archive, run):
    for one in [page("a", version(1, 0, 0)), page("b", version(1, 5, 0))]:
        archive.add(run, one, document(one))
    assert groups(archive) == {frozenset("a"), frozenset("b")}
    assert Groups(archive).update() == 2
    assert groups(archive) == {frozenset("ab")}
    assert Groups(archive).update() == 0
