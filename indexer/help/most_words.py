"""Where no page has all of a query's words: the most of them that any page has.

    police border lakeshore zebra lang:en      no page has all four words
      words       police | border | lakeshore | zebra
      conditions  lang:en
      answer      AtLeast(3 of the 4) and lang:en, where some page has three and none has four

Fields that say which pages are meant, dates and what is left out are conditions: they hold. What
stands between quotation marks, or is parted by OR, is one word.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from indexer.query.loosening import CONDITIONS
from indexer.query.nodes import And, AtLeast, Dated, Node, Not, Or, Span, Within

# How many pages a query finds.
Count = Callable[[Node], int]


@dataclass(frozen=True, slots=True)
class Parts:
    """A query as its words, of which a page may lack some, and its conditions, which all hold."""

    words: tuple[Node, ...]
    conditions: tuple[Node, ...]
    span: Span

    def with_least(self, least: int) -> Node:
        """The query with so many of its words."""
        some = AtLeast(self.words, least, self.span)
        return And((some, *self.conditions), self.span) if self.conditions else some


@dataclass(frozen=True, slots=True)
class Most:
    """The most of a query's words that any page has.

    node:  finds the pages that have so many
    words: all words of the query, in order;  least: how many of them each of those pages has
    """

    node: Node
    words: tuple[Node, ...]
    least: int


def most_words(node: Node | None, count: Count) -> Most | None:
    """What finds the pages with the most words, for a query that finds none.

    None where it has fewer than two words, or where no page has a single one.
    """
    parts = parts_of(node)
    if parts is None or not count(parts.with_least(1)):
        return None
    known, unknown = 1, len(parts.words)  # some page has `known` words, none has `unknown`
    while unknown - known > 1:
        middle = (known + unknown) // 2
        if count(parts.with_least(middle)):
            known = middle
        else:
            unknown = middle
    return Most(parts.with_least(known), parts.words, known)


def parts_of(node: Node | None) -> Parts | None:
    """The words and conditions of a query; None where it asks for fewer than two words."""
    if not isinstance(node, And):
        return None
    every = tuple(_flat(node))
    words = tuple(part for part in every if not is_condition(part))
    conditions = tuple(part for part in every if is_condition(part))
    return Parts(words, conditions, node.span) if len(words) > 1 else None


def _flat(node: Node) -> Iterator[Node]:
    """All that must hold, one by one: what stands in parentheses or in one field is parted too."""
    match node:
        case And(nodes):
            for part in nodes:
                yield from _flat(part)
        case Within(_, And(nodes)) if not is_condition(node):
            for part in nodes:
                yield from _flat(replace(node, node=part, span=part.span))
        case _:
            yield node


def is_condition(node: Node) -> bool:
    """Whether it says which pages are meant, rather than what stands in them."""
    match node:
        case Not() | Dated():
            return True
        case Within(scope, inner):
            return scope in CONDITIONS or is_condition(inner)
        case And(nodes) | Or(nodes):
            return all(map(is_condition, nodes))
        case _:
            return False
