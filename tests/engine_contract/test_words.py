"""Which documents words and phrases find."""

import pytest

from archive.document import Document
from indexer.engine import SearchEngine
from indexer.query.nodes import Node, Scope
from tests.engine_contract.documents import (
    CANADA,
    LONDON,
    LONDON_UK,
    MONTREAL,
    TORONTO,
    ident,
    on,
    page,
)  # fmt: skip
from tests.engine_contract.queries import (
    all_of,
    any_of,
    but_not,
    dated,
    ids,
    phrase,
    within,
    word,
)  # fmt: skip

DOCUMENTS = (
    page("vote", "The council voted for a sanctuary city. Officers co-operate.", title="A vote",
         source="The Harbour Light", authors=("Ada Quill",), published=on("2016-03-01"),
         places=(TORONTO, CANADA), removed=("Skip to content", "Share this")),
    page("votes", "Votes were counted in the city; no sanctuary.", title="Police vote again",
         source="Council of Riverton", published=on("2016-12-01", "2017-01-31"),
         places=(LONDON,)),
    page("ecole", "L’immigration à Montréal, et l'école.", title="Une école", language="fr",
         source="L'Étoile du Quai", authors=("Zoé Plume",), published=on("2017-05-05"),
         places=(MONTREAL,), removed=("Partager",)),
    page("open", "City of sanctuary", title="End of", published=on("2017-06-01", ""),
         places=(LONDON_UK,)),
    page("bare", "naïve 東京 co operation", title="Sanctuary", language="und"),
)  # fmt: skip

FOUND: dict[str, tuple[Node | None, str]] = {
    "no query means every document": (None, "vote votes ecole open bare"),
    "a word is found in any form": (word("voting"), "vote votes"),
    "a word is found in title or text": (word("sanctuary"), "vote votes open bare"),
    "case does not matter": (word("SANCTUARY"), "vote votes open bare"),
    "accents do not matter": (word("montreal"), "ecole"),
    "typed accents do not matter either": (word("naïve"), "bare"),
    "a French word is found in its French forms": (word("écoles"), "ecole"),
    "a clitic typed before a word is dropped": (word("l'immigration"), "ecole"),
    "a word behind a clitic is found": (word("immigration"), "ecole"),
    "a possessive is dropped": (word("city's"), "vote votes open"),
    "a word of two parts is two words in sequence, in any form": (word("co-operating"), "vote"),
    "a form of another language stays apart": (word("operation"), "bare vote"),
    "each Han character is a word": (word("東"), "bare"),
    "Han characters typed together stand together": (word("東京"), "bare"),
    "Han characters in another order are not there": (word("京東"), ""),
    "a word that nobody wrote finds nothing": (word("walrus"), ""),
    "what holds no word finds nothing": (word("&"), ""),
    "removed text is not found without asking": (word("share"), ""),
    "a phrase stands in this order": (phrase("sanctuary city"), "vote"),
    "a phrase in the other order is another phrase": (phrase("city of sanctuary"), "open"),
    "a phrase is exact": (phrase("council votes"), ""),
    "a phrase folds case and accents": (phrase("A MONTREAL"), "ecole"),
    "a phrase runs over punctuation": (phrase("city officers"), "vote"),
    "a phrase does not run from title to text": (phrase("end of city"), ""),
    "a phrase of one word is that word exactly": (phrase("votes"), "votes"),
    "a phrase may be in the title": (phrase("police vote"), "votes"),
    "an empty phrase finds nothing": (phrase("!"), ""),
    "and narrows": (all_of(word("city"), word("council")), "vote"),
    "or widens": (any_of(word("council"), word("école")), "vote ecole"),
    "not leaves the others": (but_not(word("city")), "ecole bare"),
    "not inside and": (all_of(word("city"), but_not(word("council"))), "votes open"),
    "words in the title only": (within(Scope.TITLE, word("sanctuary")), "bare"),
    "a phrase in the title only": (within(Scope.TITLE, phrase("sanctuary city")), ""),
    "words in the removed lines": (within(Scope.REMOVED, word("sharing")), "vote"),
    "a field holds for all inside it": (
        within(Scope.TITLE, any_of(word("police"), word("école"))), "votes ecole"),
    "the field nearest to a word counts": (
        within(Scope.TITLE, within(Scope.REMOVED, word("skip"))), "vote"),
    "a source by a word of its name": (within(Scope.SOURCE, word("etoile")), "ecole"),
    "a source by words in sequence": (within(Scope.SOURCE, phrase("harbour light")), "vote"),
    "a source is not stemmed": (within(Scope.SOURCE, word("harbours")), ""),
    "a source by words out of sequence": (within(Scope.SOURCE, phrase("light harbour")), ""),
    "an author by a name": (within(Scope.AUTHOR, word("plume")), "ecole"),
    "a city by name means all of that name": (within(Scope.CITY, word("london")), "votes open"),
    "a city by label": (within(Scope.CITY, phrase("London, Ontario")), "votes"),
    "a city by GeoNames id": (within(Scope.CITY, word("2643743")), "open"),
    "a country is no city": (within(Scope.CITY, word("6251999")), ""),
    "a place of any kind": (within(Scope.PLACE, phrase("Canada")), "vote"),
    "a language by code": (within(Scope.LANGUAGE, word("fr")), "ecole"),
    "a language by name": (within(Scope.LANGUAGE, word("Français")), "ecole"),
    "a language that we do not know": (within(Scope.LANGUAGE, word("klingon")), ""),
    "published inside for certain": (dated("2016-01-01", "2016-12-31"), "vote"),
    "published inside perhaps": (dated("2016-01-01", "2016-12-31", perhaps=True), "vote votes"),
    "published after, for certain, however late": (dated("2017-01-01", None), "ecole open"),
    "published before, for certain": (dated(None, "2017-05-31"), "vote votes ecole"),
    "a range without an end is never before": (dated(None, "2030-01-01"), "vote votes ecole"),
    "a range without an end is perhaps in any later year": (
        dated("2019-01-01", "2019-12-31", perhaps=True), "open"),
    "any date at all": (dated(None, None), "vote votes ecole open"),
}  # fmt: skip


@pytest.mark.parametrize("case", FOUND)
def test_a_query_finds_exactly(engine: SearchEngine, case: str) -> None:
    node, names = FOUND[case]
    engine.add(DOCUMENTS, 1)
    assert ids(engine, node) == {ident(name) for name in names.split()}


def test_an_empty_index_answers(engine: SearchEngine) -> None:
    assert engine.reached() == 0
    assert ids(engine, word("city")) == set()


def test_a_very_long_word_is_found(engine: SearchEngine) -> None:
    long: Document = page("long", "x" * 100_000)
    engine.add([long], 1)
    assert ids(engine, word("x" * 100_000)) == {long.id}


FRENCH = (
    page("masculine", "Un privilégié a écrit.", language="fr"),
    page("feminine", "Une privilégiée a écrit.", language="fr"),
    page("capitals", "LES PRIVILEGIES ONT ECRIT.", language="fr"),
    page("title", "Rien de plus.", title="Des privilégiées", language="fr"),
    page("privilege", "Le privilège a coûté cher.", language="fr"),
    page("both", "The harbour is the place that was lost and found.\n"
         "Les privilégiés sont dans une école pour la nuit.", language="en"),
    page("removed", "Rien.", removed=("Privilégiés recueillis",), language="fr"),
    page("bakers", "Les boulangères de la ville.", language="fr"),
    page("bakery", "On boulange au port.", language="fr"),
    page("works", "Les travaux du port.", language="fr"),
)  # fmt: skip
PRIVILEGED = "masculine feminine capitals title both"
FOUND_IN_FRENCH: dict[str, tuple[Node, str]] = {
    "the masculine finds the feminine": (word("privilégié"), PRIVILEGED),
    "the feminine finds the masculine": (word("privilégiée"), PRIVILEGED),
    "a plural finds all": (word("privilégiées"), PRIVILEGED),
    "no accent needs to be typed": (word("privilegiee"), PRIVILEGED),
    "capitals need no accents": (word("PRIVILEGIE"), PRIVILEGED),
    "another word is left out": (word("privilèges"), "privilege"),
    "a noun in -er finds its feminine": (word("boulanger"), "bakers"),
    "a plural that no rule brings back": (word("travail"), "works"),
    "forms stand side by side": (word("travail-du-ports"), "works"),
    "removed lines are stemmed alike": (within(Scope.REMOVED, word("privilégiée")), "removed"),
}


@pytest.mark.parametrize("case", FOUND_IN_FRENCH)
def test_a_french_word_finds_its_forms(engine: SearchEngine, case: str) -> None:
    node, names = FOUND_IN_FRENCH[case]
    engine.add(FRENCH, 1)
    assert ids(engine, node) == {ident(name) for name in names.split()}
