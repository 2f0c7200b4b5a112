"""Pages that were made again: compared with what is stored, and stored where they differ."""

from collections.abc import Iterable

from archive import Archive
from archive.capture import Capture
from archive.document import Document, Refused
from indexer.copies.keeping import Groups
from indexer.ingest.making import Outcome, Prepared, sketches
from indexer.ingest.report import Fate
from indexer.ingest.writing import Noted
from indexer.reprocessing.changes import change
from indexer.reprocessing.report import Tally


class Remaker:
    """A Writer (see `indexer.ingest.writing`) that replaces documents; none in a dry run (None)."""

    def __init__(self, archive: Archive, run: int | None) -> None:
        self._archive = archive
        self._groups = Groups(archive)
        self.run = run
        self.tally = Tally()

    def is_known(self, capture: Capture) -> bool:
        """No: everything is made again."""
        return False

    def write(self, outcomes: Iterable[Outcome]) -> list[Noted]:
        """All in one transaction."""
        pages = [outcome for outcome in outcomes if isinstance(outcome, Prepared)]
        ids = [page.capture.document_id for page in pages]
        stored = {document.id: document for document in self._archive.sources.as_found(ids)}
        if self.run is not None:
            with self._archive.batch():
                for page in pages:
                    self._store(self.run, page)
                self._groups.update(sketches(pages))
        return [self._noted(page, stored.get(id)) for page, id in zip(pages, ids, strict=True)]

    def _store(self, run: int, page: Prepared) -> None:
        if page.made is None:
            return
        if isinstance(page.made.result, Refused):
            self._archive.refuse(run, page.made.result)
        elif page.made.lines is not None:
            self._archive.sources.remake(run, page.made.result, page.made.lines)

    def _noted(self, page: Prepared, before: Document | None) -> Noted:
        made = page.made
        if made is None or before is None or before.digest != page.capture.digest:
            return Fate.SAME, None  # another capture is current by now
        if isinstance(made.result, Refused):
            return Fate.REFUSED, made.result
        found = change(before, made.result)
        self.tally.note(found)
        return (Fate.CHANGED if found else Fate.SAME), None
