"""The language of a page, also where it is short or changes on the way."""

import pytest

from indexer.metadata import describe
from indexer.metadata.language import find_language
from indexer.metadata.page import Page

ENGLISH = "The council voted for the plan, and residents of the city were pleased with it.\n"
FRENCH = "Le conseil a voté pour le plan, et les résidents de la ville étaient contents.\n"


def told(text: str) -> tuple[str, str]:
    language = describe(text=text).language
    return language.value, language.finder


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("北京市政府宣布新政策。", "zh"),
        ("東京の市役所は今日休みです。", "ja"),
        ("서울시는 오늘 새 정책을 발표했다.", "ko"),
        ("Η Αθήνα σήμερα.", "el"),
        ("กรุงเทพมหานคร", "th"),
    ],
)
def test_a_script_of_one_language_tells_it_in_a_few_letters(text: str, code: str) -> None:
    assert told(text) == (code, "script")


def test_a_few_words_that_tell_nothing_are_undetermined() -> None:
    assert told("Toronto 2017")[0] == "und"


def test_the_language_of_most_of_a_page_is_its_language() -> None:
    assert find_language(Page(text=ENGLISH * 16 + FRENCH * 40)).value == "fr"
    assert find_language(Page(text=FRENCH * 16 + ENGLISH * 40)).value == "en"
    assert find_language(Page(text=ENGLISH * 5)).value == "en"
