"""The French catalogues are whole: nothing missing, nothing left over, nothing at odds."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from tests.webui.keys import keys
from webui.catalogues import FOLDER, catalogue, english_form
from webui.speaking import OWN_NAMES

FILES = sorted((FOLDER / "fr").glob("*.po"))
NAMES = re.compile(r"\{(\w*)[^}]*\}")


def messages(file: Path) -> list[Message]:
    with file.open("rb") as opened:
        return [message for message in read_po(opened) if message.id]


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def asked(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def test_every_sentence_of_the_interface_has_french() -> None:
    french = catalogue("fr")
    missing = {
        key: place
        for key, place in keys().items()
        if key not in french.sentences and key not in french.plurals
    }
    assert not missing, "write their French in webui/locale/fr/AREA.po"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_french_is_left_over(file: Path) -> None:
    known = set(keys())
    found = [m.id if isinstance(m.id, str) else tuple(m.id) for m in messages(file)]
    assert [key for key in found if key not in known] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_french_has_the_names_of_its_english(file: Path) -> None:
    for message in messages(file):
        wanted = set(NAMES.findall(asked(message)[-1]))
        for form in forms(message):
            # The singular may write its number as a word.
            assert set(NAMES.findall(form)) | {"count"} == wanted | {"count"}, message.id


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_entry_of_a_catalogue_is_used(file: Path) -> None:
    """A fuzzy, empty or half entry would be passed over in silence."""
    for message in messages(file):
        assert not message.fuzzy, message.id
        assert all(forms(message)), message.id
        assert len(forms(message)) == len(asked(message)), message.id


def test_one_sentence_has_one_french_in_all_files() -> None:
    found: dict[object, tuple[str, ...]] = {}
    for file in FILES:
        for message in messages(file):
            key = message.id if isinstance(message.id, str) else tuple(message.id)
            assert found.setdefault(key, forms(message)) == forms(message), (file.name, key)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_french_signs_never_begin_a_line(file: Path) -> None:
    for message in messages(file):
        for form in forms(message):
            assert not re.search(r" [:;?!»%]|« ", form), f"no plain space there: {form!r}"
            assert not re.search(r"[“”]|\w'\w", form), f"French has « » and ’: {form!r}"


def test_zero_and_one_are_singular_in_french_and_one_alone_in_english() -> None:
    french = catalogue("fr").form
    assert [french(count) for count in (0, 1, 2, 1_000_000)] == [0, 0, 1, 1]
    assert [english_form(count) for count in (0, 1, 2)] == [1, 0, 1]


def test_a_language_without_files_is_english() -> None:
    assert catalogue("xx").sentence("Search") == "Search"
    assert catalogue("xx").plural(2, "page", "pages") == "pages"


def test_every_language_of_the_site_but_english_has_a_catalogue() -> None:
    for code in OWN_NAMES:
        assert code == "en" or list((FOLDER / code).glob("*.po")), code
