from collections.abc import Iterator
from pathlib import Path

import pytest

from archive import Archive


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "archive"


@pytest.fixture
def archive(folder: Path) -> Iterator[Archive]:
    with Archive.create(folder) as opened:
        yield opened


@pytest.fixture
def run(archive: Archive) -> int:
    return archive.begin_run("fonds ingest pages", ["pages"])
