"""Nodes back to query text: what is written here is parsed to the same nodes again."""

from indexer.query.nodes import (
    And,
    AtLeast,
    Dated,
    Expanded,
    Fuzzy,
    Link,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Unit,
    Wildcard,
    Within,
    Word,
)

# Tried in this order: the first pair of which the phrase holds neither.
QUOTES = ('""', "“”", "«»", "＂＂", "‹›", "「」", "『』", "„“", "””")


def unparse(node: Node | None) -> str:
    """A query that means this node.

    >>> from indexer.query.parser import parse
    >>> unparse(parse('police AND ( cbsa  OR "border services" )'))
    'police (cbsa OR "border services")'
    """
    match node:
        case None:
            return ""
        case And(nodes):
            return " ".join(_inside(child, And, Or) for child in nodes)
        case Or(nodes) | AtLeast(nodes):  # the nearest thing to it that can be typed
            return " OR ".join(_inside(child, Or) for child in nodes)
        case Not(child):
            return f"NOT {_inside(child, And, Or, Not)}"
        case Within(scope, child):
            return f"{scope.value}:{_inside(child, And, Or, Not, Near)}"
        case Near(nodes, links):
            first, *others = (_inside(child, Or) for child in nodes)
            rest = (f" {_link(link)} {other}" for link, other in zip(links, others, strict=True))
            return first + "".join(rest)
        case _:
            return _leaf(node)


def _leaf(node: Word | Phrase | Loose | Wildcard | Fuzzy | Expanded | Dated) -> str:
    match node:
        case Word(text) | Wildcard(text):
            return text
        case Fuzzy(text, edits):
            return f"{text}~{edits}"
        case Expanded(asked):
            return _leaf(asked)
        case Phrase(text):
            return _quoted(text)
        case Loose(text, words):
            return f"{_quoted(text)}~{words}"
        case Dated():
            return _dated(node)


def _inside(node: Node, *grouped: type[Node]) -> str:
    text = unparse(node)
    return f"({text})" if isinstance(node, grouped) else text


def _link(link: Link) -> str:
    """The operator that asks for a link.

    >>> _link(Link(Unit.WORDS, 3, ordered=True)), _link(Link(Unit.SENTENCE))
    ('pre/3', '/s')
    """
    if link.unit is Unit.WORDS:
        return f"{'pre' if link.ordered else 'w'}/{link.words}"
    return f"/{link.unit.value[0]}"


def _dated(node: Dated) -> str:
    """As typed, in quotes where spaces were typed."""
    field, _, days = node.typed.partition(":")
    return f"{field}:{_quoted(days)}" if any(map(str.isspace, days)) else node.typed


def _quoted(text: str) -> str:
    for pair in QUOTES:
        if not set(pair) & set(text):
            return f"{pair[0]}{text}{pair[1]}"
    raise ValueError(f"No quotation marks can stand around {text!r}.")
