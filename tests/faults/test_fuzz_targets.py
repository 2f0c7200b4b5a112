"""The targets for fuzzing read what they begin with, so that a run of them means something."""

import pytest

from tests.faults.mutations import SEEDS
from tests.fuzz.read import NAMES, one


@pytest.mark.parametrize("target", NAMES)
def test_each_target_reads_its_seeds(target):
    bodies = [body for seed, body in SEEDS if target == "any" or seed.startswith(NAMES[target])]
    assert bodies
    for body in bodies:
        one(NAMES[target], body)


def test_a_fault_of_ours_is_not_taken_for_a_refusal(monkeypatch):
    monkeypatch.setattr("indexer.readers.json_lines.value_at", None)
    with pytest.raises(AssertionError, match="NoneType"):
        one("pages.jsonl", b'{"text": "Words."}\n')
