"""The field in which Fonds tells, in a WARC that it writes, all that it knows of a capture.

    Fonds-Capture: {"url": "https://city.example/vote", "captured": "2017-02-20T14:30:00+00:00",
                    "media_type": "text/html", "charset": "utf-8", "stated": {"source": "City"}}

It stands on one line, as JSON in ASCII. What is unknown is null. Other readers pass over it and
have the record's usual fields; Fonds reads it, so that what it exports comes back as it was.
"""

import json
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from archive.capture import Capture

FIELD = "Fonds-Capture"
# What a hostile file may make us keep of it.
MAX_CHARACTERS = 200_000


class BadField(Exception):
    """The field is there and cannot be read; the message is a sentence."""


def written(capture: Capture) -> str:
    """The field's value."""
    facts = {
        "url": capture.url,
        "captured": capture.captured and capture.captured.isoformat(),
        "media_type": capture.media_type,
        "charset": capture.charset,
        "stated": dict(capture.stated),
        "origin": capture.origin,
    }
    return json.dumps(facts, separators=(",", ":"))


def read(value: str, capture: Capture) -> Capture:
    """The capture as the field tells it; its bytes and origin stay. Raise BadField."""
    try:
        facts = json.loads(value) if len(value) <= MAX_CHARACTERS else None
    except (ValueError, RecursionError) as error:
        raise BadField(f"Its {FIELD} is not JSON.") from error
    if not isinstance(facts, dict):
        raise BadField(f"Its {FIELD} is no JSON object.")
    url, media_type = text_of(facts, "url"), text_of(facts, "media_type")
    stated = facts.get("stated") or {}
    if not isinstance(stated, dict) or not all(isinstance(each, str) for each in stated.values()):
        raise BadField(f'"stated" in its {FIELD} does not state texts.')
    return replace(
        capture,
        url=url,
        media_type=media_type or capture.media_type,
        captured=moment_of(text_of(facts, "captured")),
        charset=text_of(facts, "charset"),
        stated=MappingProxyType(dict(stated)),
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
