"""The biography of its writer that closes a page: "Ann Roy is a reporter with …"."""

import re
from collections.abc import Iterator

from indexer.metadata.authors.credit import Credit
from indexer.metadata.names import is_person, normal_case
from indexer.metadata.page import Page
from indexer.metadata.plain import squeeze

# The author's biography closes the page's own words.
BIO_LINES = 15
MAX_BIO_CHARACTERS = 900
MAX_WRITERS = 3

NAME = (
    r"(?P<name>[A-ZÀ-Ý][\w.’'-]+"
    r"(?:\s+(?:[A-ZÀ-Ý][\w.’'-]*|de|du|la|le|van|von|bin|al|el)){1,4})"
)
# Trades of the press say who employs the writer; the others only that it is a writer's biography.
PRESS = (
    r"(?i:reporter|journalist|correspondent|columnist|editor|staff writer|producer|broadcaster"
    r"|photojournalist|journaliste|correspondante?|chroniqueu(?:r|se)|rédact(?:eur|rice))"
)
TRADE = (
    rf"(?:{PRESS}|(?i:writer|blogger|author|contributor|freelancer|researcher|professor|fellow"
    r"|lawyer|organi[sz]er|activist|auteure?|professeure?|chercheu(?:r|se)|avocate?|militante?))"
)
BIO = re.compile(
    r"^(?:About the author:?\s*|À propos de l[’']auteure?\s*:?\s*"
    r"|(?:The (?:writer|author)|L[’']auteure?),\s+)?"
    rf"{NAME}\s*(?:\([^)]{{1,60}}\))?,?"
    r"\s+(?:is|was|est|covers|writes|reports|couvre)\s+"
    rf"(?:(?:an?|the|une?|le|la|l[’'])?\s*[^.]{{0,120}}?\b{TRADE}\b|(?:for|on|about|pour)\b)",
)
# Each line is asked for these before the pattern: most hold none of them.
BIO_VERB = re.compile(r" (?:is|was|est|covers|writes|reports|couvre) ")


def biographies(page: Page) -> Iterator[Credit]:
    """(name, line) of "Ann Roy is a reporter with …".

    Believed among the page's last own lines, or anywhere where the name also has a line to itself.
    """
    closing = {*page.body[-BIO_LINES:], *page.lines[-BIO_LINES:]}
    for line in page.lines:
        if not line[0].isupper() or not 20 <= len(line) <= MAX_BIO_CHARACTERS:
            continue
        match = BIO.match(line) if BIO_VERB.search(line, 0, 250) else None
        if not match or not is_person(match["name"]):
            continue
        if line in closing or squeeze(match["name"]) in page.keys:
            yield Credit(match["name"], line)


def biography(page: Page) -> Iterator[Credit]:
    """The writers whose biographies close the page; more than three are a list of people."""
    found = list(biographies(page))
    if len({name for name, _ in found}) <= MAX_WRITERS:
        yield from (Credit(normal_case(name), line) for name, line in found)
