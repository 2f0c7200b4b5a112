"""The terms of one unquoted word."""

import pytest

from indexer.query import language_code, query_words
from indexer.query.languages import language_codes, language_name


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("Police,", ("police",)),
        ("l'immigration", ("immigration",)),
        ("d’asile", ("asile",)),
        ("Qu’elle", ("elle",)),
        ("l’", ("l",)),
        ("l’s", ("s",)),
        ("Montreal's", ("montreal",)),
        ("Montréal’s", ("montreal",)),
        ("'s", ("s",)),
        ("don't", ("don", "t")),
        ("co-operation", ("co", "operation")),
        ("l-immigration", ("l", "immigration")),
        ("O'Brien", ("o", "brien")),
        ("U.S.", ("u", "s")),
        ("aujourd’hui", ("aujourd", "hui")),
        ("l’Oréal's", ("oreal",)),
        ("&", ()),
    ],
)
def test_clitics_and_possessives_are_left_out(typed: str, terms: tuple[str, ...]) -> None:
    assert query_words(typed) == terms


@pytest.mark.parametrize("typed", ["fr", "FR", "French", "français", "francais", "FRANÇAIS"])
def test_a_language_has_a_code_and_names(typed: str) -> None:
    assert language_code(typed) == "fr"


def test_every_code_names_itself() -> None:
    assert [code for code in language_codes() if language_code(code) != code] == []
    assert language_name("de", "fr") == "allemand"
    assert language_code("klingon") is None
