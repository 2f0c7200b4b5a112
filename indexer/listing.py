"""From the ids that an engine found to hits as they are shown: fetched, marked, cut to passages."""

from collections.abc import Callable, Mapping

from archive import Archive
from archive.damaged import DAMAGED
from archive.document import Document
from indexer import passages
from indexer.deadline import Deadline
from indexer.engine import Copy, Found, Hit, Match
from indexer.query.nodes import Node, Scope

# How many characters a list may look through for passages: once, and for each hit. A page has
# some 4,000; a million takes about a sixth of a second.
MOST_LOOKED_THROUGH = 3_000_000
EACH_LOOKED_THROUGH = 20_000
# The last guard, in seconds: who asks for a thousand hits waits for them.
SHOWING_S = 5.0
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
        A hit whose text is too long to be looked through here has no passage, and says so: the
        list is shown whatever it holds.
        """
        matches = {match.id: match for match in found.matches}
        documents = self._archive.listed(tuple(matches), ledger=ledger)
        others = self._copies(found)
        deadline = Deadline.after(SHOWING_S + HIT_S * len(documents))
        left = MOST_LOOKED_THROUGH + EACH_LOOKED_THROUGH * len(documents)
        hits = []
        for document in documents:
            looked_at = min(len(document.text), max(left, EACH_LOOKED_THROUGH))
            looked_at = 0 if deadline.passed() else looked_at
            left -= looked_at
            match, lacks = matches[document.id], lacked(document)
            hits.append(hit(document, node, match, others, lacks, looked_at))
        return tuple(hits)

    def _copies(self, found: Found) -> Mapping[str, Copy]:
        """The first copies of each match by id; those that the archive lost since are left out."""
        ids = tuple(id for match in found.matches for id in match.copies[:MOST_COPIES])
        documents = self._archive.listed(ids, ledger=False) if ids else ()
        return {each.id: Copy(each.id, each.title, each.url, each.source) for each in documents}


def hit(
    document: Document,
    node: Node | None,
    match: Match,
    others: Mapping[str, Copy],
    lacks: tuple[str, ...],
    looked_at: int,
) -> Hit:
    """A document as it is shown in a list, with what matched in it.

    others:    the copies that are known, by id
    looked_at: how many characters of its text are looked through for passages
    """
    text = document.text[:looked_at]
    shown = passages.snippets(node, text, document.language)
    unmarked = len(text) < len(document.text) and not any(each.marks for each in shown)
    return Hit(
        id=document.id,
        title=document.title,
        url=document.url,
        source=document.source,
        authors=document.authors,
        language=document.language,
        published=document.published,
        places=document.places,
        snippets=() if unmarked or DAMAGED in document.flags else shown,
        score=match.score,
        title_marks=passages.marks(node, document.title, document.language, scope=Scope.TITLE),
        copies=tuple(others[id] for id in match.copies[:MOST_COPIES] if id in others),
        copies_count=len(match.copies),
        lacks=lacks,
        unmarked=unmarked,
        damaged=DAMAGED in document.flags,
    )
