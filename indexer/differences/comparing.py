"""Two captures of one page compared: text, removed lines, metadata."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from archive import Archive
from archive.capture import Capture
from archive.document import Document, PublicationDate, RemovedLine
from archive.errors import CaptureNotFound
from archive.records import CaptureRecord
from indexer.differences.comparison import Comparison, FieldChange, LedgerChange, Side
from indexer.differences.made_again import made_again
from indexer.differences.texts import difference
from indexer.readers import decode


def compare(
    archive: Archive, id: str, before: str, after: str, *, original: bool = False, fold: bool = True
) -> Comparison:
    """Compare two captures by their digests, both cleaned again with today's rules.

    So what differs is the page, not the rules of two days. `original` compares the pages' sources
    in place of their cleaned texts. Raise DocumentNotFound, CaptureNotFound.
    """
    records = {record.digest: record for record in archive.history(id)}
    captures = tuple(archive.original(id, digest) for digest in (before, after))
    first, second = made_again(archive, captures)
    sides = Side(records[before], first), Side(records[after], second)
    if isinstance(first, Document) and isinstance(second, Document):
        texts = tuple(map(source_text, captures)) if original else (first.text, second.text)
        ledger = ledger_change(first.removed, second.removed)
        text = difference(*texts, fold=fold)
        return Comparison(id, *sides, text, ledger, tuple(field_changes(first, second)))
    return Comparison(id, *sides, None, None, ())


def source_text(capture: Capture) -> str:
    """A page's source as it was decoded, its line ends made one kind."""
    text = decode(capture.body, capture.media_type, capture.charset).text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def ledger_change(before: Sequence[RemovedLine], after: Sequence[RemovedLine]) -> LedgerChange:
    """How the removed lines differ, by their words."""
    new, gone = only_in(after, before), only_in(before, after)
    return LedgerChange(new, gone, len(after) - len(new))


def only_in(lines: Sequence[RemovedLine], others: Sequence[RemovedLine]) -> tuple[RemovedLine, ...]:
    """The lines that the others do not have, or not so often."""
    left = Counter(words(line) for line in others)
    only: list[RemovedLine] = []
    for line in lines:
        if left[words(line)]:
            left[words(line)] -= 1
        else:
            only.append(line)
    return tuple(only)


def words(line: RemovedLine) -> str:
    """A line's text without its spaces at the ends."""
    return " ".join(line.text.split())


def days(published: PublicationDate | None) -> tuple[str, ...]:
    """A day, or both ends of a range, as ISO 8601-2 writes them."""
    if published is None:
        return ()
    if published.exact:
        return (str(published.earliest),)
    return (f"{published.earliest or '..'}/{published.latest or '..'}",)


FIELDS: dict[str, Callable[[Document], tuple[str, ...]]] = {
    "title": lambda document: (document.title,),
    "published": lambda document: days(document.published),
    "source": lambda document: (document.source,) if document.source else (),
    "authors": lambda document: document.authors,
    "language": lambda document: (document.language,),
    "url": lambda document: (document.url,) if document.url else (),
    "places": lambda document: tuple(place.label for place in document.places),
    "years_mentioned": lambda document: tuple(map(str, document.years_mentioned)),
}


def field_changes(before: Document, after: Document) -> Iterator[FieldChange]:
    """The fields that differ; the order of names does not count."""
    for name, values_of in FIELDS.items():
        first, second = values_of(before), values_of(after)
        if set(first) != set(second):
            yield FieldChange(name, first, second)


def capture_called(records: Sequence[CaptureRecord], typed: str) -> CaptureRecord:
    """The one capture whose digest begins so. Raise CaptureNotFound, which says what is wrong."""
    prefix = typed.strip().lower()
    found = [record for record in records if prefix and record.digest.startswith(prefix)]
    if len(found) == 1:
        return found[0]
    what = f"begins {len(found)} digests" if found else "begins no digest of its captures"
    raise CaptureNotFound(f'"{typed[:64]}" {what}; `fonds show ID --captures` lists them.')


def usual_pair(records: Sequence[CaptureRecord]) -> tuple[CaptureRecord, CaptureRecord]:
    """The current capture and the one before it; or the one after where it is the first.

    The earlier one comes first. `records` are in order of time, two at least.
    """
    at = next((i for i, record in enumerate(records) if record.current), len(records) - 1)
    at = max(at, 1)
    return records[at - 1], records[at]
