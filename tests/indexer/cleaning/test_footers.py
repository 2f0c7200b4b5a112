"""What follows a statement of rights ends where the page's own text goes on."""

import pytest

from indexer.cleaning import clean_text


@pytest.mark.parametrize("own", ["4. BYLAWS", "4.1 Culvert", "(a) the clerk", "Chapitre IV"])
def test_a_numbered_line_is_no_part_of_a_footer(own: str) -> None:
    cleaned = clean_text(f"Fees are due.\n© 2017 Example Media\nThe Quay, Alder\n{own}\nRoads")
    assert [line.text for line in cleaned.removed] == ["© 2017 Example Media", "The Quay, Alder"]


def test_a_heading_above_a_sentence_is_no_part_of_a_footer() -> None:
    cleaned = clean_text("© 2017 Example Media\nThe Quay, Alder\nBYLAWS\nThe clerk read it.")
    assert [line.text for line in cleaned.removed] == ["© 2017 Example Media", "The Quay, Alder"]


def test_short_lines_to_the_end_are_a_footer() -> None:
    cleaned = clean_text("Fees are due.\n© 2017 Example Media\nThe Quay, Alder\nFerries")
    assert cleaned.text == "Fees are due."
