"""Generations of an index: folders whoosh-1, tantivy-2, … of which the highest complete one counts.

A generation is named after the engine that made it; no two have the same number. So going over to
another engine is one step, like going over to a new generation of the same one.
"""

import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from indexer.alone import alone
from indexer.analysis import ANALYSIS_VERSION
from indexer.errors import EngineUnavailable

MADE = "made.json"
MAKING_LOCK = "making.lock"
WRITING_LOCK = "writing.lock"
LOCK_WAIT_S = 10.0

MAKING = "Another process is making a new index. Wait until it is done."
WRITING = "Another process is writing to the index. Wait until it is done, then run it again."


class Generation(NamedTuple):
    """A folder with an index, by the number of its making and the name of its engine."""

    number: int
    engine: str

    @property
    def folder_name(self) -> str:
        """What its folder is called."""
        return f"{self.engine}-{self.number}"


class Generations:
    """The generations of an index in one folder.

    engines: the names of those engines whose generations count
    """

    def __init__(self, folder: Path, engines: Iterable[str]) -> None:
        self.folder = folder
        self._pattern = re.compile(f"({'|'.join(map(re.escape, engines))})-([0-9]+)")

    def current(self) -> Generation | None:
        """The generation to search, or None where there is none."""
        newest_first = sorted(self._all(), reverse=True)
        return next(filter(self._is_complete, newest_first), None)

    def every(self) -> tuple[Generation, ...]:
        """All that there are, complete or not, oldest first."""
        return tuple(sorted(self._all()))

    def path(self, generation: Generation) -> Path:
        """The folder of a generation."""
        return self.folder / generation.folder_name

    @contextmanager
    def making(self, engine: str) -> Iterator[Path]:
        """A new folder for an engine to fill; `complete()` makes it the current generation.

        Older generations are removed then; a folder that is left incomplete is removed itself.
        Raise IndexBusy where another process is making one, EngineUnavailable where nothing can
        be written.
        """
        with self._locked(MAKING_LOCK, LOCK_WAIT_S, MAKING):
            newest = max((each.number for each in self._all()), default=0)
            generation = Generation(newest + 1, engine)
            made = self.path(generation)
            try:
                yield made
            finally:
                if not self._is_complete(generation):
                    shutil.rmtree(made, ignore_errors=True)
            for old in self._all():
                if old != generation:
                    shutil.rmtree(self.path(old), ignore_errors=True)

    @contextmanager
    def writing(self, wait_s: float = LOCK_WAIT_S) -> Iterator[None]:
        """While the block runs, no other process adds to a generation or completes one.

        Raise IndexBusy where another process goes on for longer than `wait_s`, EngineUnavailable
        where nothing can be written.
        """
        with self._locked(WRITING_LOCK, wait_s, WRITING):
            yield

    def complete(self, made: Path) -> None:
        """Say that the generation in a folder is complete, in one step."""
        written = made / f"{MADE}.new"
        written.write_text(json.dumps({"analysis_version": ANALYSIS_VERSION}), "utf-8")
        os.replace(written, made / MADE)

    @contextmanager
    def _locked(self, name: str, wait_s: float, busy: str) -> Iterator[None]:
        """A lock of this folder, which is made where it is absent; never the archive's own."""
        with unwritable_is_ours(self.folder):
            self.folder.mkdir(exist_ok=True)
            (self.folder / name).touch()
        with alone(self.folder / name, wait_s, busy):
            yield

    def _all(self) -> list[Generation]:
        try:
            names = os.listdir(self.folder)
        except FileNotFoundError:
            return []
        except OSError as error:
            raise EngineUnavailable(
                f"{self.folder}: {error.strerror}; make it readable."
            ) from error
        found = map(self._pattern.fullmatch, names)
        return [Generation(int(match[2]), match[1]) for match in found if match]

    def _is_complete(self, generation: Generation) -> bool:
        try:
            with open(f"{self.folder}/{generation.folder_name}/{MADE}", "rb") as written:
                made = json.load(written)
        except (OSError, ValueError):
            return False
        return isinstance(made, dict) and made.get("analysis_version") == ANALYSIS_VERSION


@contextmanager
def unwritable_is_ours(folder: Path) -> Iterator[None]:
    """Around the first writing to an index's folder: raise EngineUnavailable where it fails."""
    try:
        yield
    except OSError as error:
        raise EngineUnavailable(
            f"{folder}: {error.strerror}. A new index is needed and cannot be made here: let the "
            "folder be written, or copy the archive to one that may be; then run `fonds reindex`."
        ) from error
