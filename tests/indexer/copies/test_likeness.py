"""What is a near-copy: a text under other headlines and with cuts, not another notice of a form."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.copies.likeness import likeness
from indexer.copies.phrases import phrases_of
from tests.indexer.copies.texts import ENGLISH, FRENCH, alike, sentence, story

WIRE = story(1)

MEETING = (
    "The council of Alder Bay will meet in the old customs house on the second floor to hear from "
    "residents about the plan for the harbour front, the price of the ferry and the repair of the "
    "sea wall. Those who want to speak should give their name to the clerk before noon of the day, "
    "and those who cannot come may send a letter, which will be read aloud. Papers for the meeting "
    "can be seen at the library and at the post office. The house has a ramp on its north side, "
    "and help for those who hear badly can be asked for at the desk by the main door. "
)
REUNION = (
    "Le conseil de Baie-des-Aulnes se réunira dans l'ancienne maison de la douane, au deuxième "
    "étage, afin d'entendre les gens du village à propos du projet du bord de mer, du prix du "
    "traversier et de la réparation de la digue. Les personnes qui veulent parler donnent leur nom "
    "au greffe avant midi, et celles qui ne peuvent venir envoient une lettre, qui sera lue à voix "
    "haute. Les papiers de la réunion sont à la bibliothèque et au bureau de poste. La maison a "
    "une rampe du côté nord, et une aide pour les gens qui entendent mal se demande à l'accueil. "
)


def text(*sentences: str) -> str:
    return "\n\n".join(sentences)


def test_a_story_under_another_headline_with_its_end_cut_is_a_near_copy():
    found = alike(text("Ferry to stop", *WIRE), text("No more boats to the island", *WIRE[:16]))
    assert found.are_near
    assert found.contained > 0.95


def test_a_story_without_two_of_its_quotations_is_a_near_copy():
    assert alike(text(*WIRE), text(*WIRE[:5], *WIRE[7:11], *WIRE[13:])).are_near


def test_a_story_in_french_with_a_byline_and_a_closing_note_is_a_near_copy():
    own = story(2, words=FRENCH)
    printed = text("Le traversier s'arrête", "Par Anne Roy", *own, "Avec La Presse de l'île.")
    assert alike(text(*own), printed).are_near


def test_a_story_with_its_paragraphs_in_another_order_is_a_near_copy():
    assert alike(text(*WIRE), text(*WIRE[12:], *WIRE[:12])).are_near


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (MEETING + "It begins at 7 in the evening.", MEETING + "It begins at 9 in the evening."),
        ("On 5 January. " + MEETING, "On 2 February. " + MEETING),
        (MEETING.replace("second", "Tuesday 4 March, second"),
         MEETING.replace("second", "Tuesday 1 April, second")),
        ("Réunion du 5 janvier. " + REUNION, "Réunion du 2 février. " + REUNION),
        (REUNION.replace("midi", "le 12 mai"), REUNION.replace("midi", "le 9 juin")),
    ],
)  # fmt: skip
def test_two_notices_of_one_form_with_another_day_or_hour_are_no_near_copies(one, other):
    found = alike(one, other)
    assert found.share > 0.9
    assert not found.are_near


def test_two_bills_that_differ_in_the_sentence_that_matters_are_no_near_copies():
    frame = story(3, 20)
    ours, theirs = story(4, 2), story(5, 2)
    one, other = text(*frame[:10], *ours, *frame[10:]), text(*frame[:10], *theirs, *frame[10:])
    assert not alike(one, other).are_near


def test_brief_texts_are_near_only_when_one_is_nearly_all_of_the_other():
    brief = story(6, 9)
    assert 100 < len(" ".join(brief).split()) < 200
    assert not alike(text(*brief), text(*brief, *story(7, 5))).are_near
    assert alike(text(*brief), text(*brief, "By Ann Roy")).are_near


def test_texts_under_a_hundred_words_are_no_near_copies():
    short = story(8, 4)
    assert not alike(text(*short), text(*short, "Ends.")).are_near


def test_a_figure_that_only_one_of_two_printings_has_does_no_harm():
    assert alike(text(*WIRE), text(*WIRE[:8], "It cost 12 million.", *WIRE[8:])).are_near


texts = st.lists(
    st.one_of(
        st.sampled_from(WIRE), st.randoms(use_true_random=False).map(lambda r: sentence(r, ENGLISH))
    ),
    max_size=30,
).map(lambda some: text(*some))


@given(texts, texts)
@settings(deadline=None, max_examples=60)
def test_likeness_is_the_same_either_way(one, other):
    first, second = phrases_of(one), phrases_of(other)
    assert likeness(first, second) == likeness(second, first)


@given(texts)
@settings(deadline=None, max_examples=30)
def test_a_text_is_wholly_like_itself(one):
    found = alike(one, one.upper())
    assert found.replaced == found.figures == 0
    assert found.share == (1.0 if len(one.split()) >= 4 else 0.0)
