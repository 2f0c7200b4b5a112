"""What lights up in a text: the words and phrases that made its document match."""

from indexer.passages.needles import needles
from indexer.passages.sightings import sightings
from indexer.passages.spans import joined
from indexer.query.nodes import Node, Scope, Span


def marks(
    node: Node | None, text: str, language: str, *, scope: Scope = Scope.ANYWHERE
) -> tuple[Span, ...]:
    """Where a query's words and phrases stand in a text, as (start, end) in characters.

    In the order of the text, none overlapping: a phrase is one span. `scope` says what the text
    is: ANYWHERE a document's text, TITLE its title, REMOVED a line that cleaning took. What the
    query leaves out (NOT) is never marked.
    """
    found = sightings(text, needles(node, scope), language)
    return joined((sighting.start, sighting.end) for sighting in found.all)
