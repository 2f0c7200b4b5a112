"""Corrections laid over what was found: the last one of each field holds, unless withdrawn."""

from collections.abc import Iterable

from archive.corrections.correction import Correction
from archive.corrections.fields import corrected
from archive.document import Document


def laid_over(document: Document, corrections: Iterable[Correction]) -> Document:
    """The document as its archivist states it. `corrections` come oldest first.

    A correction outlives the capture it was made on: it is laid over each later one as well.
    """
    last = {correction.field: correction for correction in corrections}
    for correction in last.values():
        if not correction.is_withdrawal:
            document = corrected(document, correction)
    return document
