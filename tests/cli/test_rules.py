"""`fonds rules`: the table of rules, and what each took."""

import json

import pytest


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FONDS_ARCHIVE", raising=False)


def told(ran) -> dict[str, dict]:
    return {rule["name"]: rule for rule in json.loads(ran.out)["rules"]}


def test_without_an_archive_every_rule_is_listed_with_its_reason_and_where_we_know_it_from(
    fonds, nowhere
):
    from indexer.cleaning.rules import AFTER_OTHERS, RULES

    ran = fonds("rules")
    assert ran.status == 0
    assert "no archive" in ran.err
    for rule in (*RULES, *AFTER_OTHERS):
        assert f"{rule.name}\n    {rule.reason} Known from: {rule.source}." in ran.out
    assert told(fonds("rules", "--json"))["share-bar"]["lines"] is None


def test_an_archive_that_is_named_must_be_there(fonds, tmp_path, nowhere):
    assert fonds("rules", "--archive", tmp_path / "none").status == 1
    assert fonds("rules", "--source", "x").status == 1


def test_in_an_archive_each_rule_tells_what_it_took_with_a_document_to_open(fonds, archive):
    ran = fonds("rules")
    assert (ran.status, ran.err) == (0, "")
    assert "skip-link  1 line, 4 words, of 1 document\n" in ran.out
    assert "1×  Skip to main content" in ran.out
    assert "share-bar  took nothing" in ran.out
    (sample,) = told(fonds("rules", "--json"))["skip-link"]["samples"]
    shown = fonds("show", sample["document"], "--removed")
    assert f"{sample['number']:>6}  Skip to main content" in shown.out


def test_one_rule_can_be_asked_for_and_a_slip_of_the_pen_is_told(fonds, archive):
    ran = fonds("rules", "skip-link")
    assert ran.out.startswith("skip-link")
    assert "share-bar" not in ran.out
    ran = fonds("rules", "skip-lnik")
    assert (ran.status, ran.out) == (2, "")
    assert "did you mean skip-link" in ran.err


def test_a_source_narrows_and_must_be_one(fonds, archive, made):
    sources = [one["value"] for one in json.loads(fonds("stats", "--json").out)["sources"]]
    ran = fonds("rules", "--source", sources[0], "--json")
    assert (ran.status, json.loads(ran.out)["source"]) == (0, sources[0])
    ran = fonds("rules", "--source", sources[0] + "x")
    assert ran.status == 2
    assert sources[0] in ran.err


def test_names_of_the_ledger_that_are_no_rules_are_told_too(fonds, archive):
    rules = told(fonds("rules", "--json"))
    for name in ("judged-furniture", "repeated-on-site", "override"):
        assert rules[name]["reason"].endswith(".")
