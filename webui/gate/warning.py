"""What an operator is told at the start of a server that others reach."""

from archive import Archive
from archive.private_files import modes_of
from archive.users import Users
from webui.gate.hosts import is_loopback


def warnings(archive: Archive, listens_at: str) -> tuple[str, ...]:
    """A sentence for each thing that lets more people read than may be meant."""
    found = []
    settings = archive.settings
    if settings.user_header and not settings.trusted_proxies:
        found.append(
            f"fonds.toml: user_header = {settings.user_header!r}, but no trusted_proxies: nobody "
            "is believed, and nobody can read. Name the proxy's address there."
        )
    closed = settings.user_header or Users(archive.folder, modes_of(settings)).any()
    if not closed and not is_loopback(listens_at):
        found.append(
            f"Anyone who reaches {listens_at} can read this archive: it has no users. Add one with "
            "`fonds users add NAME`, or let a proxy say who reads (docs/access.md)."
        )
    return tuple(found)
