"""From the ids that an engine found to hits as they are shown: fetched, marked, cut to passages."""

from collections.abc import Callable, Mapping

from archive import Archive
from archive.document import Document
from indexer import passages
from indexer.deadline import SHOWING, Deadline
from indexer.engine import Copy, Found, Hit, Match
from indexer.query.nodes import Node, Scope

# How long marking hits may take, in seconds: once, and for each. A page of 600 words takes about
# 0.001; who asks for a thousand hits waits for them.
SHOWING_S = 0.5
HIT_S = 0.02

# Copies of a hit that are named: a notice can have thousands.
MOST_COPIES = 6

# The words of the query, as typed, that a document lacks.
Lacked = Callable[[Document], tuple[str, ...]]


def lacks_none(_: Document) -> tuple[str, ...]:
    """What every hit of a plain search lacks."""
    return ()


class Listing:
    """Makes hits of matches, from the archive. Safe for many threads."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def hits(
        self,
        found: Found,
        node: Node | None,
        lacked: Lacked = lacks_none,
        *,
        ledger: bool = False,
    ) -> tuple[Hit, ...]:
        """The matches as they are shown; one that the archive lost since is left out.

        node:   whose words are marked
        ledger: whether `lacked` looks at what was removed
        Raise SearchTooSlow where marking takes too long.
        """
        matches = {match.id: match for match in found.matches}
        documents = self._archive.get_many(tuple(matches), ledger=ledger)
        others = self._copies(found)
        deadline = Deadline.after(SHOWING_S + HIT_S * len(documents))
        hits = []
        for document in documents:
            deadline.check(SHOWING)
            hits.append(hit(document, node, matches[document.id], others, lacked(document)))
        return tuple(hits)

    def _copies(self, found: Found) -> Mapping[str, Copy]:
        """The first copies of each match by id; those that the archive lost since are left out."""
        ids = tuple(id for match in found.matches for id in match.copies[:MOST_COPIES])
        documents = self._archive.get_many(ids, ledger=False) if ids else ()
        return {each.id: Copy(each.id, each.title, each.url, each.source) for each in documents}


def hit(
    document: Document,
    node: Node | None,
    match: Match,
    others: Mapping[str, Copy],
    lacks: tuple[str, ...],
) -> Hit:
    """A document as it is shown in a list, with what matched in it.

    others: the copies that are known, by id
    """
    return Hit(
        id=document.id,
        title=document.title,
        url=document.url,
        source=document.source,
        authors=document.authors,
        language=document.language,
        published=document.published,
        places=document.places,
        snippets=passages.snippets(node, document.text, document.language),
        score=match.score,
        title_marks=passages.marks(node, document.title, document.language, scope=Scope.TITLE),
        copies=tuple(others[id] for id in match.copies[:MOST_COPIES] if id in others),
        copies_count=len(match.copies),
        lacks=lacks,
    )
