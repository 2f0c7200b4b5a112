"""What each source repeats, by the raw captures that the archive has now.

Unlike in an ingest, which knows the pages that came before, the profile of a source rests on all
its pages here, in whatever order they came. They are read anew, as the reading of pages may have
changed since they were remembered.
"""

from archive import Archive
from archive.store.sources import SAMPLE_PAGES
from indexer.cleaning.clean import split_lines
from indexer.cleaning.repair import repaired
from indexer.pipeline import UnreadablePage, flatten
from indexer.readers.contents import unfit
from indexer.repeats.counting import MIN_TEXTS
from indexer.repeats.known import Held, Profiles, profile_of
from indexer.repeats.marks import marks_of_lines
from indexer.reprocessing.report import TooAlike


class Reread(Profiles):
    """Profiles of an archive's sources, each from its raw pages.

    too_alike: the sources met by now that have pages enough, but too few different texts
    """

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self.too_alike: dict[str, TooAlike] = {}

    def _looked_at(self, archive: Archive, source: str, held: Held | None) -> Held:
        ids = archive.sources.ids(source, most=SAMPLE_PAGES)
        sample = (lines_of(archive, id) for id in ids)
        profile = profile_of(source, sample, self._orders)
        if profile.looked_at >= MIN_TEXTS > profile.pages:
            self.too_alike[source] = TooAlike(source, profile.looked_at, profile.pages)
        return Held(profile, len(ids))


def lines_of(archive: Archive, id: str) -> bytes:
    """The lines of a document's current capture, as they are remembered."""
    capture = archive.original(id)
    try:
        flat = "" if unfit(capture.body) else flatten(capture).flat
    except UnreadablePage:
        flat = ""
    return marks_of_lines(repaired(split_lines(flat)), capture.url).packed()
