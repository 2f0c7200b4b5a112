"""Counts of facets, and that clicking one gives what it promised."""

import random

import pytest

from indexer import fields
from indexer.engine import MISSING, UNCERTAIN, Facet, SearchEngine, Selection
from tests.engine_contract.documents import (
    CANADA,
    LONDON,
    MONTREAL,
    TORONTO,
    ident,
    on,
    page,
    random_page,
)
from tests.engine_contract.queries import ask, random_node, word

ALL = tuple(field.name for field in fields.FACETS)

DOCUMENTS = (
    page("a", "city", published=on("2016-03-01"), source="Light", places=(TORONTO, CANADA)),
    page("b", "city", published=on("2016-02-01", "2016-09-30"), source="Light", places=(LONDON,)),
    page("c", "city", published=on("2016-12-01", "2017-01-31"), language="fr", places=(MONTREAL,)),
    page("d", "town", published=on("2017-06-01", ""), language="fr", authors=("Ada", "Bram")),
    page("e", "town", published=on("", ""), language="und", years=(1999, 2016)),
    page("f", "town", published=on("2017-06-01"), source="Quay"),
)


def select(field: str, *values: str) -> Selection:
    return Selection(field, frozenset(values))


def rows(facet: Facet) -> list[tuple[str, int]]:
    return [(row.label, row.count) for row in facet.values]


def one(engine: SearchEngine, name: str, **options: object) -> Facet:
    (facet,) = ask(engine, facets=(name,), **options).facets
    return facet


def test_values_are_listed_by_count_then_label(engine: SearchEngine) -> None:
    engine.add(DOCUMENTS, 1)
    facet = one(engine, "language")
    assert rows(facet) == [("English", 3), ("French", 2)]
    assert facet.missing == 1


def test_years_are_listed_newest_first_and_a_wider_range_is_uncertain(
    engine: SearchEngine,
) -> None:
    engine.add(DOCUMENTS, 1)
    facet = one(engine, "year")
    assert [(row.value, row.count) for row in facet.values] == [
        ("2017", 1),
        ("2016", 2),
        (UNCERTAIN, 2),
    ]
    assert facet.missing == 1


def test_a_city_counts_for_its_region_and_country(engine: SearchEngine) -> None:
    engine.add(DOCUMENTS, 1)
    assert rows(one(engine, "city")) == [
        ("London, Ontario", 1),
        ("Montréal, Quebec", 1),
        ("Toronto, Ontario", 1),
    ]
    assert rows(one(engine, "region")) == [("Ontario, Canada", 2), ("Quebec, Canada", 1)]
    assert rows(one(engine, "country")) == [("Canada", 3)]


def test_a_document_counts_once_in_each_of_its_values(engine: SearchEngine) -> None:
    engine.add(DOCUMENTS, 1)
    assert rows(one(engine, "author")) == [("Ada", 1), ("Bram", 1)]
    assert rows(one(engine, "year_mentioned")) == [("2016", 1), ("1999", 1)]


def test_what_is_left_out_is_told(engine: SearchEngine) -> None:
    engine.add(DOCUMENTS, 1)
    facet = one(engine, "source", facet_size=1)
    assert (rows(facet), facet.other, facet.missing) == ([("Light", 2)], 1, 3)
    assert one(engine, "source", facet_size=0).other == 3


def test_counts_are_of_what_the_query_finds(engine: SearchEngine) -> None:
    engine.add(DOCUMENTS, 1)
    (facet,) = ask(engine, word("city"), facets=("source",)).facets
    assert (rows(facet), facet.missing) == ([("Light", 2)], 1)


def test_a_facet_ignores_its_own_selection_so_that_a_second_value_can_be_ticked(
    engine: SearchEngine,
) -> None:
    engine.add(DOCUMENTS, 1)
    chosen = (select("source", "Light"), select("language", "en"))
    found = ask(engine, selections=chosen, facets=("source", "language"))
    source, language = found.facets
    assert found.total == 2
    assert rows(source) == [("Light", 2), ("Quay", 1)]
    assert rows(language) == [("English", 2)]


def test_values_of_one_facet_widen_and_two_facets_narrow(engine: SearchEngine) -> None:
    engine.add(DOCUMENTS, 1)
    both = select("source", "Light", "Quay")
    assert ask(engine, selections=(both,)).total == 3
    assert ask(engine, selections=(both, select("year", "2017"))).total == 1
    twice = (select("source", "Light"), select("source", "Quay"))
    assert ask(engine, selections=twice).total == 3


def test_missing_and_uncertain_can_be_selected(engine: SearchEngine) -> None:
    engine.add(DOCUMENTS, 1)
    undated = ask(engine, selections=(select("year", MISSING),), facets=("year",))
    assert [match.id for match in undated.matches] == [ident("e")]
    assert undated.facets[0].missing_selected
    both = ask(engine, selections=(select("year", MISSING, UNCERTAIN),))
    assert {match.id for match in both.matches} == {ident("c"), ident("d"), ident("e")}


def test_a_selected_value_stays_listed_at_zero(engine: SearchEngine) -> None:
    engine.add(DOCUMENTS, 1)
    chosen = (select("source", "Quay", "Nobody"),)
    found = ask(engine, word("city"), selections=chosen, facets=("source",))
    listed = [(row.value, row.count, row.selected) for row in found.facets[0].values]
    assert found.total == 0
    assert listed == [("Light", 2, False), ("Nobody", 0, True), ("Quay", 0, True)]


def test_a_selected_value_is_listed_beyond_the_size(engine: SearchEngine) -> None:
    engine.add(DOCUMENTS, 1)
    facet = one(engine, "source", selections=(select("source", "Quay"),), facet_size=0)
    assert (rows(facet), facet.other) == ([("Quay", 1)], 2)


def test_an_empty_selection_narrows_nothing(engine: SearchEngine) -> None:
    engine.add(DOCUMENTS, 1)
    assert ask(engine, selections=(select("source"),)).total == len(DOCUMENTS)


def test_odd_values_come_back_as_they_were(engine: SearchEngine) -> None:
    engine.add([page("odd", source="A \ud800 “B”\x1eC")], 1)
    facet = one(engine, "source")
    assert ask(engine, selections=(select("source", facet.values[0].value),)).total == 1


@pytest.mark.parametrize("seed", range(6))
def test_clicking_a_count_of_n_gives_n(engine: SearchEngine, seed: int) -> None:
    chance = random.Random(seed)
    engine.add([random_page(chance, f"p{number}") for number in range(40)], 1)
    node = None if seed % 2 else random_node(chance, 1)
    chosen = {"country": frozenset({"Canada", MISSING}), "language": frozenset({"en", "fr"})}
    selections = tuple(Selection(name, values) for name, values in chosen.items())
    for facet in ask(engine, node, selections=selections, facets=ALL).facets:
        others = tuple(each for each in selections if each.field != facet.field)
        counts = {row.value: row.count for row in facet.values} | {MISSING: facet.missing}
        for value, count in counts.items():
            alone = (*others, select(facet.field, value))
            assert ask(engine, node, selections=alone).total == count, (facet.field, value)
