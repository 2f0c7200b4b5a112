"""Outcomes into the archive, or into nothing for a rehearsal."""

from collections.abc import Iterable
from typing import Protocol

from archive import Archive
from archive.capture import Capture
from archive.document import Document, PassedOver, Refused
from indexer.ingest.preparing import Outcome, Prepared, prepare_or_refuse
from indexer.ingest.report import Fate

# What became of an item, with the refusal or the file passed over where it is one.
Noted = tuple[Fate, Refused | PassedOver | None]


class Writer(Protocol):
    """Where outcomes go."""

    run: int | None

    def is_known(self, capture: Capture) -> bool:
        """Whether the archive has these bytes of this document, so that nothing is to be made."""
        ...

    def write(self, outcomes: Iterable[Outcome]) -> list[Noted]:
        """Keep all of them or, where it raises, none; tell what became of each."""
        ...


class StoreWriter:
    """Writes to the archive, each batch in one transaction."""

    def __init__(self, archive: Archive, run: int) -> None:
        self._archive = archive
        self._run = run
        self.run: int | None = run

    def is_known(self, capture: Capture) -> bool:
        """Asks the archive."""
        return self._archive.has_capture(capture.document_id, capture.digest)

    def write(self, outcomes: Iterable[Outcome]) -> list[Noted]:
        """All in one transaction."""
        with self._archive.batch():
            return [self._write_one(outcome) for outcome in outcomes]

    def _write_one(self, outcome: Outcome) -> Noted:
        if isinstance(outcome, PassedOver):
            self._archive.pass_over(self._run, outcome)
            return Fate.PASSED_OVER, outcome
        if isinstance(outcome, Refused):
            self._archive.refuse(self._run, outcome)
            return Fate.REFUSED, outcome
        if outcome.result is None:
            if self._archive.seen_again(self._run, outcome.capture):
                return Fate.SAME, None
            # Bytes that were current once and are back: the document is made from them again.
            made = prepare_or_refuse(outcome.capture)
            return self._write_one(Prepared(outcome.capture, made))
        if isinstance(outcome.result, Refused):
            return self._write_one(outcome.result)
        return Fate(self._archive.add(self._run, outcome.capture, outcome.result)), None


class DryWriter:
    """Writes nothing, and tells what would become of each."""

    run: int | None = None

    def __init__(self, archive: Archive | None) -> None:
        self._archive = archive
        self._met: dict[str, set[str]] = {}  # digests by document id

    def is_known(self, capture: Capture) -> bool:
        """Asks the archive, and what was met in this rehearsal."""
        id, digest = capture.document_id, capture.digest
        met = digest in self._met.get(id, set())
        return met or (self._archive is not None and self._archive.has_capture(id, digest))

    def write(self, outcomes: Iterable[Outcome]) -> list[Noted]:
        """Only tells."""
        return [self._fate(outcome) for outcome in outcomes]

    def _fate(self, outcome: Outcome) -> Noted:
        if isinstance(outcome, PassedOver):
            return Fate.PASSED_OVER, outcome
        value = outcome.result if isinstance(outcome, Prepared) else outcome
        if isinstance(value, Refused):
            return Fate.REFUSED, value
        if value is None or not isinstance(outcome, Prepared) or self.is_known(outcome.capture):
            return Fate.SAME, None
        return self._fate_of_page(value), None

    def _fate_of_page(self, document: Document) -> Fate:
        """New, or one more capture of a document that we have."""
        id = document.id
        stored = self._archive is not None and id in self._archive.find_ids(id)
        known = stored or id in self._met
        self._met.setdefault(id, set()).add(document.digest)
        return Fate.CHANGED if known else Fate.NEW
