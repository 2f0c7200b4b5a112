"""/doc/ID/diff: what differs between two captures of a page, in words, lines and record."""

from functools import lru_cache

from flask import Blueprint, render_template, request

from archive import Archive
from archive.records import CaptureRecord
from indexer.differences import Comparison, compare
from indexer.differences.comparing import capture_called, usual_pair
from webui.parameters import read_parameters
from webui.rooms import rooms
from webui.state import SearchState
from webui.words import t

pages = Blueprint("differences", __name__)

KNOWN = frozenset({"from", "to", "of", "fold"})
ORIGINAL = "original"
WHOLE = "no"

# Comparing long pages takes seconds.
MOST_HELD = 4
# Both captures together; cleaning more would take a reader's patience and the server's time.
MOST_BYTES = 8_000_000
# Removed lines that are listed of each side.
MOST_LINES = 200


@pages.get("/doc/<id>/diff")
def diff(id: str) -> str:
    """Two captures of a page; without a choice, the latest and the one before it."""
    given = read_parameters(request.query_string.decode("utf-8", "replace"), KNOWN)
    archive = rooms().archive
    document, records = archive.get(id), archive.history(id)
    before, after = chosen(records, given.one("from"), given.one("to"))
    original, whole = given.one("of") == ORIGINAL, given.one("fold") == WHOLE
    comparison = None
    too_long = before.bytes_count + after.bytes_count > MOST_BYTES
    if before != after and not too_long:
        pair = (before.digest, after.digest)
        comparison = held(archive, archive.sequence(), id, pair, original, not whole)
    return render_template(
        "document/diff.html",
        document=document,
        state=SearchState(),
        records=records,
        before=before,
        after=after,
        original=original,
        whole=whole,
        found=comparison,
        too_long=too_long,
        field_names=field_names(),
        most_lines=MOST_LINES,
        ignored=given.ignored,
    )


def chosen(
    records: tuple[CaptureRecord, ...], first: str | None, second: str | None
) -> tuple[CaptureRecord, CaptureRecord]:
    """The captures that an address names. Raise CaptureNotFound."""
    if len(records) == 1:
        before = after = records[0]
    else:
        before, after = usual_pair(records)
    return (
        capture_called(records, first) if first else before,
        capture_called(records, second) if second else after,
    )


@lru_cache(maxsize=MOST_HELD)
def held(
    archive: Archive, sequence: int, id: str, pair: tuple[str, str], original: bool, fold: bool
) -> Comparison:
    """A comparison, kept for the next reader; `sequence` changes with the archive."""
    return compare(archive, id, *pair, original=original, fold=fold)


def field_names() -> dict[str, str]:
    """What the fields of a record are called."""
    return {
        "title": t("Title"),
        "published": t("Published"),
        "source": t("Source"),
        "authors": t("Authors"),
        "language": t("Language"),
        "url": t("Address"),
        "places": t("Places"),
        "years_mentioned": t("Years named"),
    }
