"""Near-copies folded: one match for each group, nothing twice and nothing lost between pages."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from archive.document import Document
from indexer.engine import Found, Search, SearchEngine, Sort
from indexer.engines import ENGINES, open_engine
from indexer.errors import BadCursor
from indexer.query.nodes import Node
from tests.engine_contract.documents import ident, on, page, random_page
from tests.engine_contract.plain_scan import PlainScan
from tests.engine_contract.queries import all_of, any_of, ask, phrase, word

FIRE = "f" * 16
FLOOD = "0" * 16
PAGES = (
    replace(page("new", "fire city", published=on("2017-03-01")), group=FIRE),
    replace(page("middle", "fire", published=on("2016-03-01")), group=FIRE),
    replace(page("old", "fire city", published=on("2015-03-01")), group=FIRE),
    replace(page("flood", "city flood", published=on("2016-05-05")), group=FLOOD),
    page("alone", "city", published=on("2014-01-01")),
    page("undated", "city"),
)
WORDS = any_of(word("police"), word("ville"), word("city"), phrase("of the"))


def folded(found: Found) -> list[tuple[str, ...]]:
    names = {ident(name): name for name in ("new", "middle", "old", "flood", "alone", "undated")}
    return [tuple(names[id] for id in (match.id, *match.copies)) for match in found.matches]


def grouped_pages(chance: random.Random, names: range, groups: int) -> list[Document]:
    """Random pages, half of them in one of so many groups."""
    pages = [random_page(chance, f"p{number}") for number in names]
    return [
        replace(each, group=f"{chance.randrange(groups):016x}") if chance.random() < 0.5 else each
        for each in pages
    ]


def walk(engine: SearchEngine, node: Node | None, sort: Sort, limit: int) -> list[Found]:
    """All pages."""
    pages, cursor = [], None
    while True:
        pages.append(ask(engine, node, sort=sort, limit=limit, cursor=cursor, fold=True))
        cursor = pages[-1].next
        if cursor is None:
            return pages


def test_the_first_of_a_group_in_order_stands_for_the_others(engine: SearchEngine) -> None:
    engine.add(PAGES, 1)
    newest = ask(engine, sort=Sort.NEWEST, fold=True)
    assert folded(newest) == [("new", "middle", "old"), ("flood",), ("alone",), ("undated",)]
    oldest = ask(engine, sort=Sort.OLDEST, fold=True)
    assert folded(oldest) == [("alone",), ("old", "middle", "new"), ("flood",), ("undated",)]


def test_only_copies_that_were_found_are_told(engine: SearchEngine) -> None:
    engine.add(PAGES, 1)
    found = ask(engine, all_of(word("fire"), word("city")), sort=Sort.OLDEST, fold=True)
    assert folded(found) == [("old", "new")]


def test_documents_and_groups_are_both_counted(engine: SearchEngine) -> None:
    engine.add(PAGES, 1)
    found = ask(engine, fold=True, limit=0, facets=("year",))
    assert (found.total, found.groups, found.matches) == (6, 4, ())
    # Facets count documents, folded or not: choosing a value gives so many.
    assert found.facets == ask(engine, limit=0, facets=("year",)).facets


def test_unfolded_matches_have_no_copies(engine: SearchEngine) -> None:
    engine.add(PAGES, 1)
    found = ask(engine)
    assert (len(found.matches), found.groups) == (6, None)
    assert not any(match.copies for match in found.matches)


def test_the_best_of_a_group_stands_for_it(real_engine: SearchEngine) -> None:
    best = replace(page("best", "flood flood flood", title="Flood"), group=FLOOD)
    some = [replace(page(f"s{n}", "a flood of other words"), group=FLOOD) for n in range(5)]
    real_engine.add([*some, best, page("other", "no such thing")], 1)
    (match,) = ask(real_engine, word("flood"), fold=True).matches
    assert match.id == best.id
    assert list(match.copies) == sorted(each.id for each in some)


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("limit", [1, 4, 13])
def test_pages_give_each_document_once(real_engine: SearchEngine, sort: Sort, limit: int) -> None:
    chance = random.Random(limit)
    for start in (0, 25, 50):
        real_engine.add(grouped_pages(chance, range(start, start + 25), 6), start)
    whole = ask(real_engine, WORDS, sort=sort, fold=True)
    pages = walk(real_engine, WORDS, sort, limit)
    assert tuple(match for each in pages for match in each.matches) == whole.matches
    assert whole.groups == len(whole.matches) < whole.total
    for number, each in enumerate(pages):
        assert (each.total, each.groups) == (whole.total, whole.groups)
        assert each.offset == number * limit
    shown = [id for match in whole.matches for id in (match.id, *match.copies)]
    unfolded = [match.id for match in ask(real_engine, WORDS, sort=sort).matches]
    assert sorted(shown) == sorted(unfolded)
    # What stands first is in the order of the unfolded list.
    places = [unfolded.index(match.id) for match in whole.matches]
    assert places == sorted(places)
    assert all(unfolded.index(m.id) < unfolded.index(c) for m in whole.matches for c in m.copies)


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("seed", range(5))
def test_pages_stay_right_while_copies_are_added(
    real_engine: SearchEngine, sort: Sort, seed: int
) -> None:
    chance = random.Random(seed)
    first = grouped_pages(chance, range(40), 8)
    real_engine.add(first, 1)
    wanted = {match.id for match in ask(real_engine, WORDS).matches}
    group_of = {each.id: each.group or each.id for each in first}
    shown: list[str] = []
    seen: set[str] = set()
    cursor, reached = None, 1
    while True:
        found = ask(real_engine, WORDS, sort=sort, limit=3, cursor=cursor, fold=True)
        shown += [group_of[match.id] for match in found.matches]
        seen |= {id for match in found.matches for id in (match.id, *match.copies)}
        cursor = found.next
        if cursor is None:
            break
        reached += 1
        more = grouped_pages(chance, range(reached * 100, reached * 100 + 4), 12)
        group_of |= {each.id: each.group or each.id for each in more}
        real_engine.add(more, reached)
    assert len(shown) == len(set(shown)), "a group is shown once"
    assert wanted <= seen, "what was there at the first page is shown on some page"


def test_a_cursor_of_folded_matches_is_for_them_alone(real_engine: SearchEngine) -> None:
    real_engine.add(PAGES, 1)
    for fold in (True, False):
        cursor = ask(real_engine, limit=2, fold=fold).next
        with pytest.raises(BadCursor):
            ask(real_engine, limit=2, fold=not fold, cursor=cursor)


@pytest.mark.parametrize("group", ["g", "Ω", "\ud800", "long " * 50])
def test_a_group_may_have_any_name(engine: SearchEngine, group: str) -> None:
    pages = [replace(page(name, "x"), group=group) for name in ("a", "b")]
    engine.add([*pages, page("c", "x"), page("d", "x")], 1)
    assert ask(engine, fold=True).groups == 3


def test_a_document_that_joins_a_group_is_folded_with_it(engine: SearchEngine) -> None:
    engine.add([*PAGES, page("late", "city fire")], 1)
    engine.add([replace(page("late", "city fire"), group=FIRE)], 2)
    found = ask(engine, word("fire"), sort=Sort.NEWEST, fold=True)
    (match,) = found.matches
    assert (found.total, found.groups) == (4, 1)
    assert match.copies[-1] == ident("late")


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("seed", range(3))
def test_groups_are_as_a_plain_scan_finds_them(tmp_path: Path, name: str, seed: int) -> None:
    chance = random.Random(seed)
    pages = grouped_pages(chance, range(60), 7)
    engine, oracle = open_engine(name, tmp_path / "index"), PlainScan()
    engine.add(pages, 1)
    oracle.add(pages, 1)
    for text in ("police", "city", "ville", "the", "nowhere"):
        for sort in (Sort.NEWEST, Sort.OLDEST):
            search = Search(word(text), sort=sort, limit=chance.choice((3, 100)), fold=True)
            found, expected = engine.search(search), oracle.search(search)
            assert [(m.id, m.copies) for m in found.matches] == [
                (m.id, m.copies) for m in expected.matches
            ]
            assert (found.total, found.groups) == (expected.total, expected.groups)
    engine.close()
