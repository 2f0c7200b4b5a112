"""Outcomes into the archive, or into nothing for a rehearsal."""

from collections.abc import Iterable
from typing import Protocol

from archive import Archive
from archive.capture import Capture
from archive.document import Document, PassedOver, Refused
from indexer.copies.keeping import Groups
from indexer.ingest.making import Outcome, prepare_here, sketches
from indexer.ingest.report import Fate
from indexer.repeats.known import Profiles

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

    def __init__(self, archive: Archive, run: int, profiles: Profiles) -> None:
        self._archive = archive
        self._run = run
        self._profiles = profiles
        self._groups = Groups(archive)
        self.run: int | None = run

    def is_known(self, capture: Capture) -> bool:
        """Asks the archive, which knows too what was withdrawn from it."""
        withdrawn = self._archive.withdrawals.refusal(capture) is not None
        return withdrawn or self._archive.captures.has(capture.document_id, capture.digest)

    def write(self, outcomes: Iterable[Outcome]) -> list[Noted]:
        """All in one transaction, with the groups of near-copies as they are then.

        What it shows of sources is known from then on; what was known of them is kept with it.
        """
        outcomes = list(outcomes)
        with self._archive.batch():
            noted = [self._write_one(outcome) for outcome in outcomes]
            self._groups.update(sketches(outcomes))
            self._archive.sources.keep_profiles(self._profiles.new)
        self._profiles.committed()
        return noted

    def _write_one(self, outcome: Outcome) -> Noted:
        if isinstance(outcome, PassedOver):
            self._archive.pass_over(self._run, outcome)
            return Fate.PASSED_OVER, outcome
        if isinstance(outcome, Refused):
            self._archive.refuse(self._run, outcome)
            return Fate.REFUSED, outcome
        if refused := self._archive.withdrawals.refusal(outcome.capture):
            return self._write_one(refused)
        made = outcome.made
        if made is None:
            if self._archive.seen_again(self._run, outcome.capture):
                return Fate.SAME, None
            # Bytes that were current once and are back: the document is made from them again.
            return self._write_one(prepare_here(outcome.capture, self._profiles))
        if isinstance(made.result, Refused):
            return self._write_one(made.result)
        fate = self._archive.add(self._run, outcome.capture, made.result, made.lines)
        return Fate(fate), None


class DryWriter:
    """Writes nothing, and tells what would become of each."""

    run: int | None = None

    def __init__(self, archive: Archive | None) -> None:
        self._archive = archive
        self._met: dict[str, set[str]] = {}  # digests by document id

    def is_known(self, capture: Capture) -> bool:
        """Asks the archive, and what was met in this rehearsal."""
        if self._withdrawn(capture):
            return True
        id, digest = capture.document_id, capture.digest
        met = digest in self._met.get(id, set())
        return met or (self._archive is not None and self._archive.captures.has(id, digest))

    def _withdrawn(self, capture: Capture) -> Refused | None:
        return self._archive.withdrawals.refusal(capture) if self._archive else None

    def write(self, outcomes: Iterable[Outcome]) -> list[Noted]:
        """Only tells."""
        return [self._fate(outcome) for outcome in outcomes]

    def _fate(self, outcome: Outcome) -> Noted:
        if isinstance(outcome, PassedOver):
            return Fate.PASSED_OVER, outcome
        if isinstance(outcome, Refused):
            return Fate.REFUSED, outcome
        if refused := self._withdrawn(outcome.capture):
            return Fate.REFUSED, refused
        made = outcome.made
        if made is not None and isinstance(made.result, Refused):
            return Fate.REFUSED, made.result
        if made is None or isinstance(made.result, Refused) or self.is_known(outcome.capture):
            return Fate.SAME, None
        return self._fate_of_page(made.result), None

    def _fate_of_page(self, document: Document) -> Fate:
        """New, or one more capture of a document that we have."""
        id = document.id
        stored = self._archive is not None and id in self._archive.find_ids(id)
        known = stored or id in self._met
        self._met.setdefault(id, set()).add(document.digest)
        return Fate.CHANGED if known else Fate.NEW
