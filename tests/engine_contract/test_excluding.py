"""Values of a facet that are left out, and the counts beside them."""

import random

import pytest

from indexer.engine import MISSING, Search, SearchEngine, Selection, Sort
from indexer.engines.cursor import fingerprint
from tests.engine_contract.documents import ident, random_page
from tests.engine_contract.queries import ask, random_node, word
from tests.engine_contract.test_facets import ALL, DOCUMENTS, one, rows, select
from tests.engine_contract.test_random import CHOICES


def leave_out(field: str, *values: str) -> Selection:
    return Selection(field, without=frozenset(values))


def test_a_document_with_an_excluded_value_is_left_out(engine: SearchEngine) -> None:
    engine.add(DOCUMENTS, 1)
    found = ask(engine, selections=(leave_out("source", "Light"),))
    assert {match.id for match in found.matches} == {ident(name) for name in "cdef"}
    assert ask(engine, word("city"), selections=(leave_out("source", "Light"),)).total == 1
    assert ask(engine, selections=(leave_out("author", "Ada"),)).total == len(DOCUMENTS) - 1


def test_of_several_excluded_values_none_may_hold(engine: SearchEngine) -> None:
    engine.add(DOCUMENTS, 1)
    both = leave_out("source", "Light", "Quay")
    assert ask(engine, selections=(both,)).total == 3
    apart = (leave_out("source", "Light"), leave_out("source", "Quay"))
    assert ask(engine, selections=apart).total == 3
    assert ask(engine, selections=(both, leave_out("language", "fr"))).total == 1


def test_documents_without_a_value_can_be_left_out(engine: SearchEngine) -> None:
    engine.add(DOCUMENTS, 1)
    found = ask(engine, selections=(leave_out("source", MISSING),), facets=("source",))
    (facet,) = found.facets
    assert found.total == 3
    assert (facet.missing, facet.missing_excluded, facet.missing_selected) == (3, True, False)


def test_a_value_selected_and_excluded_finds_nothing(engine: SearchEngine) -> None:
    engine.add(DOCUMENTS, 1)
    torn = Selection("source", frozenset({"Light"}), frozenset({"Light"}))
    found = ask(engine, selections=(torn,), facets=("source",))
    assert found.total == 0
    assert [(v.value, v.count) for v in found.facets[0].values] == [("Light", 2), ("Quay", 1)]


def test_an_excluded_value_stays_listed_with_what_it_takes_away(engine: SearchEngine) -> None:
    engine.add(DOCUMENTS, 1)
    facet = one(engine, "source", selections=(leave_out("source", "Light"),), facet_size=0)
    assert rows(facet) == [("Light", 2)]
    assert facet.values[0].excluded
    assert facet.other == 1
    (gone,) = one(
        engine, "source", selections=(leave_out("source", "Nobody"),), facet_size=0
    ).values
    assert (gone.value, gone.count, gone.excluded, gone.selected) == ("Nobody", 0, True, False)


def test_what_is_excluded_narrows_the_other_values_of_its_own_facet(engine: SearchEngine) -> None:
    engine.add(DOCUMENTS, 1)
    facet = one(engine, "author", selections=(leave_out("author", "Ada"),))
    assert rows(facet) == [("Ada", 1)]  # Bram wrote with Ada alone


def test_an_excluded_year_has_no_bar(engine: SearchEngine) -> None:
    engine.add(DOCUMENTS, 1)
    found = ask(engine, selections=(leave_out("year", "2016"),), histogram=True)
    assert found.histogram is not None
    assert [(year.name, year.count) for year in found.histogram.years] == [("2017", 1)]


def test_a_cursor_belongs_to_what_was_left_out() -> None:
    plain = Search(sort=Sort.NEWEST)
    without = Search(sort=Sort.NEWEST, selections=(leave_out("source", "Light"),))
    within = Search(sort=Sort.NEWEST, selections=(select("source", "Light"),))
    assert len({fingerprint(each) for each in (plain, without, within)}) == 3


@pytest.mark.parametrize("seed", range(6))
def test_clicking_a_count_of_n_gives_n_whatever_is_left_out(
    engine: SearchEngine, seed: int
) -> None:
    chance = random.Random(seed)
    engine.add([random_page(chance, f"p{number}") for number in range(40)], 1)
    node = None if seed % 2 else random_node(chance, 1)
    names = chance.sample(sorted(CHOICES), 2)
    chosen = tuple(
        Selection(
            name,
            frozenset(chance.sample(CHOICES[name], chance.randint(0, 1))),
            frozenset(chance.sample(CHOICES[name], 2)),
        )
        for name in names
    )
    for facet in ask(engine, node, selections=chosen, facets=ALL).facets:
        others = tuple(each for each in chosen if each.field != facet.field)
        without = {v for each in chosen if each.field == facet.field for v in each.without}
        counts = {row.value: row.count for row in facet.values} | {MISSING: facet.missing}
        assert without - {MISSING} <= {row.value for row in facet.values if row.excluded}
        for value, count in counts.items():
            alone = Selection(facet.field, frozenset({value}), frozenset(without - {value}))
            found = ask(engine, node, selections=(*others, alone))
            assert found.total == count, (facet.field, value)


def test_pages_of_a_search_that_leaves_out_follow_each_other(real_engine: SearchEngine) -> None:
    chance = random.Random(3)
    real_engine.add([random_page(chance, f"p{number}") for number in range(60)], 1)
    chosen = (leave_out("source", chance.choice(CHOICES["source"])), leave_out("year", MISSING))
    for sort in Sort:
        whole = ask(real_engine, word("city"), selections=chosen, sort=sort, limit=1000)
        seen: list[str] = []
        cursor = None
        while True:
            page = ask(
                real_engine, word("city"), selections=chosen, sort=sort, limit=3, cursor=cursor
            )
            seen += [match.id for match in page.matches]
            if (cursor := page.next) is None:
                break
        assert seen == [match.id for match in whole.matches]
        assert len(seen) == whole.total > 3
