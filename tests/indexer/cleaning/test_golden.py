import json
from pathlib import Path

import pytest

from indexer.cleaning import clean_html, clean_text
from indexer.cleaning.deciders import DECIDERS
from indexer.cleaning.rules import AFTER_OTHERS, RULES

CASES = sorted((Path(__file__).parents[2] / "golden" / "cleaning").iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_page_is_cleaned(case):
    page = case / "page.html"
    if page.exists():
        cleaned = clean_html(page.read_text("utf-8"))
    else:
        cleaned = clean_text((case / "page.txt").read_text("utf-8"))
    assert cleaned.text + "\n" == (case / "text.txt").read_text("utf-8")
    taken = [[line.rule, line.text] for line in cleaned.removed]
    assert taken == json.loads((case / "removed.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_says_what_it_is_there_to_show(case):
    assert (case / "why.md").read_text("utf-8").strip()


def test_every_rule_has_a_case():
    shown = {
        rule for case in CASES for rule, _ in json.loads((case / "removed.json").read_text("utf-8"))
    }
    missing = [rule.name for rule in (*RULES, *AFTER_OTHERS) if rule.name not in shown]
    assert missing == []


@pytest.mark.parametrize("decider", DECIDERS, ids=lambda decider: decider.name)
def test_reasons_are_sentences_that_a_person_understands(decider):
    assert decider.reason[0].isupper()
    assert decider.reason.endswith(".")
    assert 3 <= len(decider.reason.split()) <= 20
    assert not set("_{}=<>\\") & set(decider.reason)
    assert decider.known_from
