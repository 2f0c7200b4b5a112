import io

import numpy as np
import pytest

from indexer.cleaning.flow import certain_and_suspect
from indexer.cleaning.judge import Verdict, can_judge, judge, weights
from indexer.cleaning.judge.beside import with_sentences
from indexer.cleaning.judge.best import best_lines
from indexer.cleaning.judge.features import features_of, names_of
from indexer.cleaning.judge.judge import kept
from indexer.cleaning.judge.opinions import all_names
from indexer.cleaning.judge.reasons import NAME
from indexer.cleaning.judge.trees import Trees
from indexer.cleaning.line import read_bare_lines
from indexer.cleaning.page import Page

MENUS = {
    "en": ["Home", "City Desk", "Farm & Field", "Weekend", "Events Calendar", "Obituaries"],
    "fr": ["Accueil", "La ville", "Les champs", "Fin de semaine", "Agenda", "Nécrologie"],
    "es": ["Inicio", "La ciudad", "El campo", "Fin de semana", "Agenda", "Contacto"],
    "de": ["Startseite", "Die Stadt", "Auf dem Land", "Wochenende", "Termine", "Impressum"],
}
PROSE = {
    "en": [
        "The council met for nine hours in the old hall, and nearly every seat was taken by people "
        "who had come to speak against the plan to close the library.",
        "The mayor said that no decision had been made, and that the report would be ready in May.",
        "A second meeting is set for the spring, when the budget is laid before the public.",
    ],
    "fr": [
        "Le conseil a siégé neuf heures dans l'ancienne salle, et presque tous les sièges étaient "
        "pris par des gens venus parler contre la fermeture de la bibliothèque.",
        "La mairesse a dit qu'aucune décision n'était prise et que le rapport serait prêt en mai.",
        "Une deuxième rencontre est prévue au printemps, quand le budget sera rendu public.",
    ],
    "es": [
        "El consejo se reunió durante nueve horas en la antigua sala, y casi todos los asientos "
        "estaban ocupados por vecinos que venían a hablar contra el cierre de la biblioteca.",
        "La alcaldesa dijo que no se había tomado ninguna decisión y que el informe sale en mayo.",
        "Habrá una segunda reunión en la primavera, cuando el presupuesto se haga público.",
    ],
    "de": [
        "Der Rat tagte neun Stunden lang im alten Saal, und fast alle Plätze waren von Leuten "
        "besetzt, die gegen die Schließung der Bücherei sprechen wollten.",
        "Die Bürgermeisterin sagte, es sei noch nichts entschieden, und der Bericht komme im Mai.",
        "Eine zweite Sitzung ist für das Frühjahr geplant, wenn der Haushalt vorgelegt wird.",
    ],
}


def page_in(language: str) -> str:
    """A flattened page: a menu, three paragraphs, the menu again."""
    return "\n".join([*MENUS[language], *PROSE[language], *MENUS[language]])


def judged(text: str) -> tuple[Page, Verdict]:
    page = Page(read_bare_lines(text.split("\n")))
    certain, suspects = certain_and_suspect(page)
    return page, judge(page, certain.keys(), suspects)


@pytest.mark.parametrize("language", PROSE)
def test_prose_stays_and_most_of_a_menu_goes_in_any_language(language):
    page, verdict = judged("\n".join([page_in(language), *MENUS[language] * 4]))
    taken = {page.content[at].text for at in verdict.removals}
    assert taken.isdisjoint(PROSE[language])
    assert len(taken & set(MENUS[language])) >= len(MENUS[language]) // 2


def test_what_the_judge_takes_has_its_likelihood_in_words():
    _, verdict = judged("\n".join([page_in("en"), *MENUS["en"] * 4]))
    assert verdict.removals
    for removal in verdict.removals.values():
        assert removal.rule == NAME
        assert removal.score is not None
        assert 0 <= removal.score <= 1
        assert removal.reason.endswith("likely to be text")


def test_a_page_of_few_lines_is_left_to_the_rules():
    lines = [*MENUS["en"], *PROSE["en"]]
    assert not can_judge(Page(read_bare_lines(lines)), frozenset())


def test_on_a_thinned_page_only_what_is_surely_no_text_goes():
    words, likely = np.full(60, 6, np.float32), np.full(60, 0.95, np.float32)
    likely[-3:] = 0.3, 0.16, 0.14
    assert kept(likely, words, is_html=False).tolist() == [True] * 59 + [False]


def test_on_a_page_of_much_furniture_what_is_hardly_text_goes():
    words, likely = np.full(60, 6, np.float32), np.full(60, 0.02, np.float32)
    likely[:5] = 0.9, 0.9, 0.9, 0.9, 0.3
    assert kept(likely, words, is_html=False).tolist() == [True] * 4 + [False] * 56


def test_a_judged_page_is_never_emptied():
    page, verdict = judged("\n".join(MENUS["en"] * 8))
    assert len(verdict.removals) < len(page.content)


def test_judging_is_the_same_each_time():
    assert judged(page_in("fr") * 3)[1] == judged(page_in("fr") * 3)[1]


def test_doubtful_lines_that_stay_say_how_doubtful_they_are():
    _, verdict = judged(page_in("en"))
    assert verdict.doubts.keys().isdisjoint(verdict.removals)
    assert all(0 <= doubt < 0.65 for doubt in verdict.doubts.values())


def test_weights_are_small_know_these_features_and_survive_writing():
    shipped = weights.shipped()
    assert shipped.names == all_names()
    first, second = io.BytesIO(), io.BytesIO()
    weights.write(shipped, first)
    weights.write(weights.read(io.BytesIO(first.getvalue())), second)
    assert first.getvalue() == second.getvalue()
    assert len(first.getvalue()) < 2_000_000


def test_trees_add_up_the_leaves_that_their_questions_lead_to():
    trees = Trees(
        features=np.array([0, 1]),
        thresholds=np.array([0.5, 2.0], np.float32),
        questions=np.array([[0, 1], [1, 0]]),
        leaves=np.array([[0, 1, 2, 3], [0, 10, 20, 30]], np.float32),
        bias=-1.0,
    )
    rows = np.array([[0, 1, 0, 1], [0, 0, 3, 3]], np.float32)
    expected = [-1, -1 + 1 + 20, -1 + 2 + 10, -1 + 3 + 30]
    assert trees.likelihoods(rows) == pytest.approx(1 / (1 + np.exp(-np.array(expected, float))))


def test_a_plain_page_is_cut_near_one_half_and_a_doubtful_one_keeps_more():
    words = np.full(6, 10, np.float32)
    plain = np.array([0.99, 0.98, 0.97, 0.4, 0.02, 0.01], np.float32)
    doubtful = np.array([0.45, 0.4, 0.4, 0.35, 0.3, 0.05], np.float32)
    assert best_lines(plain, words).tolist() == [True] * 3 + [False] * 3
    assert best_lines(doubtful, words).sum() == 5


def test_every_feature_is_a_number_on_odd_pages():
    scores = weights.shipped().scores
    for text in (
        "|",
        "•",
        "市議会は図書館を閉じる計画について話し合った。",
        "\ud800",
        "a" * 5000,
        "𝔘𝔫𝔦 🙂",
    ):
        rows = features_of(Page(read_bare_lines([text] * 3)), {1}, {}, scores)
        assert rows.shape == (len(names_of()), 3)
        assert np.isfinite(rows).all()


def test_a_doubtful_sentence_beside_kept_text_stays_with_the_heading_between() -> None:
    lines = read_bare_lines(["Home", "We met here.", "Why?", "What is next", "They go on.", "Menu"])
    likely = np.array([0.05, 0.5, 0.5, 0.24, 0.22, 0.2], np.float32)
    keep = np.array([False, True, True, False, False, False])
    assert with_sentences(lines, likely, keep).tolist() == [False, True, True, True, True, False]


def test_a_sentence_that_a_rule_took_or_that_is_surely_no_text_does_not_stay() -> None:
    lines = read_bare_lines(["We met here today.", "Sign up for news today.", "Share this now."])
    likely = np.array([0.9, 0.0, 0.2], np.float32)
    keep = np.array([True, False, False])
    assert with_sentences(lines, likely, keep).tolist() == [True, False, False]
