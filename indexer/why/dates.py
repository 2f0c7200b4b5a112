"""Whether a document was published when a clause asks, and what its date rests on."""

from archive.document import Document, PublicationDate
from indexer import fields
from indexer.query.nodes import Dated
from indexer.query.quoting import quotable
from indexer.why.account import Reason
from indexer.why.wording import Because


def is_dated(node: Dated, document: Document) -> bool:
    """Whether the whole range of the date lies inside, or with `perhaps` any of it."""
    date = fields.dated(document)
    if date is None:
        return False
    return overlaps(node, date) if node.perhaps else lies_inside(node, date)


def lies_inside(node: Dated, date: PublicationDate) -> bool:
    """Whether it was published then for certain."""
    begins = node.earliest is None or (date.earliest is not None and date.earliest >= node.earliest)
    ends = node.latest is None or (date.latest is not None and date.latest <= node.latest)
    return begins and ends


def overlaps(node: Dated, date: PublicationDate) -> bool:
    """Whether it may have been published then."""
    not_over = node.earliest is None or date.latest is None or date.latest >= node.earliest
    begun = node.latest is None or date.earliest is None or date.earliest <= node.latest
    return not_over and begun


def reasons(node: Dated, document: Document) -> tuple[Reason, ...]:
    """The page's date and what it rests on; whether it would match with "?"."""
    date = fields.dated(document)
    if date is None:
        return (Reason(Because.UNDATED),)
    evidence = date.evidence + (f", “{quotable(date.quote)}”" if date.quote.strip() else "")
    told = Reason(Because.PUBLISHED, (("days", days_words(date)), ("evidence", evidence)))
    if node.perhaps or lies_inside(node, date) or not overlaps(node, date):
        return (told,)
    return told, Reason(Because.WOULD_MATCH_PERHAPS, (("typed", f"{node.typed}?"),))


def days_words(date: PublicationDate) -> str:
    """ "on 2017-02-20", "between 2016-03-01 and 2016-05-31", "on or after 2016-01-01"."""
    if date.exact:
        return f"on {date.earliest}"
    if date.latest is None:
        return f"on or after {date.earliest}"
    if date.earliest is None:
        return f"on or before {date.latest}"
    return f"between {date.earliest} and {date.latest}"
