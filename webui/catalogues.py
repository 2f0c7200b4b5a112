"""The catalogues: what each English sentence is in another language, read from gettext's .po files.

`webui/locale/fr/search.po` is the French of one area; all files of a language are one catalogue.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from gettext import c2py
from pathlib import Path

FOLDER = Path(__file__).parent / "locale"
SUFFIX = ".po"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What sentences are in one language.

    sentences: by English sentence
    plurals:   by English singular and plural: a form for each of the language's numbers
    form:      which form a count takes, from 0
    """

    sentences: Mapping[str, str]
    plurals: Mapping[tuple[str, str], tuple[str, ...]]
    form: Callable[[int], int]

    def sentence(self, message: str) -> str:
        """A sentence; in English where it has no translation."""
        return self.sentences.get(message, message)

    def plural(self, count: int, one: str, many: str) -> str:
        """The form of a sentence for a count."""
        forms = self.plurals.get((one, many), (one, many))
        return forms[min(self.form(count), len(forms) - 1)]


def english_form(count: int) -> int:
    """The plural form of a count in English."""
    return int(count != 1)


@cache
def catalogue(code: str) -> Catalogue:
    """The catalogue of a language; without files it is the English one. Kept once read."""
    files = sorted((FOLDER / code).glob(f"*{SUFFIX}"))
    if not files:
        return Catalogue({}, {}, english_form)
    return read(files)


def read(files: list[Path]) -> Catalogue:
    """Read files of one language. A sentence that is fuzzy or empty stays English."""
    from babel.messages.pofile import read_po  # only for a language that is not English

    sentences: dict[str, str] = {}
    plurals: dict[tuple[str, str], tuple[str, ...]] = {}
    form: Callable[[int], int] = english_form
    for file in files:
        with file.open("rb") as opened:
            found = read_po(opened)
        form = c2py(found.plural_expr)
        for message in found:
            if not message.id or message.fuzzy or not message.string:
                continue
            if isinstance(message.id, str):
                sentences[message.id] = str(message.string)
            else:
                one, many = message.id
                plurals[one, many] = tuple(message.string)
    return Catalogue(sentences, plurals, form)
