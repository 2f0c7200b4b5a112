from datetime import date

import pytest

from archive.corrections import FIELDS, WITHDRAWN, Correction, checked, value_text
from archive.document import Evidence, Place, PublicationDate
from archive.errors import BadCorrection, DocumentNotFound
from tests.archive.pages import TORONTO, capture, described, on

HULL = Place(6942553, "Hull", "city", "Quebec", "Canada")


@pytest.fixture
def id(archive, run):
    page = capture(b"first", captured=on(1))
    archive.add(run, page, described(page))
    return page.document_id


def correction(id, field, value, note="The paper copy says so.", made=None):
    return Correction(id, field, value, note, "archivist", made or on(5))


@pytest.mark.parametrize(
    ("field", "value", "attribute", "shown"),
    [
        ("title", '"Trees fell in Hull"', "title", "Trees fell in Hull"),
        ("source", '"L’Exemple"', "source", "L’Exemple"),
        ("source", "null", "source", None),
        ("authors", '["Zoé Roy"]', "authors", ("Zoé Roy",)),
        ("authors", "[]", "authors", ()),
        ("language", '"fr"', "language", "fr"),
        ("published", "null", "published", None),
    ],
)
def test_a_correction_is_shown_with_its_note_as_evidence(
    archive, id, field, value, attribute, shown
):
    archive.correct(correction(id, field, value))
    document = archive.get(id)
    assert getattr(document, attribute) == shown
    stated = [one for one in document.evidence if one.finder == "correction by archivist"]
    assert [one.quote for one in stated] == ["The paper copy says so."]
    assert archive.get_many([id])[0] == document == next(archive.scan())[1]


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ('"2017-02-20"', date(2017, 2, 20), date(2017, 2, 20)),
        ('"2016-02"', date(2016, 2, 1), date(2016, 2, 29)),
        ('"2017"', date(2017, 1, 1), date(2017, 12, 31)),
        ('"2016-05..2017-02"', date(2016, 5, 1), date(2017, 2, 28)),
        ('"2016.."', date(2016, 1, 1), None),
        ('"..2017-02-03"', None, date(2017, 2, 3)),
        ('{"earliest": null, "latest": "2017-02"}', None, date(2017, 2, 28)),
    ],
)
def test_a_date_can_be_stated_as_precisely_as_it_is_known(archive, id, value, earliest, latest):
    archive.correct(correction(id, "published", value, "Postmark"))
    assert archive.get(id).published == PublicationDate(
        earliest, latest, "correction by archivist", "Postmark"
    )


def test_stated_places_keep_the_mentions_that_were_found(archive, id):
    archive.correct(correction(id, "places", value_text([HULL, TORONTO])))
    hull, toronto = archive.get(id).places
    assert (hull.label, hull.mentions, hull.spans) == ("Hull, Quebec", 0, ())
    assert (toronto.mentions, toronto.spans) == (TORONTO.mentions, TORONTO.spans)
    assert hull.evidence == "correction by archivist: The paper copy says so."
    assert toronto.evidence == hull.evidence


def test_what_a_value_says_is_what_is_shown(archive, id):
    day = PublicationDate(date(2016, 1, 1), None, "dateline")
    for field, value in [
        ("published", day),
        ("authors", ["Ann"]),
        ("source", None),
        ("title", "é"),
    ]:
        archive.correct(correction(id, field, value_text(value)))
    document = archive.get(id)
    assert document.published == PublicationDate(
        day.earliest, None, "correction by archivist", "The paper copy says so."
    )
    assert (document.authors, document.source, document.title) == (("Ann",), None, "é")


def test_corrections_outlive_another_capture(archive, run, id):
    archive.correct(correction(id, "title", '"Right"'))
    page = capture(b"second", captured=on(2))
    archive.add(run, page, described(page, title="Wrong again"))
    assert (archive.get(id).title, archive.get(id).text) == ("Right", "second")


def test_the_last_correction_of_a_field_holds_and_all_are_kept(archive, id):
    first, last = correction(id, "title", '"One"'), correction(id, "title", '"Two"', made=on(6))
    archive.correct(first)
    archive.correct(last)
    assert archive.get(id).title == "Two"
    assert archive.corrections(id) == (first, last)


def test_a_withdrawn_correction_no_longer_holds_and_both_are_kept(archive, id):
    found = archive.get(id)
    first, back = correction(id, "title", '"One"'), correction(id, "title", WITHDRAWN, made=on(6))
    archive.correct(first)
    before = archive.sequence()
    archive.correct(back)
    assert archive.get(id) == found
    assert archive.corrections(id) == (first, back)
    assert archive.sequence() == before + 1
    archive.correct(correction(id, "title", '"Two"', made=on(7)))
    assert archive.get(id).title == "Two"


@pytest.mark.parametrize("earlier", [[], ['"One"', WITHDRAWN]])
def test_what_does_not_hold_cannot_be_withdrawn(archive, id, earlier):
    for value in earlier:
        archive.correct(correction(id, "title", value))
    archive.correct(correction(id, "source", '"L’Exemple"'))
    with pytest.raises(BadCorrection, match="nothing to take back"):
        archive.correct(correction(id, "title", WITHDRAWN))
    assert len(archive.corrections(id)) == len(earlier) + 1


@pytest.mark.parametrize(
    ("value", "note", "who"),
    [
        ('"' + "x" * 501 + '"', "", ""),
        ('"\\u001b[2J"', "", ""),
        ('"a\\u202eb"', "", ""),
        ('"x"', "\x1b]0;owned\x07", ""),
        ('"x"', "x" * 2_001, ""),
        ('"x"', "", "\x9b31m"),
        ('"x"', "\udcff", ""),
    ],
)
def test_what_would_harm_a_screen_or_fill_it_is_refused(archive, id, value, note, who):
    with pytest.raises(BadCorrection, match=r"longer than|control character"):
        archive.correct(Correction(id, "title", value, note, who, on(5)))
    assert archive.corrections(id) == ()


def test_without_a_name_the_evidence_is_a_correction(archive, id):
    archive.correct(Correction(id, "title", '"x"', "", "", on(5)))
    assert Evidence("title", "x", "correction") in archive.get(id).evidence


def test_evidence_of_other_fields_stays(archive, id):
    archive.correct(correction(id, "source", '"L’Exemple"'))
    assert (
        Evidence("title", "Trees fell", "meta og:title", "Trees fell") in archive.get(id).evidence
    )


def test_a_correction_is_a_change_that_scan_tells(archive, id):
    before = archive.sequence()
    archive.correct(correction(id, "title", '"Right"'))
    assert archive.sequence() == before + 1
    assert [document.title for _, document in archive.scan(after=before)] == ["Right"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", '"x"'),
        ("title", "unquoted"),
        ("title", '""'),
        ("title", '"two\\nlines"'),
        ("title", "null"),
        ("source", "[]"),
        ("authors", '"Ann Roy"'),
        ("authors", "[1]"),
        ("language", '"French"'),
        ("published", '"20 May 2017"'),
        ("published", '"2017-13"'),
        ("published", '"2017-02-30"'),
        ("published", '"0000"'),
        ("published", '"2018..2017"'),
        ("published", '".."'),
        ("published", "{}"),
        ("published", '{"earliest": 2017}'),
        ("published", "2017"),
        ("places", '["Hull"]'),
        ("places", '[{"geonames_id": true, "name": "x", "kind": "city", "country": "x"}]'),
        ("places", '[{"geonames_id": 1, "name": "x", "kind": [], "country": "x"}]'),
        ("places", "[" * 100_000),
    ],
)
def test_a_value_that_the_field_cannot_have_is_refused_and_nothing_is_kept(
    archive, id, field, value
):
    before = archive.sequence()
    with pytest.raises(BadCorrection):
        archive.correct(correction(id, field, value))
    assert archive.corrections(id) == ()
    assert archive.sequence() == before


def test_a_refused_value_is_told_what_is_wanted():
    for field in FIELDS:
        value = '{"no": "such"}'
        with pytest.raises(BadCorrection, match=f"{field}.*wants"):
            checked(correction("x", field, value))


def test_a_document_that_is_not_there_cannot_be_corrected(archive):
    with pytest.raises(DocumentNotFound, match="absent"):
        archive.correct(correction("absent", "title", '"x"'))


def test_the_figures_count_corrected_documents_as_they_are_shown(archive, id):
    archive.correct(correction(id, "language", '"fr"'))
    archive.correct(correction(id, "source", "null"))
    archive.correct(correction(id, "published", '"1999"'))
    stats = archive.stats()
    assert (stats.languages, stats.sources, stats.unsourced) == ((("fr", 1),), (), 1)
    assert (stats.exact_dates, stats.ranged_dates, stats.undated) == (0, 1, 0)
    assert (stats.first_date, stats.last_date) == (date(1999, 1, 1), date(1999, 12, 31))
