"""A folder that may not be written for a while: by its permissions, for root by a mount."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nothing in the folder may be written inside the block; the test is skipped where it may."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        with mounted(folder):
            yield
        return
    paths = [folder, *folder.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("permissions do not keep from writing here")
        yield
    finally:
        for path in paths:
            path.chmod(0o755 if path.is_dir() else 0o644)


@contextmanager
def mounted(folder: Path) -> Iterator[None]:
    """The folder, mounted over itself to be read only."""
    if not mounts("--bind", str(folder), str(folder)):
        pytest.skip("root may not mount here, and may write whatever its permissions are")
    try:
        if not mounts("-o", "remount,ro,bind", str(folder)):
            pytest.skip("no read-only mounts here")
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def mounts(*arguments: str) -> bool:
    """Whether mount succeeds."""
    try:
        return subprocess.run(["mount", *arguments], capture_output=True).returncode == 0
    except FileNotFoundError:
        return False
