"""Which French words share a stem, and which do not."""

from unicodedata import normalize

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from indexer.analysis import fold, stem, stems, words
from indexer.french import endings
from indexer.french.endings import ENDINGS, spelled
from indexer.french.irregular import STEM_OF

# Forms of one word on a line.
MEET = """
    naufragé naufragée naufragés naufragées
    logé logée logés logées loger loge
    expatrié expatriée expatriés expatriées expatrier expatrie
    crié crier crie
    créé créée créés créées créer
    nommé nommée nommés nommées
    appuyé appuyée appuyés appuyées appuyer
    accrédité accréditée accrédités accréditées
    retenu retenue retenus retenues
    battu battue battus battues battre
    perdu perdue perdus perdues perdre perdra
    inclus incluse incluses
    permis permise permises
    compris comprise comprises
    banni bannie bannis bannies bannir bannissent bannissait banniront
    servi servie servis servies servir servait servent
    interdit interdite interdits interdites
    traduit traduite traduits traduites traduire traduisent
    inscrit inscrite inscrits inscrites inscrire inscrivent
    usager usagers usagère usagères
    étranger étrangers étrangère étrangères
    boulanger boulangers boulangère boulangères
    policier policiers policière policières
    travail travaux
    vitrail vitraux
    journal journaux
    régional régionaux régionale régionales
    tableau tableaux
    lieu lieux
    loi lois
    emploi emplois
    photo photos
    opinion opinions
    mission missions
    directeur directeurs directrice directrices
    chercheur chercheurs chercheuse chercheuses
    actif actifs active actives
    portrait portraits
    blanc blancs blanche blanches
    travaille travaillent travailler travaillé
    signifie signifient signifier signifié
    dépasse dépassent dépassé dépasser
"""

# Words that a careless rule would make one.
APART = """
    expatrié expatrions expater
    réfugier refuge
    conseiller conseil
    étranger étrange
    usager usage
    content contenu
    souvent souvenir
    vincent vaincre
    propos propre
    Paris pari par
    devis dévie
    avis avion
    entrée entre
    chèque chercheur
    hiver hivernal
    fini fin
    maladie malade
    parti pari
"""


def lines(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


def stem_of(word: str) -> str:
    (token,) = words(word)
    return stem(token.term, "fr")


@pytest.mark.parametrize("forms", lines(MEET), ids=lambda forms: forms[0])
def test_forms_of_a_word_share_a_stem(forms: list[str]) -> None:
    assert len({stem_of(form) for form in forms}) == 1, {form: stem_of(form) for form in forms}


@pytest.mark.parametrize("others", lines(APART), ids=lambda others: others[0])
def test_other_words_keep_stems_of_their_own(others: list[str]) -> None:
    assert len({stem_of(other) for other in others}) == len(others)


@pytest.mark.parametrize("forms", lines(MEET), ids=lambda forms: forms[0])
def test_capitals_and_forgotten_accents_change_no_stem(forms: list[str]) -> None:
    for form in forms:
        bare = "".join(c for c in normalize("NFD", form) if c.isalpha())
        ways = {form, form.upper(), form.capitalize(), bare, bare.upper(), normalize("NFD", form)}
        assert len({stem_of(way) for way in ways}) == 1


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet="abcdefgilmnopqrstuvxyz", min_size=2, max_size=12))
def test_a_participle_in_e_meets_its_feminine(root: str) -> None:
    masculine, feminine = f"{root}é", f"{root}ée"
    assume(fold(masculine) not in STEM_OF and fold(feminine) not in STEM_OF)
    assert stem_of(masculine) == stem_of(feminine) == stem_of(f"{feminine}s")


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet="abcdeéèiïlmnoôpqrstuùxyzœ", min_size=1, max_size=20))
def test_a_stem_is_folded_and_never_empty(word: str) -> None:
    made = stem_of(word).removeprefix("fr:")
    assert made
    assert fold(made) == made


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="aeioumnrst", min_size=1, max_size=16))
def test_a_query_word_is_looked_up_under_the_stem_of_the_page(word: str) -> None:
    assert stem(word, "fr") in stems(word)


def test_a_form_in_the_table_has_one_stem_whichever_way_it_is_reached() -> None:
    assert {STEM_OF[stem] for stem in STEM_OF.values()} == set(STEM_OF.values())
    assert all(fold(word) == word for word in STEM_OF)


@settings(max_examples=500, deadline=None)
@given(
    st.text(alphabet="acdeilmnoprstu", max_size=16),
    st.sampled_from([ending for rule in ENDINGS for ending in rule.endings]),
)
def test_what_stands_far_before_an_ending_does_not_matter(root: str, ending: str) -> None:
    near = spelled(root + ending)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(endings, "LOOKED_AT_CHARACTERS", 1_000)
        assert spelled(root + ending) == near


def test_a_word_of_any_length_is_spelled() -> None:
    long = "x" * 100_000
    assert spelled(f"{long}nus") == f"{long}nu"
    assert spelled(long) == long
