"""Generations of an index: folders NAME-1, NAME-2, … of which the highest complete one counts."""

import json
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indexer.analysis import ANALYSIS_VERSION
from indexer.errors import EngineUnavailable, IndexBusy

MADE = "made.json"
LOCK_WAIT_S = 10.0
LOCK_PAUSE_S = 0.1


class Generations:
    """The generations of one engine's index in one folder."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder, self.name = folder, name
        self._pattern = re.compile(re.escape(name) + r"-([0-9]+)")

    def current(self) -> int | None:
        """The number of the generation to search, or None where there is none."""
        newest_first = sorted(self._numbers(), reverse=True)
        return next(filter(self._is_complete, newest_first), None)

    def path(self, number: int) -> Path:
        """The folder of a generation."""
        return self.folder / f"{self.name}-{number}"

    @contextmanager
    def making(self) -> Iterator[Path]:
        """A new folder to fill; it becomes the current generation when the block ends well.

        Older generations are removed then. Raise IndexBusy where another process is making one,
        EngineUnavailable where nothing can be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise EngineUnavailable(
                f"{self.folder}: {error.strerror}; make it writable."
            ) from error
        with self._alone():
            number = max(self._numbers(), default=0) + 1
            made = self.path(number)
            try:
                yield made
                self._complete(made)
            except BaseException:
                shutil.rmtree(made, ignore_errors=True)
                raise
            for old in self._numbers():
                if old != number:
                    shutil.rmtree(self.path(old), ignore_errors=True)

    def _numbers(self) -> list[int]:
        try:
            names = os.listdir(self.folder)
        except FileNotFoundError:
            return []
        except OSError as error:
            raise EngineUnavailable(
                f"{self.folder}: {error.strerror}; make it readable."
            ) from error
        return [int(match[1]) for match in map(self._pattern.fullmatch, names) if match]

    def _is_complete(self, number: int) -> bool:
        try:
            with open(f"{self.folder}/{self.name}-{number}/{MADE}", "rb") as written:
                made = json.load(written)
        except (OSError, ValueError):
            return False
        return isinstance(made, dict) and made.get("analysis_version") == ANALYSIS_VERSION

    def _complete(self, made: Path) -> None:
        """Say that a generation is complete, in one step."""
        written = made / f"{MADE}.new"
        written.write_text(json.dumps({"analysis_version": ANALYSIS_VERSION}), "utf-8")
        os.replace(written, made / MADE)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One maker at a time; the lock goes with its process, however that ends."""
        try:
            import fcntl
        except ImportError:  # no such locks on Windows: two makers waste work, no more
            yield
            return
        deadline = time.monotonic() + LOCK_WAIT_S
        with open(self.folder / f"{self.name}.lock", "ab") as lock:
            while True:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except OSError as error:
                    if time.monotonic() > deadline:
                        raise IndexBusy(
                            "Another process is making a new index. Wait until it is done."
                        ) from error
                    time.sleep(LOCK_PAUSE_S)
            yield
