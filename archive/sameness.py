"""Whether two makings of a document say the same, whatever their reasons."""

from dataclasses import replace

from archive.document import Document, RemovedLine


def says_the_same(one: Document, other: Document) -> bool:
    """Whether they differ in nothing but the reasons and scores of removed lines, if at all.

    "It stands on 41 of 52 pages" is 42 of 53 after the next page came in; for readers and for the
    index nothing changed.
    """
    return one == other or without_reasons(one) == without_reasons(other)


def without_reasons(document: Document) -> Document:
    """The document with the bare lines of its ledger."""
    bare = (RemovedLine(line.number, line.text, line.rule, "") for line in document.removed)
    return replace(document, removed=tuple(bare))
