"""The guide to formats says what the readers do."""

import re
from pathlib import Path

from indexer.pdf import limits as pdf_limits
from indexer.readers import limits
from indexer.readers.columns import NAMES

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "formats.md").read_text("utf-8")


def test_every_name_of_a_column_is_told():
    told = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", GUIDE, re.MULTILINE))
    assert {fact: told[fact] for fact in NAMES} == dict(NAMES)


def test_the_limits_told_are_those_of_the_program():
    assert f"| a page, a line, a row | {limits.MAX_PAGE_BYTES // 1_000_000} MB |" in GUIDE
    free = limits.FREE_EXPANSION_BYTES // 1_000_000
    assert f"| {limits.MAX_EXPANSION} times its size, the first {free} MB free |" in GUIDE
    in_all = limits.FREE_EXPANSION_IN_ALL_BYTES // 1_000_000
    assert f"| {limits.MAX_EXPANSION} times its size, the first {in_all} MB free |" in GUIDE
    assert f"| archives in archives | {limits.MAX_DEPTH} deep |" in GUIDE
    assert f"| members of an archive | {limits.MAX_MEMBERS:,} |" in GUIDE
    assert f"| {limits.MAX_SPOOLED_BYTES // 10**9} GB |" in GUIDE
    memory = pdf_limits.MAX_MEMORY_BYTES // 1_000_000
    assert f"| {pdf_limits.MAX_CPU_S} s of the processor, {memory} MB |" in GUIDE
