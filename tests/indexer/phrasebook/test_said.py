"""A finished English sentence in French: what is put into French, and what stays as it is."""

import pytest

from indexer.phrasebook import said, told

NARROW, NO_BREAK = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


def shown(text: str) -> str:
    """French with plain spaces, to be read in a test."""
    return text.replace(NARROW, " ").replace(NO_BREAK, " ")


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("There is no word in it.", "Il n’y a aucun mot dedans."),
        ("The quotation mark “ is never closed.", "Le guillemet “ n’est jamais fermé."),
        (
            "The query has 1,200 characters; 1,000 are allowed.",
            "La requête a 1 200 caractères ; 1 000 sont permis.",
        ),
        ("AND and OR stand side by side.", "AND et OR se suivent."),
        (
            "It stands on 12 of 1,340 different texts of Harbour Post.",
            "Elle figure dans 12 des 1 340 textes différents de Harbour Post.",
        ),
        ("It follows “Share”. It asks to share the page.",
         "Elle suit « Share ». Elle invite à partager la page."),
        ("94% the same words as this page",
         "94 % des mots sont les mêmes que ceux de cette page"),
        ("short, in capitals, no end of a sentence, near the page's top; 0.12 likely to be text",
         "courte, en majuscules, sans fin de phrase, vers le haut de la page ; "
         "vraisemblance d’être du texte : 0,12"),
        ("the largest place of that name; after “in”; in a dateline",
         "le plus grand lieu de ce nom ; après « in » ; dans une mention de lieu et de date"),
        ("nearest to the page's other places (United States 3 times)",
         "le plus proche des autres lieux de la page (États-Unis, 3 fois)"),
        ("stated: manifest", "indiqué : manifeste"),
        ("named 4 times, in the title, in the first lines",
         "nommée 4 fois, dans le titre, dans les premières lignes"),
        ("meta article:published_time", "balise méta article:published_time"),
        ("url, named in sources.toml", "adresse URL, nommé dans sources.toml"),
        ("correction by Ann Roy: she said so", "correction par Ann Roy : she said so"),
        ("Looking up the words of this query takes too long.",
         "Rechercher les mots de cette requête prend trop de temps."),
        ("It is 25.1 MB; a page may have 20 MB.",
         "Sa taille est de 25,1 Mo ; une page peut avoir 20 Mo."),
        ("skip-link", "lien d’évitement"),
    ],
)  # fmt: skip
def test_a_sentence_is_said_in_french(english: str, french: str) -> None:
    found = said(english, "fr")
    assert shown(found.text) == french
    assert found.language == "fr"


def test_a_sentence_that_the_book_does_not_know_stays_english_and_says_so() -> None:
    found = said("The moon is full.", "fr")
    assert (found.text, found.language) == ("The moon is full.", "en")


def test_a_sentence_of_a_template_that_goes_on_in_unknown_words_stays_english() -> None:
    for text in (
        "Type your name.",
        "It follows “Share”. The moon is full.",
        "short, green; 0.12 likely to be text",
        "It is a moon, not a page.",
        "The query has many characters; 1,000 are allowed.",
        "the only place of that name; the moon is full",
    ):
        assert said(text, "fr").language == "en", text


def test_in_english_and_in_languages_without_a_book_sentences_are_as_they_are() -> None:
    assert said("There is no word in it.", "en").text == "There is no word in it."
    assert said("There is no word in it.", "de").language == "en"


@pytest.mark.parametrize(
    "typed",
    [
        "There is no word in it.",
        "Share”. It asks to share the page. It follows “me",
        "”. It asks to share the page.",
        "It follows “x”. It asks to share the page.",
        "{reason}",
        "%s {0} \\",
        "« déjà » : 1,200",
        "",
    ],
)
def test_what_a_sentence_quotes_is_never_put_into_french(typed: str) -> None:
    found = said(f"It follows “{typed}”. It asks to share the page.", "fr").text
    assert found == (f"Elle suit «{NO_BREAK}{typed}{NO_BREAK}». Elle invite à partager la page.")
    name = said(f'No page names a city called "{typed}".', "fr").text
    assert f"«{NO_BREAK}{typed}{NO_BREAK}»" in name


def test_where_the_parts_are_known_nothing_typed_is_taken_for_a_part() -> None:
    message = "{word} is not there."
    hostile = "“a” is not there; spelled nearly so: “b”"
    found = told(message, [("word", f"“{hostile}”")], "fr")
    assert found.text == f"«{NO_BREAK}{hostile}{NO_BREAK}» n’y est pas."


def test_a_template_whose_parts_are_not_of_their_kind_stays_english() -> None:
    found = told("{count} of {all} match.", [("count", "some"), ("all", "3")], "fr")
    assert (found.text, found.language) == ("some of 3 match.", "en")


def test_lists_are_told_with_french_signs_and_how_many_are_left() -> None:
    found = told("The words that fit: {found}.", [("found", "“a”, “b” and 1,003 more")], "fr")
    assert shown(found.text) == "Les mots qui conviennent : « a », « b » et 1 003 de plus."


def test_places_and_languages_of_a_list_have_their_french_names() -> None:
    places = [("found", "“Victoria, British Columbia”, “United States”")]
    found = told("The places that it names: {found}.", places, "fr")
    assert shown(found.text).endswith("« Victoria, Colombie-Britannique », « États-Unis ».")
    spoken = told("It is in {found}.", [("found", "“German”, “English”")], "fr")
    assert shown(spoken.text) == "Langue : « allemand », « anglais »."


@pytest.mark.parametrize(
    ("apart", "french"),
    [("1", "à 1 mot l’un de l’autre"), ("2", "à 2 mots l’un"), ("10", "à 10 mots l’un"),
     ("1,003", "à 1 003 mots l’un")],
)  # fmt: skip
def test_a_noun_follows_its_number(apart: str, french: str) -> None:
    message = "{first} and {second} stand {apart} words apart, but in the other order."
    values = [("first", "“a”"), ("second", "“b”"), ("apart", apart)]
    assert french in shown(told(message, values, "fr").text)
