import runpy
from pathlib import Path

import pytest

from indexer.cleaning.rules import AFTER_OTHERS, RULES

ROOT = Path(__file__).resolve().parents[3]
WRITTEN = (ROOT / "docs" / "cleaning.md").read_text("utf-8")


@pytest.mark.parametrize("rule", [*RULES, *AFTER_OTHERS], ids=lambda rule: rule.name)
def test_every_rule_is_documented_with_its_reason(rule):
    assert f"### {rule.name}\n\n{rule.reason}\n" in WRITTEN


def test_the_documentation_is_up_to_date():
    made = runpy.run_path(str(ROOT / "docs" / "generate" / "cleaning.py"))["document"]()
    assert made == WRITTEN, "run `python docs/generate/cleaning.py`"
