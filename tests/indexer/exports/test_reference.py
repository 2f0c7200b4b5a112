"""Names, keys and dates of references."""

import pytest

from indexer.exports.reference import Name, name_of, reference
from tests.indexer.exports.pages import on, page


@pytest.mark.parametrize(
    ("written", "family", "given"),
    [
        ("Ada Quill", "Quill", "Ada"),
        ("Ada B. Quill", "Quill", "Ada B."),
        ("Luc de la Tour", "de la Tour", "Luc"),
        ("Ludwig van Berg", "van Berg", "Ludwig"),
        ("Quill, Ada", "Quill", "Ada"),
        ("Bram Ferry Jr.", "Ferry", "Bram Jr."),
        ("Plato", "Plato", ""),
        ("The Harbour Light", "The Harbour Light", ""),
        ("Ville de Rimouski", "Ville de Rimouski", ""),
        ("Canadian Press", "Canadian Press", ""),
        ("Ada Quill and Bram Ferry", "Ada Quill and Bram Ferry", ""),
        ("Jean-Luc L’Étoile", "L’Étoile", "Jean-Luc"),
    ],
)
def test_a_name_is_parted_only_where_that_is_safe(written: str, family: str, given: str) -> None:
    assert name_of(written) == Name(family, given)


def test_two_pages_never_share_a_key_and_keys_are_plain() -> None:
    keys = {reference(page(n, authors=("Zoé Étoilé",))).key for n in range(1, 4)}
    assert keys == {f"etoile-{n:016x}" for n in range(1, 4)}


@pytest.mark.parametrize(
    ("published", "sentence"),
    [
        (on("2017-02-20"), "Published on 2017-02-20."),
        (on("2017-02-01", "2017-02-28"), "Published between 2017-02-01 and 2017-02-28."),
        (on("2017-02-01", ""), "Published on 2017-02-01 or later."),
        (on("", "2017-02-01"), "Published on 2017-02-01 or earlier."),
        (on("", ""), "The page states no date."),
        (None, "The page states no date."),
    ],
)
def test_a_date_is_told_as_surely_as_it_is_known(published, sentence) -> None:  # type: ignore[no-untyped-def]
    assert reference(page(published=published)).dated == sentence


def test_a_reference_names_the_bytes_that_it_cites() -> None:
    assert page(7).digest in reference(page(7)).note
