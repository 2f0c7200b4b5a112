"""The site's name that a flattened page has above its headline."""

import re

from indexer.metadata.furniture import is_furniture, is_menu
from indexer.metadata.names import CREDIT
from indexer.metadata.page import Page
from indexer.metadata.plain import squeeze
from indexer.metadata.published.written import written_dates

MAX_NAME_WORDS = 6
MAX_NAME_CHARACTERS = 50
# The headline comes at most so many own lines after the name: a byline or a date between them.
REACH = 3
# A headline has more words than a section's label, and fewer than a paragraph.
MIN_HEADLINE_WORDS = 3
MAX_HEADLINE_WORDS = 26

SMALL_WORD = re.compile(r"(?:of|the|and|for|on|in|de|du|des|la|le|les|et|pour|à|au|aux)$")
# Institutions in whose French names only the first word has a capital.
FRENCH_KIND = re.compile(r"^(?:Le |La |L[’'])?(?:Collectif|Comité|Association|Réseau|Centre)\b")
# The last word of the names of papers and institutions.
ENGLISH_KIND = re.compile(
    r"\b(?:watch|association|society|coalition|network|federation|foundation|institute|alliance"
    r"|union|centre|center|clinic|news|press|times|post|star|gazette|herald|tribune|courier|ledger"
    r"|journal|magazine|review|observer|chronicle)$",
    re.IGNORECASE,
)
# A site's line about itself, which names it.
ABOUT_ITSELF = re.compile(
    r"©|\(c\)|\b(?:copyright|more from|follow|subscribe|welcome to|about|originally|reporter"
    r"|journalist|editor|à propos|renseignements|plus de|suivez|abonnez|journaliste)\b",
    re.IGNORECASE,
)
DESK = re.compile(r"^(?P<name>.{3,50}?)\s+[|–—-]\s+[\w ]{2,30}\s(?:bureau|newsroom|desk)$")


def masthead(page: Page) -> str:
    """The site's name where it is the first of a flattened page's own lines, else "".

    Believed where the page names it in a line about itself, or where it is an institution's name;
    a page of markup says more of itself than its first line.
    """
    first = page.body[0] if page.body else ""
    if page.markup.title or page.markup.headings:
        return ""
    desk = DESK.match(first)
    if desk and _is_name(desk["name"]):
        return desk["name"]
    if not _is_name(first) or not headline_below(page):
        return ""
    is_known = ENGLISH_KIND.search(first) or FRENCH_KIND.match(first) or _names_itself(page, first)
    return first if is_known else ""


def headline_below(page: Page) -> str:
    """The first line below the page's first that reads like a headline, else ""."""
    for line in page.body[1 : 1 + REACH]:
        words = line.split()
        if CREDIT.match(line) or is_furniture(line) or is_menu(line) or written_dates(line):
            continue
        if MIN_HEADLINE_WORDS <= len(words) <= MAX_HEADLINE_WORDS and line[-1] not in ".:;,":
            return line
        return ""
    return ""


def _is_name(line: str) -> bool:
    """Whether it is short, in capitals, and no sentence, label or furniture."""
    words = line.split()
    if not 2 <= len(words) <= MAX_NAME_WORDS or len(line) > MAX_NAME_CHARACTERS:
        return False
    if line[-1] in ".!?:;," or any(map(str.isdigit, line)) or is_furniture(line):
        return False
    if FRENCH_KIND.match(line):
        return True
    return all(word[0].isupper() or SMALL_WORD.match(word) for word in words)


def _names_itself(page: Page, name: str) -> bool:
    sought = squeeze(name)
    return any(
        name in line and sought != squeeze(line) and ABOUT_ITSELF.search(line)
        for line in page.lines
        if len(line) < 400
    )
