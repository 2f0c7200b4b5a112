"""A page's near-copies as JSON; names and forms are those of `indexer.wire`."""

from indexer.copies.listing import NearCopies, NearCopy
from indexer.wire import DIGITS, Json, published_json


def near_copies_json(found: NearCopies) -> dict[str, Json]:
    """What a document's JSON tells of its near-copies: `copies_count` is of all of them."""
    return {
        "copies_count": found.count,
        "copies": [near_copy_json(copy) for copy in found.listed],
    }


def near_copy_json(copy: NearCopy) -> dict[str, Json]:
    """One near-copy; `share` is how alike the two are, 0 to 1."""
    document = copy.document
    return {
        "id": document.id,
        "title": document.title,
        "source": document.source,
        "url": document.url,
        "published": published_json(document.published),
        "share": round(copy.share, DIGITS),
        "reason": copy.reason,
    }
