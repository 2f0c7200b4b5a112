"""Finds regular expressions of ours whose work grows faster than the line that they read."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from types import ModuleType

from indexer.ingest.time_limit import TooLong, time_limit
from tests.faults.campaign.growth import GIVEN_UP_S, Grown
from tests.faults.campaign.pieces import TEXT

PACKAGES = ("archive", "indexer", "webui", "cli")
# The longest line that descriptions look at; the others are half and a quarter of it.
CHARACTERS = 3_000
# What a page of 400 such lines may cost a pattern, in seconds, before it is told.
MOST_S_A_LINE = 0.003
# Nor is that looked at whose work on so short a line is so little that even its square is none.
SAMPLE, MOST_S_A_SAMPLE = 500, 0.00006
MOST_RATIO = 2.8
MOST_DEPTH = 4


def patterns() -> dict[str, "re.Pattern[str]"]:
    """Every compiled expression that a module of ours holds, by its module and name."""
    found: dict[str, re.Pattern[str]] = {}
    for module in modules():
        for name, value in vars(module).items():
            for at, pattern in enumerate(held_by(value)):
                found.setdefault(f"{pattern.pattern}", pattern)
                named.setdefault(
                    pattern.pattern, f"{module.__name__}.{name}" + f"[{at}]" * bool(at)
                )
    return {named[key]: pattern for key, pattern in found.items()}


named: dict[str, str] = {}


def modules() -> Iterator[ModuleType]:
    """All modules of ours."""
    for package in map(importlib.import_module, PACKAGES):
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith("__main__"):
                yield importlib.import_module(found.name)


def held_by(value: object, depth: int = 0) -> "Iterator[re.Pattern[str]]":
    """The expressions of a constant: itself, or those in a table."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth == MOST_DEPTH or isinstance(value, str | bytes | type):
        return
    elif isinstance(value, dict):
        for each in value.values():
            yield from held_by(each, depth + 1)
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from held_by(each, depth + 1)
    elif is_dataclass(value):
        for field in fields(value):
            yield from held_by(getattr(value, field.name, None), depth + 1)


def seconds_of(pattern: "re.Pattern[str]", text: str) -> float:
    """The processor's time of looking for all that it finds."""
    begun = time.process_time()
    try:
        with time_limit(GIVEN_UP_S):
            for _ in pattern.finditer(text):
                pass
    except TooLong:
        return GIVEN_UP_S
    return time.process_time() - begun


def quick(pattern: "re.Pattern[str]", text: str) -> float:
    """The seconds of looking for all that it finds in a short line: the best of two."""
    best = GIVEN_UP_S
    for _ in range(2):
        begun = time.perf_counter()
        for _ in pattern.finditer(text):
            pass
        best = min(best, time.perf_counter() - begun)
        if best > 1:
            break
    return best


def slow(name: str, pattern: "re.Pattern[str]") -> Grown | None:
    """The piece that costs it the most, where that is too much."""
    worst: Grown | None = None
    for piece, text in TEXT.items():
        for tail in ("", "\x01", " Zz"):
            whole = (text.replace("\n", " ") * CHARACTERS)[:CHARACTERS] + tail
            if quick(pattern, whole[:SAMPLE] + tail) < MOST_S_A_SAMPLE:
                continue
            last = seconds_of(pattern, whole)
            if last < MOST_S_A_LINE or (worst and last < worst.seconds[-1]):
                continue
            lengths = (CHARACTERS // 4, CHARACTERS // 2)
            times = [seconds_of(pattern, whole[:n] + tail) for n in lengths]
            worst = Grown(f"{name}: {piece}", (*times, min(last, seconds_of(pattern, whole))))
    return worst if worst and worst.ratio > MOST_RATIO else None
