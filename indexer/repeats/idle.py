"""Orders of the archivist that are about no source that the archive has: most often a slip."""

from collections.abc import Iterator

from archive import Archive
from archive.source_names import read_source_names
from indexer.cleaning.overrides import overrides_of


def idle_orders(archive: Archive) -> tuple[str, ...]:
    """What to tell of each such order; nothing while the archive is empty.

    Raise BadOverrides, BadSources.
    """
    entries = overrides_of(archive.folder, archive.settings).entries
    if not entries:
        return ()
    known = frozenset(names_in(archive))
    return tuple(
        f"{entry.where}: no page has the source {' or '.join(quoted)}; "
        "write a host without www., or a name as `fonds stats` lists it"
        for entry in entries
        if known and not entry.speaks_of(known)
        for quoted in [[f'"{source.written}"' for source in entry.sources]]
    )


def names_in(archive: Archive) -> Iterator[str]:
    """Every name and host that a source of the archive goes by; "" for pages without one."""
    table = read_source_names(archive.folder)
    for name in [one for one, _ in (*archive.sources.counts(), *archive.stats().sources)]:
        yield name.removeprefix("www.")
        yield from table.all_names(name)
