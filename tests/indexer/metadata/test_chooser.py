import io
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.metadata.page import Page, line_keys
from indexer.metadata.published import agreement, features
from indexer.metadata.published.choose import Judged, between, chosen, judge
from indexer.metadata.published.mention import mentions
from indexer.metadata.published.sources import Stated
from indexer.metadata.published.weights import read, shipped, write

FEB_3 = date(2017, 2, 3)
PROSE = "The council voted nine to four on Monday night to keep the shelter open all winter."


def page(*lines):
    return Page(lines=lines, keys=line_keys(lines))


def said(*lines):
    return [(m.day.isoformat(), m.said) for m in mentions(page(*lines))]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["Published on February 3, 2017"], "published"),
        (["Publié le 3 février 2017"], "published"),
        (["Posted:", "February 3, 2017"], "published"),
        (["Last updated:", "February 3, 2017"], "updated"),
        (["Ann RoyUpdated onFebruary 3, 2017"], "updated"),
        (["Mis à jour le 3 février 2017 à 9 h 12"], "updated"),
        (["Thread starter Rosa", "Start date Feb 3, 2017"], "begun"),
        (["asked Feb 3, 2017 at 4:39"], "begun"),
        (["answered Feb 3, 2017 at 13:22"], "answered"),
        (["Joined", "Feb 3, 2017"], "member"),
        (["Accessed February 3, 2017"], "cited"),
        (["By Ann Roy | February 3, 2017"], "by"),
        (["February 3, 2017"], ""),
    ],
)
def test_the_words_beside_a_day_tell_what_it_is_the_day_of(lines, words):
    assert said(*lines) == [("2017-02-03", words)]


def test_two_days_of_a_line_have_each_its_own_words():
    line = "Published February 3, 2017 · Updated March 9, 2018"
    assert said(line) == [("2017-02-03", "published"), ("2018-03-09", "updated")]


def test_a_sentence_above_a_day_is_no_label():
    assert said("It was published twice in vain, they say.", "February 3, 2017")[0][1] == ""


@pytest.mark.parametrize(
    ("line", "is_candidate"),
    [
        ("February 3, 2017", True),
        ("Metro | Ann Roy | February 3, 2017 | 4 min read | 3 comments", True),
        ("TORONTO, Feb. 3, 2017 – " + PROSE, True),
        ("The mayor wrote on February 3, 2017, that " + PROSE, False),
        ("Last updated February 3, 2017", False),
        ("February 2017", False),
    ],
)
def test_a_day_that_a_sentence_tells_cannot_be_the_pages(line, is_candidate):
    assert [m.is_candidate for m in mentions(page(line))] == [is_candidate]


@pytest.mark.parametrize(
    "line",
    [
        "By Ann RoyFebruary 3, 2017No Comments",
        "February 3, 20178:15 AM ET",
        "February 3, 20175 min read",
        "3 February 20172 comments",
        "February 3, 2017February 9, 2018",
    ],
)
def test_words_glued_to_a_day_do_not_hide_it(line):
    assert mentions(page(line))[0].day == FEB_3


@pytest.mark.parametrize(
    "line",
    [
        "3. Februar 2017",
        "3 de febrero de 2017",
        "3 de fevereiro de 2017",
        "3 febbraio 2017",
        "3 februari 2017",
        "2017年2月3日",
        "2017년 2월 3일",
    ],
)
def test_a_day_is_read_in_other_languages_too(line):
    assert [m.day for m in mentions(page(line))] == [FEB_3]


def test_numbers_of_a_page_are_read_in_one_order():
    assert [m.day for m in mentions(page("03/02/2017", "25/01/2017"))] == [FEB_3, date(2017, 1, 25)]


def test_every_feature_has_its_name():
    rows = features.features_of(page("Shelter", "3 February 2017", PROSE), mentions(page("x")))
    assert rows == []
    shelter = page("Shelter", "3 February 2017", PROSE)
    [row] = features.features_of(shelter, mentions(shelter))
    assert len(row) == len(features.NAMES)
    told = agreement.Told({FEB_3: 0.5}, mentions(shelter))
    stated = (Stated("meta", FEB_3, "meta date", "2017-02-03"),)
    [row] = agreement.features_of(stated, told)
    assert len(row) == len(agreement.NAMES)


def test_the_shipped_trees_ask_for_features_that_there_are():
    assert shipped().lines.features.max() < len(features.NAMES)
    assert shipped().days.features.max() < len(agreement.NAMES)


def test_weights_are_written_to_the_same_bytes_and_read_back():
    first, second = io.BytesIO(), io.BytesIO()
    write(shipped(), first)
    write(shipped(), second)
    assert first.getvalue() == second.getvalue()
    first.seek(0)
    assert np.array_equal(read(first).lines.leaves, shipped().lines.leaves)


def test_days_that_disagree_give_the_range_from_one_to_the_other():
    stated = (Stated("article", FEB_3, "json-ld datePublished", "2017-02-03T08:00"),)
    found = between(Judged(stated, (), {}, {FEB_3: 0.3, date(2017, 2, 9): 0.3}))
    assert (found.earliest, found.latest) == (FEB_3, date(2017, 2, 9))
    assert (found.evidence, found.quote) == ("sources disagree", "2017-02-03T08:00 / 2017-02-09")


def test_days_that_only_lines_name_give_no_range():
    assert between(Judged((), (), {}, {FEB_3: 0.3, date(2017, 2, 9): 0.3})) is None


def test_a_short_page_is_not_compared_with_itself():
    assert chosen(page("Shelter", "3 February 2017", PROSE)) is None


LINES = st.lists(
    st.sampled_from(["3 February 2017", "Joined", "by Ann Roy", PROSE, "03/02/2017", "© 2016", ""])
    | st.text(max_size=60),
    max_size=60,
)


@settings(max_examples=40, deadline=None)
@given(LINES)
def test_likelihoods_are_shares_and_days_are_the_pages_own(lines):
    judged = judge(page(*lines), shipped())
    assert all(0 <= likely <= 1 for likely in judged.likely.values())
    assert set(judged.likely) <= {m.day for m in judged.found}
