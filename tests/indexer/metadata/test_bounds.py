"""What bounds the date of a page that states none: sentences, and near misses."""

from datetime import date

import pytest

from indexer.metadata.page import Page
from indexer.metadata.published.bounds import told_as_past
from indexer.metadata.published.past import days_told, is_past


def bound(sentence, paragraph=""):
    """The newest day that one sentence tells as past, as text, or None."""
    days = days_told(sentence, paragraph or sentence) if is_past(sentence) else ()
    return max(map(str, days), default=None)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The council voted in 2014 to keep the shelter open.", "2014-01-01"),
        ("The motion follows the vote of the board in January 2017.", "2017-01-01"),
        ("An inquest followed in the fall of 2014, and then a campaign.", "2014-09-01"),
        ("À l’automne 2021, la clinique espérait encore une mesure semblable.", "2021-09-01"),
        ("Le collectif est né et a grandi depuis l'été 2003, dans une cuisine.", "2003-06-01"),
        ("Toronto has learned much since the vote of 2013, they said.", "2013-01-01"),
        ("In the 2016 fiscal year, removals dropped to 12,400.", "2016-03-31"),
        ("Removals fell to 9,000 in fiscal year 2016.", "2016-03-31"),
        ("Pour l'exercice 2016, les renvois ont diminué à 9 000.", "2016-03-31"),
        ("In 2016, a total of 312 people were turned away.", "2016-07-02"),
        ("En 2016, 312 personnes ont été refusées au total.", "2016-07-02"),
        ("Shelters were full throughout 2016, the report found.", "2016-07-02"),
    ],
)
def test_what_is_told_as_past_bounds_the_page(sentence, day):
    assert bound(sentence) == day


def test_a_count_of_the_federal_government_in_washington_is_known_in_october():
    paragraph = "The U.S. federal government counted on. In the 2016 fiscal year, they fell to 240."
    assert bound("In the 2016 fiscal year, they fell to 240.", paragraph) == "2016-09-30"


@pytest.mark.parametrize(
    ("sentence", "most"),
    [
        ("The shelter will open in 2030, the mayor said.", None),
        ("The province is expected to decide in the fall of 2019.", None),
        ("Council approved $4 million for the 2019 fiscal year.", None),
        ("The budget for fiscal 2019 fell to $4 million.", None),
        ("Revenue rose to $4 million in fiscal 2019.", None),
        ("The company recorded sales of 4 million in fiscal year 2019.", None),
        ("So far in 2016, a total of 312 people were turned away.", "2016-01-01"),
        ("In the first half of 2016, 312 people were refused in total.", None),
        ("In 2016, a total of 312 beds could be added.", None),
        ("Les lits seront prêts à l'automne 2021, a dit la mairesse.", None),
        ("She had a fall 2014 collection and was proud of it.", None),
    ],
)
def test_what_is_to_come_or_under_way_bounds_no_more_than_it_tells(sentence, most):
    assert bound(sentence) == most


def earliest(*paragraphs):
    """The first day that a page of these paragraphs can have, as text."""
    published = told_as_past(Page(text="\n\n".join(paragraphs)), ())
    return published and str(published.earliest)


LAST_WEEK = "Last week, the city became the third to promise that nobody is asked for papers."
IN_2016 = "In October 2016, the council of another town was asked to do the same, and refused."


@pytest.mark.parametrize(
    ("news", "day"),
    [
        ("After the council approved it on 20 February, the mayor said he was glad.", "2017-02-20"),
        ("The council voted on Monday, February 20, and the mayor will sign.", "2017-02-20"),
        ("Le conseil a adopté la motion le 20 février, et la mairesse signera.", "2017-02-20"),
    ],
)
def test_news_of_a_day_without_a_year_bounds_by_the_first_that_fits(news, day):
    assert earliest(LAST_WEEK, news, "A few words.", IN_2016) == day


@pytest.mark.parametrize(
    "near_miss",
    [
        "The new policy takes effect on 20 February, and the mayor said he was glad.",
        "The council asked the board to report back on 20 February in a public hearing.",
        "The city announced that the shelter opens on 20 February at nine in the morning.",
        "The hearing was postponed, officials said, and is now on 20 February, at city hall.",
        "The march was held every year on 20 February, as long as anyone remembered.",
        "The town marked the anniversary of the fire on 20 February with a silent march.",
        "In 1919 workers left the mills, and on 20 February the whole town walked out.",
        "He was born on 20 February, when the river was frozen and no doctor came.",
        "“They came to my door on 20 February and asked for papers,” the woman said.",
        "The law of 20 February was read aloud, and nobody listened to it.",
        "Les résidents ont été invités à une rencontre le 20 février, a dit la Ville.",
        "La grève a commencé autrefois un matin, le 20 février, racontent les anciens.",
    ],
)
def test_a_day_without_a_year_that_may_be_another_years_bounds_nothing(near_miss):
    assert earliest(LAST_WEEK, near_miss, "A few words.", IN_2016) == "2016-10-01"


@pytest.mark.parametrize(
    "opening",
    [
        "The city became the third to promise that nobody is asked for papers at a counter.",
        "“Last week nobody asked me,” said a man at the counter, and he smiled at the clerk.",
        "The clinic is open on Mondays, and on Saturdays too where volunteers are found.",
        "Le lundi, la clinique ouvre à neuf heures; le samedi, elle reste fermée.",
    ],
)
def test_a_page_that_does_not_count_from_its_own_day_is_no_news(opening):
    told = "After the council approved it on 20 February, the mayor said he was glad."
    assert earliest(opening, told, "A few words.", IN_2016) == "2016-10-01"


def test_a_year_named_just_before_is_the_years_of_the_day():
    story = "The strike began in 1919, when the mills cut the pay of the night shift."
    told = "The whole town walked out on 20 February and stayed out for a month."
    assert earliest(LAST_WEEK, story, told, "A few words.", IN_2016) == "2016-10-01"


def test_a_day_of_the_last_half_year_leaves_the_bound_where_it_is():
    told = "The council approved it on 20 September, and the mayor said he was glad."
    assert earliest(LAST_WEEK, told, "A few words.", IN_2016) == "2016-10-01"


def test_no_bound_is_after_the_day_of_capture():
    from datetime import UTC, datetime

    told = "After the council approved it on 20 February, the mayor said he was glad."
    captured = datetime(2017, 1, 5, tzinfo=UTC)
    page = Page(text=f"{LAST_WEEK}\n\n{told}\n\nA few words.\n\n{IN_2016}", captured=captured)
    assert told_as_past(page, ()).earliest == date(2016, 10, 1)
