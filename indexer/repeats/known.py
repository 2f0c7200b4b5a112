"""What is known of each source while pages come in: read from the archive, renewed as it grows.

While a batch is prepared the archive stays as it is, and a profile hangs on what is in it alone. So
an ingest that was cut off between two batches goes on as if it had never been, and worker
processes change nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from archive import Archive
from archive.capture import Capture
from archive.page_lines import KeptProfile, source_of
from archive.source_names import NO_NAMES, read_source_names
from indexer.cleaning.overrides import Overrides, overrides_of
from indexer.cleaning.profile import NOTHING_KNOWN, SourceProfile
from indexer.repeats.counting import Repeats, repeats
from indexer.repeats.marks import unpacked
from indexer.repeats.packing import packed
from indexer.repeats.packing import unpacked as unpacked_profile

# Profiles that are held at once; some 50 KB each at most.
MOST_HELD = 500
# A profile is made anew once its source has grown by this share since: the cost stays a constant
# for each page, however many come.
GROWN = 0.3


@dataclass(slots=True)
class Held:
    """A profile.

    pages:   documents of the source when it was made
    current: whether it has been looked at since the archive last changed
    """

    profile: SourceProfile
    pages: int
    current: bool = True


class Profiles:
    """Profiles by source, of an archive or of nothing yet (None)."""

    def __init__(self, archive: Archive | None) -> None:
        """Raise BadOverrides, BadSources."""
        self._archive = archive
        self._held: dict[str, Held] = {}
        self._new: dict[str, KeptProfile] = {}
        self._orders = overrides_of(archive.folder, archive.settings) if archive else Overrides()
        self._names = read_source_names(archive.folder) if archive else NO_NAMES

    def of(self, source: str, name: str | None = None) -> SourceProfile:
        """What is known of a source; nothing of "" and of one that is new, but what was ordered.

        name: what the page itself calls its source: orders may speak of it by that name, and by
              every name that sources.toml has for either
        """
        profile = self._of(source)
        if profile.names is not self._names:
            profile = replace(profile, names=self._names)
        orders = self._orders.of_source(*self._names.all_names(source, name))
        return profile if orders == profile.overrides else replace(profile, overrides=orders)

    @property
    def new(self) -> Mapping[str, KeptProfile]:
        """What was made since the last commit, to be kept with what was prepared by it."""
        return self._new

    def committed(self) -> None:
        """Note that the archive has changed, and that `new` is kept in it."""
        self._new = {}
        for held in self._held.values():
            held.current = False

    def _of(self, source: str) -> SourceProfile:
        if not source or self._archive is None:
            return NOTHING_KNOWN
        held = self._held.pop(source, None)
        if held is None or not held.current:
            held = self._looked_at(self._archive, source, held)
        self._held[source] = held  # the last used come last
        if len(self._held) > MOST_HELD:
            del self._held[next(iter(self._held))]
        return held.profile

    def _looked_at(self, archive: Archive, source: str, held: Held | None) -> Held:
        """The profile that was held or kept, or a new one where the source has grown."""
        pages = archive.sources.count(source)
        if held is None and (kept := archive.sources.profile(source)):
            held = Held(self._profile(source, unpacked_profile(kept.packed)), kept.pages)
        if held is None or pages - held.pages > GROWN * held.pages:
            found = repeats([unpacked(lines) for lines in archive.sources.sample(source)])
            self._new[source] = KeptProfile(pages, packed(found))
            held = Held(self._profile(source, found), pages)
        held.current = True
        return held

    def _profile(self, source: str, found: Repeats) -> SourceProfile:
        return profile_from(source, found, self._orders)


def profile_of(source: str, sample: Iterable[bytes], orders: Overrides) -> SourceProfile:
    """The profile that the remembered lines of a source's pages make."""
    return profile_from(source, repeats([unpacked(lines) for lines in sample]), orders)


def profile_from(source: str, found: Repeats, orders: Overrides) -> SourceProfile:
    """The profile of a source that repeats this."""
    own = orders.of_source(source)
    return SourceProfile(source, found.texts, found.lines, own, looked_at=found.pages)


def stated_source(capture: Capture) -> str:
    """The source of a page as far as it is known before the page is read, or ""."""
    return source_of(capture.url, capture.supplied.value("source"))
