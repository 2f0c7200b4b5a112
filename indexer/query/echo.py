"""What was understood, in plain words.

police (toronto OR ottawa) -rally year:2017
pages with any form of “police” and (any form of “toronto” or “ottawa”), but without any form
of “rally”, published in 2017 for certain
"""

from indexer.query.days import days_in_words
from indexer.query.echo_parts import linked, looking_like, loosely
from indexer.query.languages import language_code, language_name
from indexer.query.nodes import (
    And,
    AtLeast,
    Dated,
    Expanded,
    Fuzzy,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Scope,
    Wildcard,
    Within,
    Word,
)
from indexer.query.wording import ENGLISH, Wording
from indexer.query.words import shown_phrase, shown_word

# Fields that hold names: what is typed is neither stemmed nor a quotation.
NAMES = {Scope.SOURCE, Scope.AUTHOR, Scope.CITY, Scope.PLACE, Scope.LANGUAGE}


def echo(node: Node | None, wording: Wording = ENGLISH) -> str:
    """The meaning of a query as the name of what it finds: "pages with …", "all pages"."""
    if node is None:
        return wording.all_pages
    return _Echo(wording).pages(node)


class _Echo:
    """The echo in one language."""

    def __init__(self, wording: Wording) -> None:
        self._w = wording

    def pages(self, node: Node) -> str:
        nodes = node.nodes if isinstance(node, And) else (node,)
        contents = tuple(child for child in nodes if _is_content(child))
        left_out = tuple(child for child in nodes if isinstance(child, Not))
        others = [child for child in nodes if child not in contents and child not in left_out]
        if len(left_out) == len(nodes):
            return self._w.all_without.format(self._list([self.like(n) for n in nodes], True))
        rest = [self.like(child, nested=len(nodes) > 1) for child in others]
        but = self._list([self.like(child) for child in left_out], True) if left_out else ""
        but = but and self._w.but.format(but)
        if not contents:
            return self._w.pages.format(", ".join(rest) + but)
        like = self._w.with_.format(self.content_of_all(contents)) + but
        return self._w.pages.format(", ".join([like, *rest]))

    def like(self, node: Node, nested: bool = False) -> str:
        """What pages are like, to be put after "pages"."""
        if _is_content(node):
            return self._w.with_.format(self.content(node, nested=True))
        match node:
            case Not(child) if _is_content(child):
                return self._w.without.format(self.content(child, nested=True))
            case Not(child):
                return self._w.not_.format(self.like(child, nested=True))
            case Within(scope, child):
                names = scope if scope in NAMES else None
                return self._w.scopes[scope].format(self.content(child, names, nested=True))
            case Dated():
                return days_in_words(node, self._w)
            case And(nodes) | Or(nodes):
                parts = [self.like(child, nested=True) for child in nodes]
                joined = self._list(parts, isinstance(node, And))
                return self._w.group.format(joined) if nested else joined
            case AtLeast(nodes, least):
                parts = [self.like(child, nested=True) for child in nodes]
                return self._at_least(least, self._list(parts, True))
            case _:
                raise TypeError(f"{node!r} is content")

    def content(self, node: Node, names: Scope | None = None, nested: bool = False) -> str:
        """What pages hold, to be put after "with"; `names` where it is a field of names."""
        match node:
            case Wildcard() | Fuzzy() | Expanded():
                return looking_like(node, self._w, name=names is not None)
            case Loose():
                return loosely(node, self._w)
            case Near(nodes, links):
                parts = [self.content(child, nested=True) for child in nodes]
                return linked(parts, links, self._w)
            case Word(text) | Phrase(text) if names is not None:
                return self._name(text, isinstance(node, Word), names)
            case Word(text):
                return self._w.any_form.format(self._w.quoted.format(shown_word(text)))
            case Phrase(text):
                shown = shown_phrase(text)
                exact = self._w.exact_words if " " in shown else self._w.exact_word
                return exact.format(self._w.quoted.format(shown))
            case Not(child):
                return self._w.not_.format(self.content(child, names, nested=True))
            case And(nodes) | Or(nodes):
                joined = self._contents(nodes, isinstance(node, And), names)
                return self._w.group.format(joined) if nested else joined
            case AtLeast(nodes, least):
                return self._at_least(least, self._contents(nodes, True, names))
            case _:
                raise TypeError(f"{node!r} is not content")

    def content_of_all(self, nodes: tuple[Node, ...]) -> str:
        return self._contents(nodes, True, None) if len(nodes) > 1 else self.content(nodes[0])

    def _contents(self, nodes: tuple[Node, ...], all_: bool, names: Scope | None) -> str:
        """Words first, under one "any form of"; then the rest in order."""
        if names is not None:
            return self._list([self.content(child, names, nested=True) for child in nodes], all_)
        words = [child for child in nodes if isinstance(child, Word)]
        rest = [self.content(n, nested=True) for n in nodes if not isinstance(n, Word)]
        if not words:
            return self._list(rest, all_)
        quoted = [self._w.quoted.format(shown_word(word.text)) for word in words]
        head = self._w.any_form.format(self._list(quoted, all_))
        return self._list([head, *rest], all_, comma=len(words) > 1)

    def _at_least(self, least: int, parts: str) -> str:
        return self._w.at_least.format(least, self._w.group.format(parts))

    def _name(self, text: str, word: bool, scope: Scope) -> str:
        if scope is Scope.LANGUAGE:
            return language_name(language_code(text) or text, self._w.code)
        return self._w.quoted.format(shown_phrase(text))

    def _list(self, parts: list[str], all_: bool, comma: bool = False) -> str:
        """ "a", "a and b", "a, b or c"; `comma` parts the last two where they hold an "and"."""
        if len(parts) == 1:
            return parts[0]
        joiner = self._w.both if all_ else self._w.either
        return ", ".join(parts[:-1]) + f"{',' * comma} {joiner} {parts[-1]}"


def _is_content(node: Node) -> bool:
    """Whether it is words and phrases of title and text, with nothing left out."""
    match node:
        case Word() | Phrase() | Loose() | Near() | Wildcard() | Fuzzy() | Expanded():
            return True
        case And(nodes) | Or(nodes) | AtLeast(nodes):
            return all(map(_is_content, nodes))
        case _:
            return False
