"""Suggestions while typing."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive import Archive
from archive.corrections import Correction
from archive.document import Place
from indexer import index
from indexer.analysis import terms
from indexer.engine import Selection
from indexer.search import Query, Searcher
from indexer.suggest import Kind, Suggestion
from indexer.suggest.suggestion import Entry
from indexer.suggest.table import Table
from tests.indexer.similar.test_similar import page
from tests.webui.pages import CAPTURED

MONTREAL = Place(6077243, "Montréal", "city", "Quebec", "Canada")
ONTARIO = Place(6093943, "Ontario", "region", None, "Canada")

PAGES = (
    page("a", "Sanctuary city declared", "The sanctuary vote. Sanctions follow; police wait."),
    page("b", "Un conseil de ville", "Le conseil a voté sur la police et l'école.", language="fr",
         source="Le Fleuve", places=(MONTREAL,)),
    page("c", "What a sanctuary city means", "Police and sanctuary and school.",
         source="The Harbour Times", authors=("Zoé Plume",), places=(ONTARIO, MONTREAL)),
    page("d", "École fermée", "L'école de Montréal ferme; la police aussi.", language="fr"),
    page("e", "ecole fermee", "Copie du titre, sans accents, sur une école.", language="fr"),
    page("f", '"Quoted" <b>title</b> * 😀', "Markup."),
    page("g", "גשר נסגר", "הגשר נסגר"),
    page("h", "Wrong title", "The police."),
)  # fmt: skip


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with Archive.create(tmp_path_factory.mktemp("suggest") / "archive") as archive:
        run = archive.begin_run("test", ())
        for capture, document in PAGES:
            archive.add(run, capture, document)
        archive.finish_run(run)
        wrong = PAGES[-1][1].id
        archive.correct(Correction(wrong, "title", '"Righted title"', "", "A. Roe", CAPTURED))
        searcher = Searcher(archive, index.open_index(archive))
        searcher.warm().join()
        yield searcher


def said(searcher: Searcher, typed: str, kind: Kind | None = None) -> list[str]:
    return [s.entry.text for s in searcher.suggest(typed) if kind in (None, s.entry.kind)]


def test_words_come_before_titles_and_titles_are_found_at_any_word(searcher: Searcher) -> None:
    found = said(searcher, "sanct")
    assert found[0] == "sanctuary"
    assert said(searcher, "sanct", Kind.TITLE) == [
        "Sanctuary city declared",
        "What a sanctuary city means",
    ]


def test_accents_and_case_make_no_difference_and_words_show_theirs(searcher: Searcher) -> None:
    for typed in ("ECOL", "école", "Écol"):
        assert said(searcher, typed, Kind.WORD) == ["école"]


def test_titles_that_differ_in_accents_alone_are_one_and_are_searched_for(
    searcher: Searcher,
) -> None:
    (title,) = [s for s in searcher.suggest("ecole f") if s.entry.kind is Kind.TITLE]
    assert (title.entry.count, title.entry.id) == (2, "")
    assert searcher.search(Query(title.query)).total == 2


def test_a_corrected_title_is_suggested_the_wrong_one_not(searcher: Searcher) -> None:
    assert said(searcher, "righted") == ["Righted title"]
    assert said(searcher, "wrong") == []


def test_places_sources_and_authors_are_suggested_with_their_counts(searcher: Searcher) -> None:
    (place,) = [s for s in searcher.suggest("montr") if s.entry.kind is Kind.PLACE]
    assert (place.entry.text, place.entry.count) == ("Montréal, Quebec", 2)
    assert (place.entry.field, place.entry.value) == ("city", "6077243")
    assert said(searcher, "tim", Kind.SOURCE) == ["The Harbour Times"]
    assert said(searcher, "plu", Kind.AUTHOR) == ["Zoé Plume"]
    assert said(searcher, "queb", Kind.PLACE) == ["Quebec, Canada"]


def test_a_name_is_completed_in_its_field(searcher: Searcher) -> None:
    (one,) = searcher.suggest('police source:"har')
    assert one.query == 'police source:"The Harbour Times"'
    assert said(searcher, "SOURCE:fle") == ["Le Fleuve"]


def test_the_last_word_is_completed_where_the_whole_finds_something(searcher: Searcher) -> None:
    (one,) = [s for s in searcher.suggest("police sch") if s.entry.kind is Kind.WORD] or [None]
    assert one is None  # "school" stands in one page only
    assert said(searcher, "school sanc") == ["school sanctuary"]
    assert said(searcher, "zebra sanc") == []


@pytest.mark.parametrize("typed", ["a", "sa", "mont", "école f", "sanctuary c", "police san", "q"])
def test_every_suggestion_finds_something(searcher: Searcher, typed: str) -> None:
    for one in searcher.suggest(typed, 20):
        entry = one.entry
        chosen = () if one.query else (Selection(entry.field, frozenset({entry.value})),)
        found = searcher.search(Query(one.query or "", chosen)).total
        assert found, one
        if entry.kind not in (Kind.WORD, Kind.PHRASE):
            assert found == entry.count


def test_what_was_typed_is_marked_in_what_is_suggested(searcher: Searcher) -> None:
    for one in searcher.suggest("sanctuary c"):
        start, end = one.mark
        assert terms(one.entry.text[start:end]) == ["sanctuary", "c"]


@pytest.mark.parametrize(
    "typed", ["", " ", "😀", "()", '"', "*", "a" * 1000, "\u202eabc", "\x00", "source:", 'city:"']
)
def test_nonsense_gets_nothing_and_no_error(searcher: Searcher, typed: str) -> None:
    assert searcher.suggest(typed) == ()


def test_right_to_left_titles_are_found(searcher: Searcher) -> None:
    assert said(searcher, "נס") == ["גשר נסגר"]


@given(st.text(max_size=120))
@settings(max_examples=200, deadline=None)
def test_no_typed_text_fails(searcher: Searcher, typed: str) -> None:
    found = searcher.suggest(typed, 5)
    assert len(found) <= 5
    assert all(isinstance(one, Suggestion) for one in found)


TITLES = st.lists(st.text("abé c", min_size=1, max_size=60), max_size=20)


@given(TITLES, st.text("abé c", min_size=1, max_size=50))
@settings(max_examples=300, deadline=None)
def test_the_table_finds_what_a_plain_look_at_each_title_finds(
    titles: list[str], typed: str
) -> None:
    table = Table((Entry(Kind.TITLE, title, 1) for title in titles), frozenset())
    prefix = " ".join(terms(typed))
    wanted = [
        title
        for title in titles
        if prefix
        and any(
            " ".join(terms(title)[place:]).startswith(prefix)
            for place in range(min(8, len(terms(title))))
        )
    ]
    found = [entry.text for entry in table.begin_with(prefix, Kind.TITLE, 100)]
    assert sorted(found) == sorted(wanted)
