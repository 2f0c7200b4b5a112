"""BibTeX: an @misc entry a page, in UTF-8, which biblatex, JabRef and Zotero read.

@online would say more but is dropped by readers that know only the first entry types.
"""

import re
from collections.abc import Iterable, Iterator

from archive.document import Document, PublicationDate
from indexer.exports.reference import Name, Reference, reference

# Characters that TeX acts on, as TeX prints them. Braces are written by name: as \{ they would
# still count as braces to BibTeX, which does not know the backslash.
ESCAPED = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
SPECIAL = re.compile(r"[\\{}$&%#_~^]")

# In a URL they end the field or stand for something else; a browser takes their codes.
IN_URL = re.compile(r"[\\{}%~^\s]")


def bibtex(documents: Iterable[Document]) -> Iterator[str]:
    """Each document as one entry."""
    for document in documents:
        cited = reference(document)
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields(cited))
        yield f"@misc{{{cited.key},\n{lines}}}\n\n"


def fields(cited: Reference) -> Iterator[tuple[str, str]]:
    """The fields of an entry, those without a value left out."""
    yield "title", f"{{{escaped(cited.title)}}}"  # twice in braces: its capitals stay
    if cited.authors:
        yield "author", " and ".join(map(author, cited.authors))
    if cited.site:
        yield "organization", f"{{{escaped(cited.site)}}}"
    if cited.published and (cited.published.earliest or cited.published.latest):
        yield "date", dates(cited.published)
    if cited.year:
        yield "year", f"{cited.year:04}"
    if cited.language:
        yield "langid", cited.language
    if cited.url:
        yield "url", IN_URL.sub(coded, cited.url)
    if cited.accessed:
        yield "urldate", f"{cited.accessed}"
    yield "note", escaped(cited.note)


def author(name: Name) -> str:
    """A name as BibTeX parts it; one that is whole stands in braces of its own."""
    if not name.given:
        return f"{{{escaped(name.family)}}}"
    # An "and" inside of a name would begin another author.
    parts = (escaped(part) for part in (name.family, name.given))
    return ", ".join(f"{{{part}}}" if re.search(r"\band\b", part) else part for part in parts)


def dates(published: PublicationDate) -> str:
    """A day, or a range as ISO 8601-2 writes it, open where a side is not known."""
    earliest, latest = published.earliest, published.latest
    if earliest == latest:
        return f"{earliest}"
    return f"{earliest or '..'}/{latest or '..'}"


def escaped(text: str) -> str:
    """Text as TeX prints it.

    >>> escaped("5 % & {more}")
    '5 \\\\% \\\\& \\\\textbraceleft{}more\\\\textbraceright{}'
    """
    return SPECIAL.sub(lambda found: ESCAPED[found.group()], text)


def coded(found: re.Match[str]) -> str:
    """A character of a URL by its code; a percent sign, which codes already, is escaped for TeX."""
    return r"\%" if found.group() == "%" else f"\\%{ord(found.group()):02X}"
