"""What a campaign has done by now, on disk, so that one that is cut off goes on."""

import json
import os
from dataclasses import asdict
from pathlib import Path

from tests.faults.campaign.outcome import Fault, Sum


class State:
    """The sums of the rows, by name; a file that was written by another version counts as none."""

    def __init__(self, file: Path, version: str) -> None:
        self._file = file
        self._version = version
        self.sums: dict[str, Sum] = {}
        if file.exists():
            told = json.loads(file.read_text())
            if told["version"] == version:
                self.sums = {name: read(held) for name, held in told["rows"].items()}

    def of(self, name: str) -> Sum:
        """The sum of a row."""
        return self.sums.setdefault(name, Sum())

    def keep(self) -> None:
        """Write it, all or nothing."""
        held = {"version": self._version, "rows": {n: asdict(s) for n, s in self.sums.items()}}
        new = self._file.with_suffix(".new")
        new.write_text(json.dumps(held, indent=1))
        os.replace(new, self._file)


def read(held: dict[str, object]) -> Sum:
    """A sum as it was written."""
    faults = held.pop("faults")
    assert isinstance(faults, list)
    return Sum(**held, faults=[Fault(**fault) for fault in faults])  # type: ignore[arg-type]
