"""Order of hits, pages of them, and cursors."""

import base64
import random

import pytest

from indexer.engine import Found, Search, SearchEngine, Selection, Sort
from indexer.errors import BadCursor
from tests.engine_contract.documents import ident, on, page, random_page
from tests.engine_contract.queries import all_of, any_of, ask, but_not, phrase, word

DATED = (
    page("b1", "city", published=on("2017-01-01")),
    page("b2", "city", published=on("2017-01-01")),
    page("open-end", "city", published=on("2017-01-01", "")),
    page("range", "city", published=on("2017-01-01", "2017-02-01")),
    page("old", "city", published=on("2003-05-05")),
    page("open-start", "city", published=on("", "2004-01-01")),
    page("undated1", "city"),
    page("undated2", "city", published=on("", "")),
)


def names(found: Found) -> list[str]:
    known = {document.id: document.url or "" for document in DATED}
    return [known[match.id].rpartition("/")[2] for match in found.matches]


def by_id(*some: str) -> list[str]:
    return sorted(some, key=ident)


def test_newest_first_with_undated_last_and_ties_by_id(engine: SearchEngine) -> None:
    engine.add(DATED, 1)
    ties, undated = by_id("b1", "b2"), by_id("undated1", "undated2")
    expected = ["open-end", "range", *ties, "old", "open-start", *undated]
    assert names(ask(engine, sort=Sort.NEWEST)) == expected


def test_oldest_first_with_undated_last_and_ties_by_id(engine: SearchEngine) -> None:
    engine.add(DATED, 1)
    ties, undated = by_id("b1", "b2"), by_id("undated1", "undated2")
    expected = ["open-start", "old", *ties, "range", "open-end", *undated]
    assert names(ask(engine, sort=Sort.OLDEST)) == expected


def test_without_words_all_score_nothing_and_come_by_id(engine: SearchEngine) -> None:
    engine.add(DATED, 1)
    found = ask(engine)
    assert [match.score for match in found.matches] == [0.0] * len(DATED)
    assert names(found) == by_id(*names(found))


def test_no_hits_may_be_asked_for(engine: SearchEngine) -> None:
    engine.add(DATED, 1)
    found = ask(engine, limit=0, facets=("year",))
    assert (found.total, found.matches, found.next) == (len(DATED), (), None)


def test_a_word_in_the_title_counts_more(real_engine: SearchEngine) -> None:
    titled = page("titled", "a page on rivers and more", title="Sanctuary")
    told = page("told", "a page on sanctuary and more", title="Rivers")
    real_engine.add([titled, told, page("other", "nothing")], 1)
    assert [m.id for m in ask(real_engine, word("sanctuary")).matches] == [titled.id, told.id]


def test_a_word_said_more_often_counts_more(real_engine: SearchEngine) -> None:
    often = page("often", "river river river bank bank bank")
    once = page("once", "river bank bank bank bank bank")
    real_engine.add([once, often], 1)
    assert ask(real_engine, word("river")).matches[0].id == often.id


def test_what_is_excluded_does_not_score(real_engine: SearchEngine) -> None:
    real_engine.add(DATED, 1)
    found = ask(real_engine, but_not(word("walrus")))
    assert {match.score for match in found.matches} == {0.0}


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("limit", [1, 7, 40])
def test_pages_give_each_match_once_in_order(
    real_engine: SearchEngine, sort: Sort, limit: int
) -> None:
    chance = random.Random(limit)
    for start in (0, 20, 40):
        pages = [random_page(chance, f"p{number}") for number in range(start, start + 20)]
        real_engine.add(pages, start)
    node = any_of(word("police"), word("ville"), phrase("of the"))
    whole = ask(real_engine, node, sort=sort)
    seen, cursor = [], None
    while True:
        found = ask(real_engine, node, sort=sort, limit=limit, cursor=cursor)
        assert (found.total, found.offset) == (whole.total, len(seen))
        seen += found.matches
        cursor = found.next
        if cursor is None:
            break
    assert tuple(seen) == whole.matches


@pytest.mark.parametrize("sort", Sort)
def test_pages_stay_right_while_documents_are_added(real_engine: SearchEngine, sort: Sort) -> None:
    chance = random.Random(5)
    first = [random_page(chance, f"first{number}") for number in range(30)]
    real_engine.add(first, 1)
    node = any_of(word("police"), word("city"), word("ville"))
    wanted = {match.id for match in ask(real_engine, node).matches}
    seen: list[str] = []
    cursor, reached = None, 1
    while True:
        found = ask(real_engine, node, sort=sort, limit=4, cursor=cursor)
        seen += [match.id for match in found.matches]
        cursor = found.next
        if cursor is None:
            break
        reached += 1
        real_engine.add([random_page(chance, f"later{reached}-{n}") for n in range(3)], reached)
    assert len(seen) == len(set(seen))
    assert wanted <= set(seen)


def cursor_of(engine: SearchEngine, search: Search) -> str:
    cursor = engine.search(search).next
    assert cursor is not None
    return cursor


@pytest.mark.parametrize(
    "other",
    [
        Search(word("town"), limit=2),
        Search(word("city"), limit=2, sort=Sort.NEWEST),
        Search(word("city"), limit=2, selections=(Selection("year", frozenset({"2017"})),)),
    ],
    ids=["other words", "other order", "other selection"],
)
def test_a_cursor_of_another_search_is_refused(real_engine: SearchEngine, other: Search) -> None:
    real_engine.add(DATED, 1)
    cursor = cursor_of(real_engine, Search(word("city"), limit=2))
    with pytest.raises(BadCursor, match="another search"):
        ask(real_engine, other.node, sort=other.sort, selections=other.selections, cursor=cursor)


def test_a_cursor_may_go_on_with_another_page_size(real_engine: SearchEngine) -> None:
    real_engine.add(DATED, 1)
    cursor = cursor_of(real_engine, Search(word("city"), limit=2))
    assert len(ask(real_engine, word("city"), limit=3, cursor=cursor).matches) == 3


def packed(said: str) -> str:
    return base64.urlsafe_b64encode(said.encode()).decode()


RUBBISH = [
    "", "x", "é", "!!!!", "a" * 5000, "\ud800", packed("null"), packed("[]"), packed("[1,2,3,4]"),
    packed('["x",[1],"id",[]]'), packed('["x",[NaN],"id",[]]'), packed("[" * 2000),
]  # fmt: skip


@pytest.mark.parametrize("cursor", RUBBISH, ids=lambda text: ascii(text)[:12])
def test_a_cursor_that_is_rubbish_is_refused(real_engine: SearchEngine, cursor: str) -> None:
    real_engine.add(DATED, 1)
    with pytest.raises(BadCursor):
        ask(real_engine, word("city"), cursor=cursor)


def test_a_cursor_with_changed_numbers_is_refused(real_engine: SearchEngine) -> None:
    real_engine.add(DATED, 1)
    cursor = cursor_of(real_engine, Search(word("city"), limit=2))
    plain = base64.urlsafe_b64decode(cursor + "==").decode()
    for part in ("[-1,2,3,4,5]", "[1]", "[]," * 3):
        forged = packed(plain[: plain.rindex("[")] + part + "]")
        with pytest.raises(BadCursor):
            ask(real_engine, word("city"), cursor=forged)


def test_nested_queries_page_too(real_engine: SearchEngine) -> None:
    real_engine.add(DATED, 1)
    node = all_of(word("city"), but_not(phrase("no such thing")))
    cursor = ask(real_engine, node, limit=5).next
    assert len(ask(real_engine, node, limit=5, cursor=cursor).matches) == 3
