"""A language that nobody speaks: English with every letter changed, so that what is left of plain
letters on a page was never given to the translators."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, Declaration, Doctype, NavigableString

from indexer.phrasebook import Said
from webui.catalogues import Catalogue, english_form

LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ",
)
NAME = re.compile(r"(\{[^}]*\})")
# Whole words only: what stands beside digits is an id or a digest.
WORD = re.compile(r"(?<![\w])[A-Za-z]{2,}(?![\w])")

# What is read out or shown, beside the text itself.
ATTRIBUTES = ("title", "aria-label", "aria-description", "placeholder", "alt", "label")
# Typed words and names of files: the same in every language. Scripts and styles show nothing.
NOT_PROSE = {"code", "kbd", "samp", "script", "style", "textarea", "pre"}
# A query as typed; its echo and citations, whose words have tests of their own; a rule's name has
# the one of the ledger as its title.
TYPED_CLASSES = {"echo", "query", "rule", "citation"}
CODE = ("data-curl", "data-python")
READ_ALOUD = "unseen"
# Addresses, fields of the query language with their value, its operators, names that scripts fill
# in, types of media and names of files.
TYPED = re.compile(
    r"(?<!\S)(?:https?:/)?/\S*|\b[a-z_]+:[^\s:”»]+|\b(?:OR|AND|NOT|NEAR)\b|\{\w+\}|\btext/(?:plain|html)\b|\bpage\.txt\b"
)


def pseudo(message: str) -> str:
    """A sentence in the pseudo-language; its {names} stay."""
    parts = NAME.split(message)
    return "".join(p if NAME.fullmatch(p) else p.translate(LETTERS) for p in parts)


class Pseudo(Catalogue):
    """A catalogue that has every sentence."""

    def __init__(self) -> None:
        super().__init__({}, {}, english_form)

    def sentence(self, message: str) -> str:
        return pseudo(message)

    def plural(self, count: int, one: str, many: str) -> str:
        return pseudo(many if english_form(count) else one)


def said(sentence: str, code: str) -> Said:
    """What the phrase book of the pseudo-language gives for any sentence."""
    return Said(sentence.translate(LETTERS), code)


def told(message: str, values: Iterable[tuple[str, str]], code: str) -> Said:
    """The same for a template; what fills it is the phrase book's to put into a language."""
    return said(message.format(**dict(values)), code)


def untranslated(page: str, known: Callable[[str], bool], also: Collection[str] = ()) -> list[str]:
    """The words of a page in plain letters that are not known, each with where it stands."""
    soup = BeautifulSoup(page, "xml" if page.startswith("<?xml") else "html.parser")
    code = soup.html["lang"] if soup.html else ""
    found = []
    for where, text in words_of(soup, str(code)):
        plain = [
            word
            for word in WORD.findall(TYPED.sub(" ", text))
            if not (known(word.lower()) or word.lower() in also)
        ]
        if plain:
            found.append(f"{where}: {' '.join(text.split())[:160]!r} has {plain[:5]}")
    return found


def words_of(soup: BeautifulSoup, code: str) -> Iterator[tuple[str, str]]:
    """Everything on a page that a reader sees or hears in the page's own language."""
    for node in soup.find_all(string=True):
        if isinstance(node, Comment | Doctype | Declaration) or foreign(node, code):
            continue
        yield f"<{node.parent.name}>", str(node)
    for tag in soup.find_all(True):
        if foreign(tag, code):
            continue
        for name, value in tag.attrs.items():
            # Other words of data- are ids, and lines of code.
            own = name.startswith("data-") and not name.startswith(CODE)
            prose = own and re.search("[A-Z ]", str(value))
            if name in ATTRIBUTES or prose:
                yield f"<{tag.name} {name}>", str(value)
        if tag.name == "input" and tag.get("type") in ("submit", "button", "reset"):
            yield "<input value>", str(tag.get("value", ""))
        if tag.name == "meta" and tag.get("name") == "description":
            yield "<meta description>", str(tag.get("content", ""))


def foreign(node: Tag | NavigableString, code: str) -> bool:
    """Whether it is the archive's own text, which names its language, or no prose."""
    for tag in (node, *node.parents):
        if isinstance(tag, Tag):
            classes = set(tag.get("class", ()))
            if READ_ALOUD in classes:
                return False
            if tag.name in NOT_PROSE or classes & TYPED_CLASSES:
                return True
            if tag.get("lang") or tag.get("translate") == "no":
                return tag.get("lang") != code
    return False
