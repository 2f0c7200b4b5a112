"""What is made to bring an ingest down costs itself, in bounded time and memory, no neighbour."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from archive.capture import Capture
from archive.document import Document, Refused
from indexer import prepare
from indexer.readers import read
from tests.faults.duration import LONG
from tests.faults.hostile_inputs import HOSTILE, Maker

NEIGHBOUR = "A neighbour that is well."
MAX_S, MAX_BYTES = 10, 512_000_000
SCALE = 50
ROOT = Path(__file__).resolve().parents[2]

# These are large, not broken: what is in them is taken.
TAKEN = {"deep.html", "deep-inline.html", "open-tables.html", "attributes.html", "entities.xhtml"}
TAKEN |= {"bomb.pdf", "half.txt", "many-names.jsonl", "many-pages.pdf", "claimed-members.zip"}


def among_neighbours(folder: Path, name: str, make: Maker, scale: int) -> Path:
    for neighbour in ("0-before.txt", "zz-after.txt"):
        (folder / neighbour).write_text(f"{NEIGHBOUR} {neighbour}")
    make(folder / name, scale)
    return folder


@pytest.mark.parametrize(("name", "make"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_a_hostile_input_is_refused_and_its_neighbours_are_taken(tmp_path, name, make):
    made = []
    for item in read([among_neighbours(tmp_path, name, make, 1)]):
        whole = isinstance(item, Capture) and len(made) < 20
        made.append(prepare(item) if whole else item)
    texts = [one.text for one in made if isinstance(one, Document)]
    assert texts[0].startswith(NEIGHBOUR)
    neighbours = [one for one in made if getattr(one, "body", b"").startswith(NEIGHBOUR.encode())]
    assert sum(text.startswith(NEIGHBOUR) for text in texts) + len(neighbours) == 2
    refused = [one for one in made if isinstance(one, Refused)]
    assert all(one.reason and one.mend and name in one.origin for one in refused)
    assert not [one for one in refused if "fault of Fonds" in one.mend]
    if name not in TAKEN:
        assert refused


@pytest.mark.skipif(not LONG, reason="large inputs, measured one by one; FONDS_TESTS=long")
@pytest.mark.parametrize(("name", "make"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_a_large_hostile_input_takes_bounded_time_and_memory(tmp_path, name, make, capsys):
    warm, folder = tmp_path / "warm", tmp_path / "hostile"
    warm.mkdir()
    folder.mkdir()
    (warm / "page.txt").write_text("A page to begin with, in Toronto, in May 2016.")
    among_neighbours(folder, name, make, SCALE)
    ran = subprocess.run(
        [sys.executable, "-m", "tests.faults.reading_of", str(folder), str(warm)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    told = json.loads(ran.stdout)
    size = (folder / name).stat().st_size / 1e6
    with capsys.disabled():
        why = told["refused"][0][1] if told["refused"] else "taken"
        memory = told["memory_bytes"] / 1e6
        print(f"\n{name:26} {size:7.1f} MB {told['cpu_s']:5.1f} s {memory:4.0f} MB  {why[:70]}")
    assert sum(title.startswith(NEIGHBOUR) for title in told["pages"]) == 2
    assert told["cpu_s"] < MAX_S
    assert told["memory_bytes"] < MAX_BYTES
