"""A reason and its remedy are two sentences, whoever wrote the reason."""

import pytest

from archive.joined import joined


@pytest.mark.parametrize(
    ("reason", "mend", "told"),
    [
        ("It was withdrawn: by order", "Look.", "It was withdrawn: by order. Look."),
        ("It is empty.", "Fetch it again.", "It is empty. Fetch it again."),
        ("He asked “why?”", "Say it.", "He asked “why?” Say it."),
        ("«\N{NO-BREAK SPACE}Pourquoi\N{NO-BREAK SPACE}?\N{NO-BREAK SPACE}»", "Dites-le.",
         "«\N{NO-BREAK SPACE}Pourquoi\N{NO-BREAK SPACE}?\N{NO-BREAK SPACE}» Dites-le."),
        ("It is too slow.", "", "It is too slow."),
        ("", "Fetch it again.", "Fetch it again."),
    ],
)  # fmt: skip
def test_a_reason_ends_before_its_remedy_begins(reason, mend, told):
    assert joined(reason, mend) == told
