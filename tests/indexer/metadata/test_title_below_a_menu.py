"""The headline of a flattened page, below what its site hangs above every page."""

import pytest

from indexer.metadata import describe

HEADLINE = "Shelter to stay open through the winter"
STORY = (
    "The council voted nine to four on Monday night to keep the shelter open, after three hours of"
    " speeches from residents.\nStaff will return with a budget."
)


@pytest.mark.parametrize(
    "above",
    [
        "NEWS SPORTS OPINION CLASSIFIEDS",
        "Culture",
        "Cart (0)",
        "Calendar",
        "Startseite",
        "Inicio",
        "首页",
        "الرئيسية",
        "EMBARGOED UNTIL MAY 9, 2017",
        "Poems | Essays | Archive | Donate",
        "THE HARBOUR GAZETTE\nNEWS SPORTS OPINION CLASSIFIEDS\nSign in",
        "Startseite\nPolitik\nKultur\nStartseite",
    ],
)
def test_menu_words_above_the_headline_are_no_title(above):
    assert describe(text=f"{above}\n{HEADLINE}\n{STORY}").title.value == HEADLINE


CHINESE = (
    "镇议会星期一晚上讨论了三个小时，最后以九票对四票决定冬天继续开放收容所，"
    "居民、护士和店主都发了言。"
)
ARABIC = (
    "صوت المجلس مساء الاثنين لصالح إبقاء الملجأ مفتوحا طوال الشتاء بعد ثلاث ساعات "
    "من كلمات السكان والممرضات وأصحاب المتاجر في المدينة."
)


@pytest.mark.parametrize(
    ("above", "headline", "story"),
    [
        ("首页\n新闻\n登录", "镇议会决定冬天继续开放收容所", CHINESE),
        ("الرئيسية\nأخبار", "المجلس يبقي الملجأ مفتوحا", f"٢٢ فبراير ٢٠١٧\n{ARABIC}"),
    ],
)
def test_a_headline_in_a_script_of_its_own_is_found(above, headline, story):
    assert describe(text=f"{above}\n{headline}\n{story}").title.value == headline


@pytest.mark.parametrize("title", ["Embargo lifted on lobster", "Winter", "News from the shelter"])
def test_a_short_headline_or_one_with_a_sections_word_stays(title):
    assert describe(text=f"{title}\n{STORY}").title.value == title
