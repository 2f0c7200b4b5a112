"""What is known of each source while pages come in: read from the archive, renewed as it grows."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from archive import Archive
from archive.capture import Capture
from archive.page_lines import source_of
from archive.source_names import NO_NAMES, read_source_names
from indexer.cleaning.overrides import Overrides, overrides_of
from indexer.cleaning.profile import NOTHING_KNOWN, SourceProfile
from indexer.repeats.counting import repeats
from indexer.repeats.marks import unpacked

# Profiles that are held at once; some 50 KB each at most.
MOST_HELD = 500
# A profile is made anew once its source has grown by this share since: the cost stays a constant
# for each page, however many come.
GROWN = 0.3


@dataclass(slots=True)
class Held:
    """A profile, and how its source has grown since it was made.

    pages: documents of the source when it was made
    more:  documents that came in since
    """

    profile: SourceProfile
    pages: int
    more: int = 0

    def is_stale(self) -> bool:
        """Whether it is to be made anew."""
        return self.more > GROWN * self.pages


class Profiles:
    """Profiles by source, of an archive or of nothing yet (None)."""

    def __init__(self, archive: Archive | None) -> None:
        """Raise BadOverrides, BadSources."""
        self._archive = archive
        self._held: dict[str, Held] = {}
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

    def _of(self, source: str) -> SourceProfile:
        if not source or self._archive is None:
            return NOTHING_KNOWN
        held = self._held.pop(source, None)
        if held is None or held.is_stale():
            held = self._made(self._archive, source)
        self._held[source] = held  # the last used come last
        if len(self._held) > MOST_HELD:
            del self._held[next(iter(self._held))]
        return held.profile

    def learned(self, sources: Iterable[str]) -> None:
        """Note that documents of these sources were stored, one for each time it is named."""
        for source in sources:
            if source in self._held:
                self._held[source].more += 1

    def _made(self, archive: Archive, source: str) -> Held:
        profile = profile_of(source, archive.sources.sample(source), self._orders)
        return Held(profile, archive.sources.count(source))


def profile_of(source: str, sample: Iterable[bytes], orders: Overrides) -> SourceProfile:
    """The profile that the remembered lines of a source's pages make."""
    found = repeats([unpacked(lines) for lines in sample])
    own = orders.of_source(source)
    return SourceProfile(source, found.texts, found.lines, own, looked_at=found.pages)


def stated_source(capture: Capture) -> str:
    """The source of a page as far as it is known before the page is read, or ""."""
    return source_of(capture.url, capture.stated.get("source"))
