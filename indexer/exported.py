"""Documents as an export has them: a damaged one is named, as not exported."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archive.damaged import DAMAGED
from archive.document import Document

# Before the title of what stands for a page that cannot be read: in every form there is a title.
NOT_EXPORTED = "[Not exported: damaged in the archive] "


def exported(documents: Iterable[Document]) -> Iterator[Document]:
    """The documents, each damaged one with its title saying so."""
    for document in documents:
        if DAMAGED in document.flags:
            yield replace(document, title=NOT_EXPORTED + document.title)
        else:
            yield document
