"""Days that stand in a page's lines, and are not the day on which it was published."""

from datetime import date

import pytest

from indexer.metadata import describe
from indexer.metadata.page import Page, line_keys
from indexer.metadata.published.mention import mentions

ENGLISH = "The council voted on Monday night to keep the shelter open through the winter."
FRENCH = "Le conseil a voté lundi soir pour garder le refuge ouvert pendant tout l'hiver."
PAGES = {
    "en": "The shelter stays open\n{}\n" + 3 * f"{ENGLISH}\n",
    "fr": "Le refuge reste ouvert\n{}\n" + 3 * f"{FRENCH}\n",
}
OTHER_LINES = "".join(f"Line {chr(97 + n)} of the menu\n" for n in range(26)) * 2


def published(line, language, rest):
    found = describe(text=PAGES[language].format(line) + rest).published
    return found and (found.earliest, found.latest)


@pytest.mark.parametrize("rest", ["", OTHER_LINES], ids=["short", "long"])
@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Correction, March 9, 2017: a name was wrong.", "en"),
        ("Corrected on March 9, 2017", "en"),
        ("Editor's note, March 9, 2017: a name was wrong.", "en"),
        ("Clarification (March 9, 2017): a name was wrong.", "en"),
        ("Rectificatif, 9 mars 2017 : un nom était faux.", "fr"),
        ("Correction, le 9 mars 2017 : un nom était faux.", "fr"),
        ("Précision (9 mars 2017) : un nom était faux.", "fr"),
        ("Note de la rédaction, le 9 mars 2017 : un nom était faux.", "fr"),
    ],
)
def test_a_correction_bounds_the_day_as_any_change_does(line, language, rest):
    assert published(line, language, rest) == (None, date(2017, 3, 9))


@pytest.mark.parametrize("rest", ["", OTHER_LINES], ids=["short", "long"])
@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Next meeting: March 9, 2017", "en"),
        ("Hearing date: March 9, 2017", "en"),
        ("The hearing will be held on March 9, 2017.", "en"),
        ("Thursday, March 9, 2017, 7 pm, Room 4", "en"),
        ("March 9, 2017 at 7:30 p.m. in the community centre", "en"),
        ("May 3, 1931 - March 9, 2017", "en"),
        ("Prochaine réunion : le 9 mars 2017", "fr"),
        ("Date de la séance : 9 mars 2017", "fr"),
        ("Date de l’audience : 9 mars 2017", "fr"),
        ("Le jeudi 9 mars 2017 à 19 h, salle 4", "fr"),
        ("3 mai 1931 – 9 mars 2017", "fr"),
    ],
)
def test_the_day_of_a_meeting_or_of_a_life_is_not_the_pages(line, language, rest):
    assert published(line, language, rest) is None


@pytest.mark.parametrize("rest", ["", OTHER_LINES], ids=["short", "long"])
@pytest.mark.parametrize(
    ("lines", "language", "day"),
    [
        ("Meeting date: 2017-04-11\nReport date: 2017-03-28", "en", date(2017, 3, 28)),
        ("Published March 9, 2017 at 7 pm", "en", date(2017, 3, 9)),
        ("March 9, 2017 7:30 pm", "en", date(2017, 3, 9)),
        ("March 9, 2017 · 3 min read · By Harbour Hall", "en", date(2017, 3, 9)),
        ("March 9, 2017 3:15 pm | By Ann Church", "en", date(2017, 3, 9)),
        ("Stand: 14.03.2017, 18:05 Uhr\nVeröffentlicht am 13.03.2017", "en", date(2017, 3, 13)),
        ("Le 4 juill. 2016 à 14h30", "fr", date(2016, 7, 4)),
        ("Publié le 9 mars 2017 à 19 h", "fr", date(2017, 3, 9)),
    ],
)
def test_the_pages_own_day_is_kept_beside_them(lines, language, day, rest):
    assert published(lines, language, rest) == (day, day)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Meeting date: 2017-04-11", ["scheduled"]),
        ("May 3, 1931 - March 9, 2017", ["scheduled", "scheduled"]),
        ("Posted May 3, 2017 - Updated May 9, 2017", ["published", "updated"]),
        ("Correction: first published on March 9, 2017", ["published"]),
    ],
)
def test_the_words_beside_a_day_tell_an_appointment_from_a_stamp(line, said):
    page = Page(lines=(line,), keys=line_keys((line,)))
    assert [mention.said for mention in mentions(page)] == said


@pytest.mark.parametrize(
    ("line", "url", "ends"),
    [
        ("Mise en ligne : 03/04/2017", None, (date(2017, 3, 4), date(2017, 4, 3))),
        (
            "Mise en ligne : 03/04/2017",
            "https://a.example.ca/x",
            (date(2017, 3, 4), date(2017, 4, 3)),
        ),
        ("Mise en ligne : 03/04/2017", "https://a.example.fr/x", (date(2017, 4, 3),) * 2),
        ("Mise en ligne : 03/04/2017\nBruxelles", None, (date(2017, 4, 3),) * 2),
        (
            "Mise en ligne : 03/04/2017\nDe Bruxelles à Montréal",
            None,
            (date(2017, 3, 4), date(2017, 4, 3)),
        ),
        ("Mise en ligne : 03/04/2017\nArchives : 23/04/2015", None, (date(2017, 4, 3),) * 2),
    ],
)
def test_a_french_page_that_can_be_of_canada_has_both_orders_of_numbers(line, url, ends):
    found = describe(text=PAGES["fr"].format(line), url=url).published
    assert (found.earliest, found.latest) == ends
