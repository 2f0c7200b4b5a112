"""Patterns and distances in plain words."""

from collections.abc import Sequence

from indexer.query.nodes import Expanded, Fuzzy, Link, Loose, Unit, Wildcard
from indexer.query.quoting import quotable
from indexer.query.wording import Wording
from indexer.query.words import shown_phrase

# Words of the archive that are listed; of the rest, how many they are.
LISTED = 5


def looking_like(node: Wildcard | Fuzzy | Expanded, wording: Wording, *, name: bool) -> str:
    """ "words like “sanctu*” (here “sanctuary”, “sanctuaries” and 3 more)".

    name: whether the words of a name are meant, which are shown as typed
    """
    if isinstance(node, Expanded):
        asked = looking_like(node.asked, wording, name=name)
        if not node.terms:
            return wording.stands_for_none.format(asked)
        return wording.stands_for.format(asked, _listed(node.terms, wording))
    quoted = wording.quoted.format(quotable(node.text))
    if isinstance(node, Wildcard):
        if name:
            return quoted
        return wording.like.format(quoted)
    return wording.nearly.format(quoted, wording.edits[node.edits - 1])


def _listed(terms: Sequence[str], wording: Wording) -> str:
    shown = [wording.quoted.format(quotable(term)) for term in terms[:LISTED]]
    if len(terms) > LISTED:
        more = f"{len(terms) - LISTED:,}".replace(",", wording.thousands)
        shown.append(wording.more.format(more))
    if len(shown) == 1:
        return shown[0]
    return f"{', '.join(shown[:-1])} {wording.both} {shown[-1]}"


def loosely(node: Loose, wording: Wording) -> str:
    """ "the exact words “police status” within 10 words of each other in any order"."""
    template = wording.loose if node.words > 1 else wording.loose_beside
    return template.format(wording.quoted.format(shown_phrase(node.text)), node.words)


def linked(parts: Sequence[str], links: Sequence[Link], wording: Wording) -> str:
    """ "any form of “a” within 5 words of any form of “b”, and that in one sentence with …"."""
    said = _link(links[0], parts[0], parts[1], wording)
    for link, part in zip(links[1:], parts[2:], strict=True):
        said = wording.chain.format(said, _link(link, wording.that, part, wording))
    return said


def _link(link: Link, first: str, second: str, wording: Wording) -> str:
    if link.unit is Unit.WORDS and link.words == 1:
        template = wording.right_before if link.ordered else wording.beside
    else:
        template = wording.before if link.ordered else wording.near[link.unit]
    return template.format(first, second, link.words)
