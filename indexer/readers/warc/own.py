"""The field in which Fonds tells, in a WARC that it writes, all that it knows of a capture.

    Fonds-Capture: {"url": "https://city.example/vote", "captured": "2017-02-20T14:30:00+00:00",
                    "media_type": "text/html", "charset": "utf-8", "stated": {"source": "City"},
                    "says": {"source": "ingest --source"}, "notes": []}

It stands on one line, as JSON in ASCII. What is unknown is null. Other readers pass over it and
have the record's usual fields; Fonds reads it, so that what it exports comes back as it was.

Anybody can write such a field. What it leaves out stays as the record's usual fields have it. What
is read of it is what the WARC says of itself: who said it before ("says") and what was noted then
("notes") is for people to read, and is not taken.
"""

import json
from dataclasses import replace
from datetime import datetime

from archive.address import safe_address
from archive.capture import Capture
from archive.long_numbers import long_number, most_digits
from archive.supplied import DATE_ORDERS, FACTS, SaidBy, Supplied, SuppliedFact
from indexer.readers.contents import HTML, PDF, TEXT

FIELD = "Fonds-Capture"
# How the address of a page that has none begins, where a record must have one.
NO_ADDRESS = "urn:fonds:"
# Beside the facts: the order of day and month in dates like 03/04/2017.
DATE_ORDER = "date order"
# What a hostile file may make us keep of it.
MAX_CHARACTERS = 200_000

LEFT_OUT = "notes of another archive in its record are left out"
NO_WEB_ADDRESS = f"the address in its {FIELD} is none of the web, and is left out"


class BadField(Exception):
    """The field is there and cannot be read; the message is a sentence."""


def written(capture: Capture) -> str:
    """The field's value."""
    supplied = capture.supplied
    stated = {one.name: one.value for one in supplied.facts}
    order = {DATE_ORDER: supplied.date_order} if supplied.date_order else {}
    facts = {
        "url": safe_address(capture.url),
        "captured": capture.captured and capture.captured.isoformat(),
        "media_type": capture.media_type,
        "charset": capture.charset,
        "stated": stated | order,
        "says": {one.name: one.finder for one in supplied.facts},
        "notes": list(supplied.notes),
        "origin": capture.origin,
    }
    return json.dumps(facts, separators=(",", ":"))


def read(value: str, capture: Capture) -> Capture:
    """The capture as the field tells it; its bytes and origin stay. Raise BadField."""
    facts = object_in(value)
    url, media_type = text_of(facts, "url"), text_of(facts, "media_type")
    told = supplied_in(facts)
    if url and not safe_address(url):
        url, told = "", told.noting(NO_WEB_ADDRESS)
    captured = moment_of(text_of(facts, "captured"))
    return replace(
        capture,
        url=url or capture.url,
        media_type=media_type if media_type in (HTML, PDF, TEXT) else capture.media_type,
        captured=captured if "captured" in facts else capture.captured,
        charset=text_of(facts, "charset") if "charset" in facts else capture.charset,
        supplied=told,
    )


def object_in(value: str) -> dict[str, object]:
    """The field's JSON. Raise BadField."""
    try:
        facts = json.loads(value) if len(value) <= MAX_CHARACTERS else None
    except (ValueError, RecursionError) as error:
        if long_number(value) is not None:
            raise BadField(
                f"A number in its {FIELD} has more than {most_digits():,} digits."
            ) from error
        raise BadField(f"Its {FIELD} is not JSON.") from error
    if not isinstance(facts, dict):
        raise BadField(f"Its {FIELD} is no JSON object.")
    return facts


def supplied_in(facts: dict[str, object]) -> Supplied:
    """What the field says of the page: facts by their names, and nothing else. Raise BadField."""
    stated = facts.get("stated") or {}
    if not isinstance(stated, dict) or not all(isinstance(each, str) for each in stated.values()):
        raise BadField(f'"stated" in its {FIELD} does not state texts.')
    order = stated.get(DATE_ORDER)
    # Fields written before had notes among what is stated.
    noted = facts.get("notes") or stated.get("noted")
    return Supplied(
        tuple(SuppliedFact(one, stated[one], SaidBy.RECORD) for one in FACTS if stated.get(one)),
        (LEFT_OUT,) if noted else (),
        order if order in DATE_ORDERS else "",
    )


def text_of(facts: dict[str, object], name: str) -> str | None:
    """A text or nothing. Raise BadField."""
    value = facts.get(name)
    if value is None or isinstance(value, str):
        return value
    raise BadField(f'"{name}" in its {FIELD} is no text.')


def moment_of(written: str | None) -> datetime | None:
    """A time with its zone. Raise BadField."""
    if written is None:
        return None
    try:
        moment = datetime.fromisoformat(written)
    except ValueError as error:
        raise BadField(f'"captured" in its {FIELD} is no time.') from error
    if moment.tzinfo is None:
        raise BadField(f'"captured" in its {FIELD} has no time zone.')
    return moment
