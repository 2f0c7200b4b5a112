"""The gazetteer's file: built once, whole or not at all, built again when damaged."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from indexer.metadata.places import gazetteer_file
from indexer.metadata.places.gazetteer import open_gazetteer

TOWN = {
    "geonameid": 7,
    "name": "Élan-sur-Mer",
    "countrycode": "FR",
    "admin1code": "93",
    "latitude": 43.0,
    "longitude": 5.0,
    "population": 20_000,
    "alternatenames": ["Elantown", "ELN", "elan", "Элан"],
}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def one_city() -> Iterator[dict[str, Any]]:
        yield TOWN

    monkeypatch.setenv("FONDS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(gazetteer_file, "packaged_cities", one_city)
    return tmp_path / "cache"


def names_found() -> set[str]:
    gazetteer = open_gazetteer()
    try:
        return {key for key in ("elan sur mer", "elantown", "elan", "eln") if gazetteer.find(key)}
    finally:
        gazetteer.close()


def test_a_city_is_found_by_name_plausible_alternate_and_short_name(cache: Path) -> None:
    assert names_found() == {"elan sur mer", "elantown", "elan"}


def test_the_file_is_built_once(cache: Path) -> None:
    names_found()
    (file,) = cache.iterdir()
    before = file.stat().st_mtime_ns
    names_found()
    assert file.stat().st_mtime_ns == before


@pytest.mark.parametrize("damage", [b"", b"not a database", b"SQLite format 3\0" + b"x" * 5000])
def test_a_damaged_file_is_built_again(cache: Path, damage: bytes) -> None:
    names_found()
    (file,) = cache.iterdir()
    file.write_bytes(damage)
    assert "elan sur mer" in names_found()


def test_a_file_cut_short_is_built_again(cache: Path) -> None:
    names_found()
    (file,) = cache.iterdir()
    file.write_bytes(file.read_bytes()[:8192])
    assert "elan sur mer" in names_found()


def test_a_folder_that_cannot_be_made_is_passed_over(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("FONDS_CACHE", str(tmp_path / "file" / "cache"))
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "file"))
    assert "elan sur mer" in names_found()


def test_building_leaves_nothing_aside(cache: Path) -> None:
    names_found()
    assert [file.name for file in cache.iterdir()] == [gazetteer_file.file_name()]
