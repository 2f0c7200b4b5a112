"""Where what can be made again is kept."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path


def cache_folders() -> Iterator[Path]:
    """Folders to keep the gazetteer in, best first; each is writable and ours alone.

    $FONDS_CACHE, else $XDG_CACHE_HOME/fonds, else ~/.cache/fonds; then a temporary folder.
    """
    for folder in (_wanted(), _temporary()):
        if folder is not None and _is_usable(folder):
            yield folder


def _wanted() -> Path | None:
    if named := os.environ.get("FONDS_CACHE"):
        return Path(named)
    if shared := os.environ.get("XDG_CACHE_HOME"):
        return Path(shared) / "fonds"
    try:
        return Path.home() / ".cache" / "fonds"
    except RuntimeError:  # no home: a service account
        return None


def _temporary() -> Path:
    user = os.getuid() if hasattr(os, "getuid") else 0
    return Path(tempfile.gettempdir()) / f"fonds-{user}"


def _is_usable(folder: Path) -> bool:
    """Whether we can write there; a folder that someone else owns is not trusted."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        owner = folder.stat().st_uid
    except OSError:
        return False
    ours = not hasattr(os, "getuid") or owner == os.getuid()
    return ours and os.access(folder, os.W_OK)
