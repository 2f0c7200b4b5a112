"""Invented pages for the archive's tests: a capture and the document made of it."""

from datetime import UTC, date, datetime

from archive.capture import Capture
from archive.document import Document, Evidence, Place, PublicationDate, RemovedLine
from archive.supplied import SaidBy, supplied_by

URL = "https://city.example/news/1"

TORONTO = Place(
    6167865,
    "Toronto",
    "city",
    "Ontario",
    "Canada",
    mentions=2,
    spans=((0, 7), (20, 27)),
    confidence=0.75,
    evidence="followed by Ont.",
)


def on(day: int, month: int = 2) -> datetime:
    """Noon of a day in 2017."""
    return datetime(2017, month, day, 12, tzinfo=UTC)


def capture(
    body: bytes = b"<p>Trees fell.</p>", url: str | None = URL, captured: datetime | None = None
) -> Capture:
    supplied = supplied_by(SaidBy.MANIFEST, "pages.csv:3", lang="en")
    return Capture(body, "text/html", url, captured, "pages/1.html", "utf-8", supplied)


def described(page: Capture, **changes: object) -> Document:
    """A document of this capture, with a value in every field."""
    facts: dict[str, object] = {
        "id": page.document_id,
        "title": "Trees fell",
        "text": page.body.decode("utf-8", "replace"),
        "removed": (
            RemovedLine(1, "Skip to content", "skip-link", "It leads past the menu.", 0.5),
            RemovedLine(9, "Share", "share-bar", "It is a share bar."),
        ),
        "url": page.url,
        "source": "The Daily Example",
        "authors": ("Ann Roy", "Li Wei"),
        "published": PublicationDate(date(2017, 2, 1), date(2017, 2, 1), "dateline", "Feb. 1"),
        "language": "en",
        "places": (TORONTO,),
        "years_mentioned": (1998, 2017),
        "captured": page.captured,
        "digest": page.digest,
        "group": "00ff00ff00ff00ff",
        "evidence": (Evidence("title", "Trees fell", "meta og:title", "Trees fell"),),
        "flags": ("short",),
    }
    return Document(**(facts | changes))  # type: ignore[arg-type]
