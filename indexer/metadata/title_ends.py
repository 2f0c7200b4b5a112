"""A title without its site's name."""

import re

from indexer.metadata.page import Page
from indexer.metadata.plain import squeeze
from indexer.metadata.site_name import is_site

SEPARATOR = re.compile(r"\s+[|•·»«:–—-]+\s+|\s*[|»]\s*|\s+::\s+")
# « On ne ferme pas » is said by somebody: such marks part nothing.
QUOTED = re.compile(r"«[^«»]*»")
# What a bar sets off is a label; a dash stands in headlines, too.
BAR = re.compile(r"[|»]|::")
# A site's name seldom has more words; what stays of a title seldom fewer.
MAX_SITE_WORDS = 4
MAX_LABEL_WORDS = 6
# The last word of names of sites: "… - Harbour Gardeners Community".
SITE_KIND = re.compile(
    r"\b(?:forums?|community|communauté|stack exchange|blog|blogue|magazine|news|documentation|docs"
    r"|wiki|wikipedia|wikipédia|official (?:site|store)|site officiel|university|université)$",
    re.IGNORECASE,
)
# Parts that are looked at; a title with more is a list.
MAX_PARTS = 6


def without_site(title: str, page: Page, *, sure: bool = False) -> str:
    """A title without the name of the site at its end or beginning.

    Cut only on evidence: what stays is a heading or line of the page, or the part is the site's
    name or its host, or it is short and what stays is not.

    sure: cut what is the site's name for certain, as from a heading, which seldom has it
    """
    marks = _marks(title)[-MAX_PARTS:]
    if not marks:
        return title
    if not sure and (repeated := _repeated(title, marks, page)):
        return repeated
    for _ in marks:
        shorter = _shorter(title, page, sure=sure)
        if shorter == title:
            break
        title = shorter
    return title


def _marks(title: str) -> list[re.Match[str]]:
    """What parts the title's pieces, outside quotations."""
    quoted = [match.span() for match in QUOTED.finditer(title)]
    return [
        mark
        for mark in SEPARATOR.finditer(title)
        if not any(mark.start() < end and start < mark.end() for start, end in quoted)
    ]


def _repeated(title: str, marks: list[re.Match[str]], page: Page) -> str:
    """The longest run of parts that is a heading or a later line of the page, else ""."""
    known = {squeeze(heading) for heading in page.markup.headings} | set(page.keys[1:])
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(title)]
    runs = [title[start:end] for start in starts for end in ends if start < end]
    found = (run for run in runs if run != title and len(run.split()) > 2 and squeeze(run) in known)
    return max(found, key=len, default="")


def _shorter(title: str, page: Page, *, sure: bool) -> str:
    """The title without one part of it that is the site's, or as it is."""
    marks = _marks(title)
    if not marks:
        return title
    head, tail = title[: marks[-1].start()], title[marks[-1].end() :]
    if is_site(tail, page):
        return head
    if is_site(title[: marks[0].start()], page):
        return title[marks[0].end() :]
    if sure:
        return title
    words, label = len(head.split()), len(tail.split())
    # French sets a space before every colon: "La fête : le programme".
    is_mark = page.language != "fr" or marks[-1][0].strip() != ":"
    is_label = (
        (is_mark and label <= MAX_SITE_WORDS <= words)
        or (words > 1 and label <= MAX_LABEL_WORDS and SITE_KIND.search(tail))
        or (words > 1 and label <= MAX_SITE_WORDS and BAR.search(marks[-1][0]))
    )
    return head if is_label else title
