"""Pages like one, as JSON."""

from indexer.similar.alike import Alike, Similar
from indexer.wire import DIGITS, Json, published_json


def similar_json(found: Similar) -> dict[str, Json]:
    """As `fonds similar --json` and the API give it; `reason` says why there are no pages."""
    return {
        "id": found.id,
        "words": list(found.words),
        "similar": [alike_json(page) for page in found.pages],
        "reason": found.reason or None,
    }


def alike_json(page: Alike) -> dict[str, Json]:
    """A page like another, and the words that they share."""
    return {
        "id": page.document.id,
        "title": page.document.title,
        "url": page.document.url,
        "source": page.document.source,
        "language": page.document.language,
        "published": published_json(page.document.published),
        "shared": list(page.shared),
        "score": round(page.score, DIGITS),
    }
