"""What a PDF states of itself, laid under what its text and the archivist say."""

import re
from dataclasses import replace

from archive.document import Evidence, PublicationDate
from archive.supplied import is_supplied
from indexer.metadata.description import Description, Fact
from indexer.pdf.properties import author_in, title_in
from indexer.pdf.text import PdfText

FINDER = "PDF properties"
WORD = re.compile(r"\w+")
# A title that is shown has most of its words on the first pages.
SHOWN_SHARE = 0.6
BEGINNING_CHARACTERS = 3_000


def laid_under(found: Description, pdf: PdfText) -> Description:
    """The description with the PDF's own title, author and date where nothing better is known.

    Its title wins over the first line where the text shows it: many are left over from another
    document. Its dates tell when it was made, so that the text is not younger: an end of a range.
    """
    title, author = title_in(pdf.title), author_in(pdf.author)
    stated = found.title is not None and is_supplied(found.title.finder)
    if title and not stated and (found.title is None or is_shown(title, pdf.text)):
        found = replace(found, title=Fact(title, FINDER, pdf.title))
    if author and not found.authors:
        found = replace(found, authors=(Fact(author, FINDER, pdf.author),))
    if pdf.made and found.published is None:
        published = PublicationDate(None, pdf.made, FINDER, pdf.made.isoformat())
        found = replace(found, published=published)
    return found


def is_shown(title: str, text: str) -> bool:
    """Whether the text begins with the words of a title."""
    words = {word.casefold() for word in WORD.findall(title)}
    shown = {word.casefold() for word in WORD.findall(text[:BEGINNING_CHARACTERS])}
    return bool(words) and len(words & shown) >= SHOWN_SHARE * len(words)


def evidence_of(pdf: PdfText) -> tuple[Evidence, ...]:
    """How many pages it has."""
    return (Evidence("pages", str(pdf.pages), "PDF"),)


def flags_of(pdf: PdfText) -> tuple[str, ...]:
    """What a person should look at: pages without text, which are perhaps scans."""
    if not pdf.silent:
        return ()
    numbers = ", ".join(map(str, pdf.silent))
    return (f"pages of the PDF without text, perhaps images: {numbers}",)
