"""RIS: a tag, two spaces, a hyphen, a space, the value; a line each (Research Information Systems,
"RIS Format Specifications", 2011). A web page is of type ELEC, as Zotero and EndNote read it."""

from collections.abc import Iterable, Iterator

from archive.document import Document
from indexer.exports.reference import Reference, reference


def ris(documents: Iterable[Document]) -> Iterator[str]:
    """Each document as one record."""
    for document in documents:
        lines = (f"{tag}  - {value}\r\n" for tag, value in tags(reference(document)))
        yield "".join(lines) + "ER  - \r\n\r\n"


def tags(cited: Reference) -> Iterator[tuple[str, str]]:
    """The tags of a record, those without a value left out."""
    yield "TY", "ELEC"
    yield "ID", cited.key
    yield "TI", cited.title
    for name in cited.authors:
        yield "AU", name.inverted
    if cited.site:
        yield "T2", cited.site
    if cited.year:
        yield "PY", f"{cited.year:04}"
    if cited.day:
        yield "DA", f"{cited.day:%Y/%m/%d}/"
    if cited.language:
        yield "LA", cited.language
    if cited.url:
        yield "UR", cited.url
    if cited.accessed:
        yield "Y2", f"{cited.accessed:%Y/%m/%d}/"
    yield "N1", cited.note
