"""A quotation is found where it stands, word for word or nearly, in any archive."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from archive import Archive
from archive.document import RemovedLine
from indexer.engine import SearchEngine
from indexer.errors import QueryError
from indexer.index import open_index
from indexer.quotations import Checked, Kind, Standing, Where, check_quotation
from indexer.quotations.checking import MOST_CHARACTERS
from indexer.quotations.page_words import cuts_of
from indexer.quotations.quoted import segments_of
from indexer.sentences import sentences
from tests.webui.pages import build, page

FERRY = (
    "The ferry company said on Monday that its boats will not leave the harbour before spring. "
    "“We cannot promise more,” its captain told reporters, “until the dredging is paid for.”\n\n"
    "Les pêcheurs de l’île, eux, n’attendent plus rien de la compagnie.\n\n"
    "A non-resident pays 10.00 dollars... and perhaps [sic] more."
)
CHOIR = (
    "On Sunday the choir sang old songs in the park while the rain fell on the empty chairs. "
    "Nobody had told the singers that the concert was cancelled the day before."
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder: Path = tmp_path_factory.mktemp("quotations") / "archive"
    taken = RemovedLine(1, "Tickets are sold at the old pier office only", "menu", "A menu.")
    with build(folder) as made:
        run = made.begin_run("test", ())
        made.add(run, *page("The ferry waits", FERRY, url="https://ferry.example/1"))
        made.add(run, *page("A concert in the rain", CHOIR, removed=(taken,)))
        made.finish_run(run)
        yield made


@pytest.fixture(scope="module")
def engine(archive: Archive) -> Iterator[SearchEngine]:
    engine = open_index(archive)
    yield engine
    engine.close()


def check(archive: Archive, engine: SearchEngine, text: str) -> Checked:
    return check_quotation(archive, engine, text)


def test_every_sentence_of_every_page_is_found_word_for_word(
    archive: Archive, engine: SearchEngine
) -> None:
    documents = [document for _, document in archive.scan()]
    for document in (*documents[:-8:6], *documents[-8:]):
        for sentence in sentences(document.text):
            text = document.text[sentence.start : sentence.end]
            if segments_of(text):
                assert check(archive, engine, text).whole.exact, text


def test_a_sentence_with_some_words_changed_is_found_nearly(
    archive: Archive, engine: SearchEngine
) -> None:
    chance = random.Random(7)
    for text, title in ((FERRY.split("\n\n")[0], "The ferry waits"), (CHOIR, "A concert")):
        said = text.split()
        for _ in range(5):
            words = list(said)
            for place in chance.sample(range(len(words)), len(words) // 6):
                words[place] = chance.choice(["zebra", "council", "the", "police"])
            (best, *_) = check(archive, engine, " ".join(words)).whole.passages
            assert best.title.startswith(title)
            assert 0.6 <= best.similarity < 1
            assert not best.exact


@pytest.mark.parametrize(
    "text",
    [
        "THE FERRY COMPANY SAID ON MONDAY",
        "Les pecheurs de l'ile, eux, n'attendent plus rien",
        "«We cannot promise more», its captain told reporters",
        "the dredg-\ning is paid for",
        "A nonresident pays",
        "a non resident pays",
        "The ferry […] will not leave the harbour ... before spring",
        "we cannot promise more (...) until the dredging is [sic] paid for",
        "and perhaps [sic] more",
        "[T]he ferry company said",
    ],
)
def test_case_accents_quotes_spacing_hyphens_and_words_left_out_make_no_difference(
    archive: Archive, engine: SearchEngine, text: str
) -> None:
    (best, *_) = check(archive, engine, text).whole.passages
    assert best.title == "The ferry waits"
    assert best.exact
    assert best.similarity == 1


def test_a_number_written_otherwise_is_another_number(
    archive: Archive, engine: SearchEngine
) -> None:
    assert not check(archive, engine, "A non-resident pays 1000 dollars").whole.exact


def test_the_differences_are_marked_on_both_sides(archive: Archive, engine: SearchEngine) -> None:
    text = "The ferry company said on Sunday that its boats will leave the harbour before spring"
    (best, *_) = check(archive, engine, text).whole.passages
    other = [
        (part.quoted.strip(), part.page.strip()) for part in best.parts if part.kind == "other"
    ]
    assert other == [("Sunday", "Monday"), ("", "not")]
    assert "".join(part.quoted for part in best.parts) == text
    shown = "".join(part.page for part in best.parts)
    assert shown == FERRY[best.start : best.end]


def test_letters_that_a_scanner_misread_are_told_as_near(
    archive: Archive, engine: SearchEngine
) -> None:
    (best, *_) = check(
        archive, engine, "On Sunday the cboir sang o1d songs in tbe park whi1e the rain feII"
    ).whole.passages
    assert best.title == "A concert in the rain"
    assert best.similarity > 0.8


def test_what_was_removed_from_a_page_is_told_as_such(
    archive: Archive, engine: SearchEngine
) -> None:
    (best, *_) = check(archive, engine, "sold at the old pier office").whole.passages
    assert (best.where, best.exact) == (Where.REMOVED, True)
    assert [(line.number, line.rule) for line in best.lines] == [(1, "menu")]


def test_a_title_is_looked_at_too(archive: Archive, engine: SearchEngine) -> None:
    (best, *_) = check(archive, engine, "A concert in the rain").whole.passages
    assert (best.where, best.exact) == (Where.TITLE, True)


def test_the_passage_stands_where_it_says(archive: Archive, engine: SearchEngine) -> None:
    (best, *_) = check(archive, engine, "Nobody had told the singers").whole.passages
    assert CHOIR[best.start : best.end] == "Nobody had told the singers"
    assert best.before.endswith("empty chairs. ")
    assert best.after.startswith(" that the concert")


def test_pages_that_say_it_are_counted(archive: Archive, engine: SearchEngine) -> None:
    assert check(archive, engine, "Twice the same motion").whole.pages == 2
    assert check(archive, engine, "zebra zebra zebra").whole.pages == 0


def test_what_stands_nowhere_is_told_so(archive: Archive, engine: SearchEngine) -> None:
    nowhere = check(archive, engine, "Zebras quietly painted seventeen turquoise violins").whole
    assert not nowhere.near
    assert nowhere.passages == ()


def test_several_sentences_are_checked_one_by_one_where_the_whole_is_not_found(
    archive: Archive, engine: SearchEngine
) -> None:
    true, made_up = "The choir sang old songs in the park.", "Zebras painted turquoise violins."
    checked = check(archive, engine, f"{made_up} {true}")
    assert not checked.whole.exact
    assert [one.exact for one in checked.sentences] == [False, True]


@pytest.mark.parametrize("text", ["", " \n", "…", "[...] — «»", "x" * (MOST_CHARACTERS + 1)])
def test_what_cannot_be_looked_for_is_told_with_its_mend(
    archive: Archive, engine: SearchEngine, text: str
) -> None:
    with pytest.raises(QueryError) as raised:
        check(archive, engine, text)
    assert raised.value.mend


def test_words_left_out_keep_both_sides_whole(archive: Archive, engine: SearchEngine) -> None:
    text = "The choir sang […] while the rain fell"
    (best, *_) = check(archive, engine, text).whole.passages
    gap = next(part for part in best.parts if part.kind is Kind.LEFT_OUT)
    assert gap.quoted.strip() == "[…]"
    assert gap.page.strip() == "old songs in the park"


def test_quoted_words_are_looked_for_by_themselves(archive: Archive, engine: SearchEngine) -> None:
    for text in (
        'Speaking in Halifax, the owner told everybody, "until the dredging is paid for"',
        "À Halifax, le patron a dit : « until the dredging is paid for »",
    ):
        checked = check(archive, engine, text)
        assert not checked.whole.exact
        assert [part.text for part in checked.quoted] == ["until the dredging is paid for"]
        assert checked.quoted[0].exact
        assert checked.standing is Standing.QUOTED_WORDS


def test_the_headline_follows_the_sentences(archive: Archive, engine: SearchEngine) -> None:
    first, last = "On Sunday the choir sang old songs in the park", "the concert was cancelled"
    joined = f"{first}. {last.capitalize()} the day before."
    assert check(archive, engine, joined).standing is Standing.EACH_SENTENCE
    added = f"{first}. Purple dragons repaired some bicycles."
    assert check(archive, engine, added).standing is Standing.SOME_PARTS
    assert check(archive, engine, "Purple dragons repaired it.").standing is Standing.NOWHERE


def test_what_is_told_decides_what_is_near(archive: Archive, engine: SearchEngine) -> None:
    found = check(archive, engine, "On Sunday the choir sang old songs in the bar").whole.passages[
        0
    ]
    shares = {value: replace(found, similarity=value) for value in (0.594, 0.5951, 0.61, 0.9999)}
    assert {value: (one.share, one.near) for value, one in shares.items()} == {
        0.594: (0.59, False),
        0.5951: (0.6, True),
        0.61: (0.61, True),
        0.9999: (0.99, True),
    }


def test_a_page_without_a_space_is_cut_nowhere_and_one_with_some_behind_them():
    # From each character to the end, a million characters without a space would take hours.
    assert list(cuts_of("北京市政府" * 200_000)) == []
    text = ("word " * 100 + "京" * 900 + " ") * 3
    assert all(text[cut - 1] == " " for cut in cuts_of(text))
    assert len(list(cuts_of(text))) == 6
