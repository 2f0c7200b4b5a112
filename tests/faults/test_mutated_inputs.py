"""Inputs changed at random: none uncaught, none slow, each refusal told with where and why."""

import resource
import time
from collections import Counter

import pytest

from archive.capture import Capture
from archive.document import Document, PassedOver, Refused
from indexer.cleaning.profile import NOTHING_KNOWN
from indexer.ingest.making import prepare_or_refuse
from indexer.readers import read
from tests.faults.duration import LONG, long_or
from tests.faults.mutations import SEEDS, mutated

# In every run 150, in the long one 1,500 and more, spread over the formats.
EACH = long_or(14, 150)
MAX_S, MAX_BYTES = 10.0, 512_000_000
FIRST_SEED = 20_260_101


@pytest.mark.parametrize(("name", "body"), SEEDS, ids=[name for name, _ in SEEDS])
def test_the_inputs_are_sound_before_they_are_changed(tmp_path, name, body):
    items = outcomes(tmp_path / name, body)
    assert any(isinstance(item, Document) for item in items)
    assert not any(isinstance(item, Refused) for item in items)


@pytest.mark.parametrize(("name", "body"), SEEDS, ids=[name for name, _ in SEEDS])
def test_whatever_is_changed_the_input_is_read_or_refused(tmp_path, name, body, capsys):
    told, slowest, before = Counter[str](), 0.0, most_bytes()
    for number in range(EACH):
        path, seed = tmp_path / name, FIRST_SEED + number
        begun = time.process_time()
        items = outcomes(path, mutated(body, seed))
        slowest = max(slowest, time.process_time() - begun)
        for item in items:
            told[getattr(item, "reason", "taken")[:60]] += 1
            if isinstance(item, Refused):
                assert item.reason, seed
                assert item.mend, seed
                assert str(path) in item.origin, seed
                assert "fault of Fonds" not in item.mend, (seed, item)
    assert slowest < MAX_S
    assert most_bytes() - before < MAX_BYTES
    if LONG:
        with capsys.disabled():
            print(f"\n{name}: {EACH} changed, the slowest {slowest:.2f} s of work")
            for reason, count in told.most_common(12):
                print(f"  {count:6,} {reason}")


def most_bytes() -> int:
    """The most memory that this process has held by now; a PDF's has a bound of its own."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1_024


def outcomes(path, body: bytes) -> list[Document | Refused | PassedOver]:
    """What becomes of each page, as an ingest makes it."""
    path.write_bytes(body)
    return [
        prepare_or_refuse(item, NOTHING_KNOWN) if isinstance(item, Capture) else item
        for item in read([path])
    ]
