"""The cities of the world by name, looked up in the gazetteer's file."""

import os
import sqlite3
from functools import lru_cache
from pathlib import Path
from threading import Lock

from indexer.metadata.places.cache_folder import cache_folders
from indexer.metadata.places.gazetteer_file import build_file, file_name, fill, open_file
from indexer.metadata.places.sense import Sense

# Names kept in memory, so that the words of like pages cost nothing; cleared when full.
MOST_REMEMBERED_NAMES = 50_000

_BY_NAME = """
SELECT city.id, city.name, city.country, city.region, city.latitude, city.longitude,
       city.population, name.alternate
FROM name JOIN city ON city.id = name.city WHERE name.key = ? ORDER BY city.population DESC
"""
_BY_ID = """
SELECT id, name, country, region, latitude, longitude, population, 0 FROM city WHERE id = ?
"""

_Row = tuple[int, str, str, str, float, float, int, int]


class Gazetteer:
    """Cities by name key or id. Safe to use from several threads."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self._connection, self._path = connection, path
        self._lock = Lock()
        self._process = os.getpid()
        self._remembered: dict[str, tuple[Sense, ...]] = {}

    def find(self, key: str) -> tuple[Sense, ...]:
        """The cities of this name (see `words.name_key`), most people first."""
        found = self._remembered.get(key)
        if found is None:
            if len(self._remembered) >= MOST_REMEMBERED_NAMES:
                self._remembered.clear()
            found = tuple(map(_city, self._rows(_BY_NAME, key)))
            self._remembered[key] = found
        return found

    def by_id(self, geonames_id: int) -> Sense | None:
        """The city with this GeoNames id, or None."""
        rows = self._rows(_BY_ID, geonames_id)
        return _city(rows[0]) if rows else None

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _rows(self, query: str, value: str | int) -> list[_Row]:
        with self._lock:
            if self._process != os.getpid() and self._path is not None:
                self._connection, self._process = open_file(self._path), os.getpid()
            try:
                return self._connection.execute(query, (value,)).fetchall()
            except sqlite3.DatabaseError:
                if self._path is None:
                    raise
            # Damaged after it was opened: make it again, and ask once more.
            self._connection.close()
            build_file(self._path)
            self._connection = open_file(self._path)
            return self._connection.execute(query, (value,)).fetchall()


def _city(row: _Row) -> Sense:
    identity, name, country, region, latitude, longitude, population, alternate = row
    return Sense(
        identity, name, "city", country, region, latitude, longitude, population, bool(alternate)
    )


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer of this process; the first process of all builds the file (some seconds)."""
    return open_gazetteer()


def is_built() -> bool:
    """Whether some process has built the file already."""
    return any((folder / file_name()).exists() for folder in cache_folders())


def open_gazetteer() -> Gazetteer:
    """The gazetteer from its file, made where it is missing or damaged; else in memory."""
    for folder in cache_folders():
        path = folder / file_name()
        try:
            return Gazetteer(_open_or_build(path), path)
        except (OSError, sqlite3.Error):
            continue  # a full or odd disk: the next folder
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    fill(connection)
    return Gazetteer(connection, None)


def _open_or_build(path: Path) -> sqlite3.Connection:
    try:
        if path.exists():
            return open_file(path)
    except sqlite3.DatabaseError:
        pass  # damaged or cut short: made again
    build_file(path)
    return open_file(path)
