"""Authors that a manifest or a record states: parted by ";", never by commas, and none lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.capture import Capture
from archive.supplied import SaidBy, supplied_by
from indexer import prepare
from indexer.metadata.authors.parted import nameless, parted

STORY = b"Council votes on clinics\n\nCouncil voted on Tuesday to open its clinics to everyone.\n"


def document(author: str):
    supplied = supplied_by(SaidBy.MANIFEST, "pages.csv:3", author=author)
    return prepare(Capture(STORY, "text/plain", None, None, "p", supplied=supplied))


@pytest.mark.parametrize(
    ("stated", "authors"),
    [
        ("Ann Roy; Li Wei", ("Ann Roy", "Li Wei")),
        ("Roy, Ann", ("Ann Roy",)),
        ("Roy, Ann; Wei, Li", ("Ann Roy", "Wei, Li")),
        ("de la Tour, Marie", ("Marie de la Tour",)),
        ("Smith, John and Doe, Jane", ("Smith, John and Doe, Jane",)),
        ("Ann Roy et Marc Côté", ("Ann Roy", "Marc Côté")),
        ("By JANE DOE", ("Jane Doe",)),
        ("Ann Roy <ann@alder.example>", ("Ann Roy",)),
        ("Office of Planning, Housing and Land", ("Office of Planning, Housing and Land",)),
        ("Ministère de la Santé et du Logement", ("Ministère de la Santé et du Logement",)),
        ("Toronto, Ontario", ("Toronto, Ontario",)),
        ("Authors Guild", ("Authors Guild",)),
    ],
)
def test_stated_authors_are_parted_at_semicolons_alone(stated, authors):
    made = document(stated)
    assert made.authors == authors
    assert made.flags == ()


@pytest.mark.parametrize(
    "value",
    ["N/A", "None", "null", "nan", "-", "https://a.example/ann", "a@b.example", "<b>Ann Roy</b>"],
)
def test_what_is_no_name_is_told_as_not_understood(value):
    for stated, authors in ((value, ()), (f"Ann Roy; {value}", ("Ann Roy",))):
        made = document(stated)
        assert made.authors == authors
        (flag,) = made.flags
        assert flag.startswith(f"pages.csv:3: author “{value}” was not understood; write names")


@given(st.text(max_size=80))
def test_every_part_of_a_statement_is_a_name_or_told(stated):
    parts = [part for part in stated.split(";") if part.strip()]
    assert len(parted(stated)) + len(nameless(stated)) == len(parts)
