"""Pages that were fetched again and found the same get their bytes from the earlier capture."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from archive import Archive
from archive.capture import Capture
from archive.document import PassedOver, Refused
from archive.identity import document_id
from archive.records import CaptureRecord
from indexer.ingest.making import Item
from indexer.readers.revisit import Revisit

Read = Item | Revisit

# Pages that wait to be written are not in the archive yet: more than wait are held.
MOST_PAGES = 600
MOST_BYTES = 100_000_000

# Web archives write times to the second, or finer.
SAME_SECOND = timedelta(seconds=1)

MEND = "Ingest the file that holds the earlier capture, then this one again."


def recalled(archive: Archive | None, items: Iterable[Read]) -> Iterator[Item]:
    """The items, each revisit as the capture that it is, or why it cannot be one."""
    lately = Lately()
    for item in items:
        found = recall(archive, lately, item) if isinstance(item, Revisit) else item
        if isinstance(found, Capture):
            lately.note(found)
        yield found


def recall(archive: Archive | None, lately: "Lately", revisit: Revisit) -> Item:
    """What a revisit is."""
    page = revisit.capture
    if revisit.digest is not None:
        body = lately.bodies.get(revisit.digest) or (
            archive and archive.captures.body(revisit.digest)
        )
        if body:
            return replace(page, body=body)
        if archive is None:
            return PassedOver(page.origin, "Its bytes are those of an earlier capture.")
    earlier = lately.of(revisit) or (archive and in_archive(archive, revisit))
    if earlier:
        charset = page.charset or earlier.charset
        return replace(page, body=earlier.body, media_type=earlier.media_type, charset=charset)
    return Refused(page.origin, f"Its bytes lie with an earlier capture, {told(revisit)}.", MEND)


def told(revisit: Revisit) -> str:
    """Which capture a revisit speaks of, and that it is not there."""
    of = f" of {revisit.earlier_url[:300]}" if revisit.earlier_url else ""
    when = f" at {revisit.earlier:%Y-%m-%d %H:%M:%S}" if revisit.earlier else ""
    return f"that{of}{when}, which is neither here nor in the archive"


def in_archive(archive: Archive, revisit: Revisit) -> Capture | None:
    """The capture that it speaks of, where the archive has it."""
    if revisit.earlier_url is None:
        return None
    id = document_id(revisit.earlier_url, b"")
    if not archive.get_many([id], ledger=False):
        return None
    fits = [record for record in archive.history(id) if is_meant(record, revisit)]
    return archive.original(id, fits[-1].digest) if fits else None


def is_meant(record: CaptureRecord, revisit: Revisit) -> bool:
    """Whether a capture was fetched when a revisit says; or before it, where it says no time."""
    first, last = record.captured, record.seen_last or record.captured
    if first is None or last is None:
        return False
    if revisit.earlier is not None:
        return first - SAME_SECOND < revisit.earlier < last + SAME_SECOND
    return revisit.capture.captured is None or first <= revisit.capture.captured


class Lately:
    """The last captures that went by."""

    def __init__(self) -> None:
        self.bodies: OrderedDict[str, bytes] = OrderedDict()
        self._pages: dict[str, Capture] = {}
        self._bytes = 0

    def note(self, page: Capture) -> None:
        """One more."""
        if page.digest in self.bodies:
            self.bodies.move_to_end(page.digest)
        else:
            self.bodies[page.digest] = page.body
            self._bytes += len(page.body)
        if page.url:
            self._pages[page.document_id] = page
        while len(self.bodies) > MOST_PAGES or self._bytes > MOST_BYTES:
            _, body = self.bodies.popitem(last=False)
            self._bytes -= len(body)
        while len(self._pages) > len(self.bodies):
            del self._pages[next(iter(self._pages))]

    def of(self, revisit: Revisit) -> Capture | None:
        """The capture that a revisit speaks of."""
        if revisit.earlier_url is None:
            return None
        page = self._pages.get(document_id(revisit.earlier_url, b""))
        if page is None or revisit.earlier is None or page.captured is None:
            return page
        return page if near(page.captured, revisit.earlier) else None


def near(one: datetime, other: datetime) -> bool:
    """Whether two times are one, to the second."""
    return abs(one - other) < SAME_SECOND
