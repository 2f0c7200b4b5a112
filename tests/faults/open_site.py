"""`fonds serve` as a process of its own, asked over HTTP while other processes write."""

import json
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
FONDS = (sys.executable, "-m", "cli.main")
ADDRESS = re.compile(r"Fonds is at (http://\S+)/ ")
# Far more than it takes: these tests say what happens, and nothing of how soon.
PATIENCE_S = 90.0


@dataclass(slots=True)
class Site:
    """A server that runs: its address, its process, and what it has said on standard error."""

    address: str
    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)

    def text(self, path: str) -> str:
        """What is at an address of the site."""
        with urllib.request.urlopen(self.address + path, timeout=60) as answer:
            return answer.read().decode()

    def json(self, path: str) -> Any:
        """The same, read as JSON."""
        return json.loads(self.text(path))

    def total(self, query: str = "") -> int:
        """How many pages a search finds; without words, all."""
        return self.json(f"/api/v1/search?q={query}&limit=0")["total"]


@contextmanager
def site(folder: Path, *options: str) -> Iterator[Site]:
    """A server of an archive while the block runs."""
    command = [*FONDS, "--archive", str(folder), "serve", "--port", "0", *options]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    said: list[str] = []
    assert process.stderr is not None
    reader = threading.Thread(target=said.extend, args=(process.stderr,), daemon=True)
    reader.start()
    try:
        address = until(lambda: ADDRESS.search("".join(said)))[1]
        yield Site(address, process, said)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE_S)
        reader.join(PATIENCE_S)
        process.stderr.close()


def until(held: Callable[[], Any]) -> Any:
    """What a question gives as soon as it gives anything true."""
    ends = time.monotonic() + PATIENCE_S
    while not (found := held()):
        assert time.monotonic() < ends, "it never came to be"
        time.sleep(0.05)
    return found


def fonds(folder: Path, *words: str) -> str:
    """A command on an archive, from a process of its own; what it printed."""
    command = [*FONDS, "--archive", str(folder), *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def children(process: int, name: str) -> list[int]:
    """The processes below one whose command line holds a name."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            command = (folder / "cmdline").read_text()
        except OSError:  # it has ended meanwhile
            continue
        if parent == process:
            found += [int(folder.name)] if name in command else children(int(folder.name), name)
    return found
