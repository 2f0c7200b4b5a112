"""Passwords in addresses: they are not kept, and not shown."""

import re
from dataclasses import replace

from archive.capture import Capture
from archive.document import PassedOver, Refused
from indexer.readers.format import Item
from indexer.readers.revisit import Revisit

# "user:password@" behind the scheme (RFC 3986, section 3.2.1); a name alone says nothing secret.
WITH_PASSWORD = re.compile(r"([a-z][a-z0-9+.\-]{1,20}://)[^\s/?#:]{0,300}:[^\s/?#]{0,300}@", re.I)
TAKEN_OUT = "the name and password in its address are left out"


def without_passwords(item: Item) -> Item:
    """What was read, its addresses without names and passwords; a page says so. Its bytes stay."""
    if isinstance(item, Refused | PassedOver):
        reason = left_out_of(item.reason)
        return item if reason == item.reason else replace(item, reason=reason)
    if isinstance(item, Revisit):
        earlier = item.earlier_url and left_out_of(item.earlier_url)
        return replace(item, capture=of_page(item.capture), earlier_url=earlier)
    return of_page(item)


def of_page(page: Capture) -> Capture:
    """The page with neither in its address and notes."""
    noted = page.supplied.notes
    url, notes = left_out_of(page.url or ""), tuple(map(left_out_of, noted))
    if (url, notes) == (page.url or "", noted):
        return page
    supplied = replace(page.supplied, notes=(*notes, TAKEN_OUT))
    return replace(page, url=url or None, supplied=supplied)


def left_out_of(text: str) -> str:
    """A text without the names and passwords in its addresses."""
    return WITH_PASSWORD.sub(r"\1", text) if "@" in text else text
