"""What a reader remembers of the records that it met, for those that say "the same as before"."""

from collections import OrderedDict
from dataclasses import dataclass

from archive.capture import Capture
from indexer.readers.warc.records import Record

# Some 100 MB of memory; a file of more pages forgets those that it met first.
MOST_REMEMBERED = 200_000


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is remembered of a record.

    digest:      SHA-256 of its page's bytes, 64 hex digits; None where it was not met
    passed_over: whether it was no page
    """

    digest: str | None = None
    media_type: str | None = None
    charset: str | None = None
    passed_over: bool = False


NOT_MET = Earlier()


class Met:
    """Records by their payload's digest as they state it, and by their ids."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, Earlier] = OrderedDict()

    def take(self, record: Record, page: Capture) -> None:
        """Remember a page."""
        self._remember(record, Earlier(page.digest, page.media_type, page.charset))

    def pass_over(self, record: Record) -> None:
        """Remember what is no page."""
        self._remember(record, Earlier(passed_over=True))

    def earlier(self, record: Record) -> Earlier:
        """What a revisit refers to; NOT_MET where that is not known."""
        headers = record.headers
        for name in (headers.get("warc-refers-to"), headers.get("warc-payload-digest")):
            if name and (known := self._known.get(name)):
                return known
        return NOT_MET

    def _remember(self, record: Record, earlier: Earlier) -> None:
        headers = record.headers
        for name in (headers.get("warc-record-id"), headers.get("warc-payload-digest")):
            if name:
                self._known[name] = earlier
        while len(self._known) > MOST_REMEMBERED:
            self._known.popitem(last=False)
