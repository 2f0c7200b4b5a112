"""“Did you mean”."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive import Archive
from archive.document import Place
from indexer import index
from indexer.engine import Selection
from indexer.errors import QueryError
from indexer.search import Query, Searcher
from tests.indexer.similar.test_similar import page

MONTREAL = Place(6077243, "Montréal", "city", "Quebec", "Canada")

PAGES = (
    page("a", "Sanctuary city", "The council declared a sanctuary city. Police listened.",
         source="The Harbour Times", authors=("Zoé Plume",), places=(MONTREAL,)),
    page("b", "Understanding", "An understanding of immigration, said police in 2017."),
    page("c", "Une école", "L’immigration à Montréal et l'école ; le conseil écoute.",
         language="fr", source="Le Fleuve"),
    page("d", "Montréal", "À MONTRÉAL, la police. Montréal encore.", language="fr"),
    page("e", "Under", "A bridge."),
    page("f", "Standing", "Somebody was standing."),
    page("slip", "A slip", "The goverment slipped once."),
    page("g", "Voices", "I don’t think so, she said. Don and O’Brien don’t; a dot and a brien do.",
         authors=("Nora O’Dell",)),
    page("h", "Don", "Don and Brien, a dot, a mont, cant of old. We’re here; we re-read it."),
    page("i", "Ville", "La mairie de l’arrondissement écoute ; aujourd’hui encore.", language="fr"),
    *(page(f"often{n}", f"Note {n}", f"The government wrote note {n}.") for n in range(120)),
)  # fmt: skip


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with Archive.create(tmp_path_factory.mktemp("spelling") / "archive") as archive:
        run = archive.begin_run("test", ())
        for capture, document in PAGES:
            archive.add(run, capture, document)
        archive.finish_run(run)
        yield Searcher(archive, index.open_index(archive))


def meant(searcher: Searcher, text: str, **asked: object) -> list[str]:
    results = searcher.search(Query(text, **asked))  # type: ignore[arg-type]
    return [one.text for one in results.meant]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("polise", "police"),
        ("Montreel", "Montréal"),
        ("immigartion", "immigration"),
        ("écolle", "école"),
        ("sanctuarycity", "sanctuary city"),
        ("under standing", "understanding"),
        ("l'imigration", "l'immigration"),
        ("mmigration", "immigration"),
        ("polise (council OR zebra) year:2017", None),
        ("polise immigration -rally", "police immigration -rally"),
        ("(polise OR gnu) lang:fr", "(police OR gnu) lang:fr"),
        ('"sanctuary sity"', '"sanctuary city"'),
        ('"sanctuarycity"', '"sanctuary city"'),
        ('title:sanctuarycity', 'title:"sanctuary city"'),
        ("polise w/9 listend", "police w/9 listened"),
        ("dont think", "don’t think"),
        ('"dont think"', '"don’t think"'),
        ("Obrien", "O’Brien"),
        ("obrien w/9 think", "O’Brien w/9 think"),
        ("author:odell", "author:O’Dell"),
        ("larrondissement", "l’arrondissement"),
        ("were", "We’re"),
        ("aujourdhui", "aujourd’hui"),
        ("dzebra", None),
        ("source:harbur", "source:Harbour"),
        ('author:"zoe plum"', 'author:"zoe Plume"'),
        ("source:(fluve OR gnu)", "source:(Fleuve OR gnu)"),
    ],
)  # fmt: skip
def test_the_whole_query_is_brought_to_what_the_archive_has(
    searcher: Searcher, typed: str, wanted: str | None
) -> None:
    assert meant(searcher, typed)[:1] == ([wanted] if wanted else [])


@pytest.mark.parametrize(
    "typed",
    ["police", "zzqxw", "2071", "yak", "xx", "goverment2", "-polise", "polis*", "😀", "שלוםם"],
)
def test_nothing_is_meant_where_nothing_is_near_or_something_is_found(
    searcher: Searcher, typed: str
) -> None:
    try:
        assert meant(searcher, typed) == []
    except QueryError:
        assert typed == "😀"


def test_each_suggestion_tells_how_many_pages_it_finds(searcher: Searcher) -> None:
    (one,) = searcher.search(Query("polise sanctury")).meant
    assert one.total == searcher.search(Query(one.text)).total == 1


def test_conditions_hold_for_what_is_suggested(searcher: Searcher) -> None:
    french = (Selection("language", frozenset({"fr"})),)
    assert meant(searcher, "sanctury", selections=french) == []
    assert meant(searcher, "sanctury") == ["sanctuary"]


def test_a_rare_slip_of_a_frequent_word_is_hinted_at_though_it_is_found(
    searcher: Searcher,
) -> None:
    results = searcher.search(Query("goverment"))
    assert results.total == 1
    assert [(one.text, one.total) for one in results.meant] == [("government", 120)]


def test_later_pages_suggest_nothing(searcher: Searcher) -> None:
    first = searcher.search(Query("zebra police", limit=1))
    assert first.nearest is not None
    later = searcher.search(Query("zebra polise", limit=1, cursor=None, help=False))
    assert later.meant == ()


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_what_is_suggested_finds_something_whatever_was_typed(
    searcher: Searcher, typed: str
) -> None:
    try:
        results = searcher.search(Query(typed))
    except QueryError:
        return
    for one in results.meant:
        assert searcher.search(Query(one.text)).total == one.total > 0


def test_a_query_of_a_thousand_characters_is_answered(searcher: Searcher) -> None:
    assert searcher.search(Query("p" * 1000)).meant == ()
    many = " ".join(f"polise{chr(97 + n % 26)}" for n in range(32))
    assert len(searcher.search(Query(many)).meant) <= 2
