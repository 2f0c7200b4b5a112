"""One record of a table as a capture: its words as the body, the rest as stated facts."""

import math
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from archive.capture import Capture
from archive.characters import whole
from archive.supplied import SaidBy, supplied_by
from indexer.readers.address import web_address
from indexer.readers.broken import Broken
from indexer.readers.columns import BODIES, text_missing
from indexer.readers.contents import HTML, OPENING, TAG, TEXT, after_comments, media_type_of, unfit

STATED = ("title", "date", "source", "author", "place", "lang")

HALVES = "halves of characters (lone surrogates) in it are shown as U+FFFD"

READ_AS_HTML = "the text of its record is HTML, by its tags, and is read as such"
# A text that is one piece of HTML from its first character to its last.
OPENS_WHOLE = re.compile(
    r"<(?:article|blockquote|div|h[1-6]|main|ol|p|section|span|table|ul)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)

# Numbers that are moments: seconds, or milliseconds, since 1970 (of the years 1973 to 2100).
SECONDS = range(100_000_000, 4_102_444_800)
MILLISECONDS = 1_000
# A moment as WARC tools write it in file names and CDX: 20170220143000.
DIGITS_OF_A_MOMENT = 14


def capture_of(
    values: Mapping[str, object], chosen: Mapping[str, tuple[str, ...]], origin: str, at: str
) -> Capture:
    """The page that a record is. Raise Broken where it is none.

    chosen: of each fact, the columns that can state it, the best first
    at:     where the record stands, as a fact's evidence names it: "corpus.jsonl:12"
    """
    fact, written = body_of(values, chosen)
    words = whole(written)
    body = words.encode()
    if fault := unfit(body):
        raise Broken(fault.reason, fault.mend)
    address = text_of(first_of(values, chosen.get("url", ())))
    url = web_address(address)
    facts = {name: text_of(first_of(values, chosen.get(name, ()))) for name in STATED}
    facts["date"] = day_of(first_of(values, chosen.get("date", ())))
    when = first_of(values, chosen.get("captured", ()))
    captured = moment_of(when)
    if captured is None and when is not None:
        facts["captured"] = text_of(when)
    if url is None:
        facts["url"] = address
    supplied = supplied_by(SaidBy.COLUMN, at, **facts)
    kind = kind_of(fact, words)
    if words != written:
        supplied = supplied.noting(HALVES)
    elif kind == HTML and fact == "text":
        supplied = supplied.noting(READ_AS_HTML)
    return Capture(body, kind, url, captured, origin, "utf-8", supplied)


def body_of(values: Mapping[str, object], chosen: Mapping[str, tuple[str, ...]]) -> tuple[str, str]:
    """The page's words, and whether the record calls them "html" or "text"."""
    for fact in BODIES:
        found = first_of(values, chosen.get(fact, ()))
        if isinstance(found, str):
            return fact, found
        if found is not None:
            raise Broken(
                f"Its {fact} is no text but {type(found).__name__}.",
                "Give the text of the page between quotes.",
            )
    columns = [name for fact in BODIES for name in chosen.get(fact, ())]
    if not columns:
        raise Broken(*text_missing(values))
    named = " and ".join(f'"{name[:40]}"' for name in columns)
    raise Broken(f"It has no words: {named} is empty.", "Fetch the page again, or delete it.")


def first_of(values: Mapping[str, object], columns: Sequence[str]) -> object:
    """The first value that says something, or None. NaN is how pandas writes nothing."""
    for column in columns:
        value = values.get(column)
        nothing = value is None or value == [] or (isinstance(value, float) and math.isnan(value))
        if not nothing and not (isinstance(value, str) and not value.strip()):
            return value
    return None


def text_of(value: object) -> str:
    """A value as one would write it in a cell; several parted by ;."""
    if isinstance(value, str):
        return whole(value).strip()
    if isinstance(value, list):
        return "; ".join(filter(None, (text_of(one) for one in value[:100])))
    if isinstance(value, dict):  # {"name": "Ann Roy"}, as schema.org has it
        return text_of(value.get("name"))
    return "" if value is None or isinstance(value, bool) else str(value)[:100]


def kind_of(fact: str, words: str) -> str:
    """HTML or text. What is called text is HTML where it is so as a whole, or rich in tags."""
    if fact == "html":
        return media_type_of(words)
    start = after_comments(words[:65_536])
    opens = OPENING.match(words, start) or (
        OPENS_WHOLE.match(words, start) and words.rstrip().endswith(">") and TAG.search(words)
    )
    return HTML if opens else TEXT if words.startswith("<", start) else media_type_of(words)


def day_of(value: object) -> str:
    """A date as written; numbers that count seconds since 1970 as a day."""
    moment = from_number(value)
    return moment.date().isoformat() if moment else text_of(value)


def moment_of(value: object) -> datetime | None:
    """A time of capture, aware: ISO 8601, 14 digits, as in e-mail, or counted from 1970.

    UTC where no zone is written. None where it cannot be read.
    """
    if value is None or (moment := from_number(value)):
        return moment if value is not None else None
    written = text_of(value)
    for reading in (datetime.fromisoformat, of_digits, parsedate_to_datetime):
        try:
            found = reading(written)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    return None


def of_digits(written: str) -> datetime:
    """20170220143000. Raise ValueError for what is not."""
    if len(written) != DIGITS_OF_A_MOMENT:
        raise ValueError(written)
    return datetime.strptime(written, "%Y%m%d%H%M%S").replace(tzinfo=UTC)


def from_number(value: object) -> datetime | None:
    """A number of seconds or milliseconds since 1970 as a moment; None for all else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    for seconds in (value, value / MILLISECONDS):
        if int(seconds) in SECONDS:
            return datetime.fromtimestamp(seconds, UTC)
    return None
