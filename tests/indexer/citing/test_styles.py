"""How a page is cited, in each style and both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.document import Document
from indexer.citing import STYLES, as_text, cited
from tests.indexer.exports.pages import hostile_pages, on, page

BY_NAME = {style.name: style for style in STYLES}
COPY = "https://archive.example/doc/1?digest=ab"
HERE = f"archived at {COPY}"
ICI = f"archivé à {COPY}"
URL = "https://pages.example/a?b=1&c=%20d_e~f#g"
TWO = ("Ada B. Quill", "Luc de la Tour")


def said(style: str, document: Document, language: str = "en", copy: str = COPY) -> str:
    return as_text(BY_NAME[style].write(cited(document, language, copy)))


@pytest.mark.parametrize(
    ("style", "language", "expected"),
    [
        (
            "apa",
            "en",
            "Quill, A. B., & de la Tour, L. (2017, February 20). Council votes on shelter. "
            f"The Harbour Light. Retrieved May 6, 2020, from {URL} ({HERE})",
        ),
        (
            "apa",
            "fr",
            "Quill, A. B. et de la Tour, L. (2017, 20 février). Council votes on shelter. "
            f"The Harbour Light. Consulté le 6 mai 2020, à l’adresse {URL} ({ICI})",
        ),
        (
            "chicago",
            "en",
            "Quill, Ada B., and Luc de la Tour. “Council votes on shelter.” The Harbour Light, "
            f"February 20, 2017. Accessed May 6, 2020. {URL} ({HERE}).",
        ),
        (
            "chicago",
            "fr",
            "Quill, Ada B. et Luc de la Tour. «\xa0Council votes on shelter\xa0». "
            f"The Harbour Light, 20 février 2017. Consulté le 6 mai 2020. {URL} ({ICI}).",
        ),
        (
            "mla",
            "en",
            "Quill, Ada B., and Luc de la Tour. “Council votes on shelter.” The Harbour Light, "
            f"20 Feb. 2017, {URL} ({HERE}). Accessed 6 May 2020.",
        ),
        (
            "plain",
            "en",
            "Ada B. Quill and Luc de la Tour, “Council votes on shelter”, The Harbour Light, "
            f"published February 20, 2017, {URL}. Captured May 6, 2020 ({HERE}).",
        ),
        (
            "plain",
            "fr",
            "Ada B. Quill et Luc de la Tour, «\xa0Council votes on shelter\xa0», "
            f"The Harbour Light, publié le 20 février 2017, {URL}. "
            f"Capturé le 6 mai 2020 ({ICI}). En anglais.",
        ),
    ],
)
def test_a_page_with_everything_is_cited_as_the_manual_has_it(
    style: str, language: str, expected: str
) -> None:
    assert said(style, page(published=on("2017-02-20"), authors=TWO), language) == expected


def test_a_page_that_names_nobody_is_cited_by_its_title_once() -> None:
    nobody = page(authors=())
    assert said("apa", nobody).startswith("Council votes on shelter. (n.d.). The Harbour Light.")
    assert said("chicago", nobody).startswith("“Council votes on shelter.” The Harbour Light, n.d.")
    for style in BY_NAME:
        assert said(style, nobody).count("Council votes") == 1


def test_an_undated_page_says_so_in_each_language() -> None:
    for style in BY_NAME:
        assert "n.d." in said(style, page())
        assert "s.d." in said(style, page(), "fr")


@pytest.mark.parametrize(
    ("earliest", "latest", "english", "french"),
    [
        ("2017-02-03", "2017-02-20", "(2017, February)", "(2017, février)"),
        ("2017-02-03", "2017-11-20", "(2017)", "(2017)"),
        ("2016-03-01", "2017-05-31", "(between 2016 and 2017)", "(entre 2016 et 2017)"),
        ("", "2017-05-31", "(2017 or earlier)", "(2017 ou avant)"),
        ("2016-03-01", "", "(2016 or later)", "(2016 ou après)"),
        ("2016-03-01", "2016-03-01", "(2016, March 1)", "(2016, 1er mars)"),
    ],
)
def test_a_range_is_cited_as_far_as_it_is_certain(
    earliest: str, latest: str, english: str, french: str
) -> None:
    ranged = page(published=on(earliest, latest))
    assert english in said("apa", ranged)
    assert french in said("apa", ranged, "fr")


def test_plain_text_tells_both_days_of_a_range() -> None:
    ranged = page(published=on("2016-03-01", "2017-05-31"))
    assert "published between March 1, 2016 and May 31, 2017" in said("plain", ranged)
    assert "publié entre le 1er mars 2016 et le 31 mai 2017" in said("plain", ranged, "fr")
    assert "published in February 2017," in said(
        "plain", page(published=on("2017-02-01", "2017-02-28"))
    )


def test_a_site_that_is_the_author_is_named_once() -> None:
    council = page(authors=("Riverton City Council",), source="Riverton city council")
    for style in BY_NAME:
        assert said(style, council).casefold().count("riverton city council") == 1


def test_quotations_in_a_title_differ_from_those_around_it() -> None:
    quoting = page(title='Says "no" to “cuts”?', authors=())
    assert "“Says ‘no’ to ‘cuts’?” The Harbour" in said("chicago", quoting)
    assert "«\xa0Says “no” to “cuts”?\xa0» The Harbour" in said("chicago", quoting, "fr")
    assert said("apa", page(title='5" of "rain', authors=())).startswith('5" of "rain. (n.d.)')


def test_many_authors_are_shortened_as_each_manual_says() -> None:
    many = tuple(f"Ann{chr(97 + i)} Roe" for i in range(21))
    crowd = page(authors=many)
    assert said("apa", crowd).startswith("Roe, A., " * 19 + "… Roe, A. (n.d.)")
    assert ", Anng Roe, et al. “" in said("chicago", crowd)
    assert said("mla", crowd).startswith("Roe, Anna, et al. “")
    assert said("mla", page(authors=many[:2])).startswith("Roe, Anna, and Annb Roe. “")


def test_names_that_cannot_be_shortened_stay_whole() -> None:
    assert said("apa", page(authors=("Jean-Paul Roy Jr.",))).startswith("Roy, J.-P., Jr. (n.d.)")
    assert said("apa", page(authors=("伟 李",))).startswith("李, 伟. (n.d.)")
    assert said("plain", page(authors=("Ann Roy Jr.",))).startswith("Ann Roy Jr., “")


def test_without_the_address_of_a_site_the_copy_is_named_by_id_and_digest() -> None:
    for style in BY_NAME:
        text = said(style, page(7), copy="")
        assert f"{7:016x}" in text
        assert f"{7:064x}" in text
        assert f"copie archivée {7:016x}" in said(style, page(7), "fr", copy="").replace("C", "c")


def test_only_titles_and_sites_are_in_italics_and_the_title_is_the_pages_own() -> None:
    runs = BY_NAME["apa"].write(cited(page(), "en", COPY))
    assert [run.text for run in runs if run.italic] == ["Council votes on shelter"]
    assert [run.text for run in runs if run.own] == ["Council votes on shelter"]


@pytest.mark.parametrize("document", hostile_pages(), ids=lambda document: document.id[-2:])
def test_no_title_breaks_out_of_its_line(document: Document) -> None:
    for style in BY_NAME:
        for language in ("en", "fr"):
            text = said(style, document, language)
            assert text.isprintable() or "\xa0" in text
            assert len(text.splitlines()) == 1
            assert not set("\x00\x1b\u202e\u2028\ud800\ufeff") & set(text)


@given(st.text(max_size=60), st.lists(st.text(max_size=30), max_size=4), st.text(max_size=30))
def test_any_record_can_be_cited(title: str, authors: list[str], source: str) -> None:
    document = page(title=title or "x", authors=tuple(authors), source=source)
    for style in BY_NAME:
        for language in ("en", "fr", "xx"):
            assert len(said(style, document, language).splitlines()) == 1
