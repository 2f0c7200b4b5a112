"""Every finder, and every name of what a date rests on, is shown by a golden folder.

Two names cannot be: "…, named in sources.toml" needs the archivist's table (test_source_named.py),
and "correction by …" is stated beside an archived page, not found in it (tests of corrections).
"""

import ast
from importlib import import_module
from pathlib import Path

import pytest

from indexer.metadata import describe, published
from indexer.metadata.language import TOO_SHORT
from indexer.metadata.published import names
from indexer.metadata.published.marked import METAS
from tests.indexer.metadata.test_golden import CASES, described

MODULES = {
    "title": "indexer.metadata.title",
    "authors": "indexer.metadata.authors.find",
    "source": "indexer.metadata.source",
    "language": "indexer.metadata.language",
}


def numbered(finders):
    """The finders with their place in the name: some share one, as they find in one place."""
    return tuple((f"{n} {name}", finder) for n, (name, finder) in enumerate(finders))


def finders_of(description, field):
    found = getattr(description, field)
    facts = found if field == "authors" else (found,)
    return {fact.finder for fact in facts if fact}


@pytest.mark.parametrize("field", MODULES)
def test_every_finder_is_shown_by_a_golden_folder(field, monkeypatch):
    module = import_module(MODULES[field])
    finders = numbered(module.FINDERS)
    monkeypatch.setattr(module, "FINDERS", finders)
    shown = set().union(*(finders_of(described(case)[1], field) for case in CASES))
    assert sorted({name for name, _ in finders} - shown) == []


def test_a_golden_folder_shows_a_page_too_short_for_its_language():
    assert TOO_SHORT in {described(case)[1].language.finder for case in CASES}


def test_every_evidence_of_a_date_is_shown_by_a_golden_folder():
    dates = [described(case)[1].published for case in CASES]
    shown = {names.META if d.evidence.startswith("meta ") else d.evidence for d in dates if d}
    assert set(names.EVIDENCE) - shown == set()
    assert shown - set(names.EVIDENCE) == set()


def test_a_golden_folder_shows_an_address_with_a_day_and_one_with_a_month():
    dates = [d for case in CASES if (d := described(case)[1].published)]
    assert {d.earliest == d.latest for d in dates if d.evidence == names.URL} == {True, False}


def test_no_evidence_of_a_date_is_written_where_it_is_given():
    """A new kind of evidence has its name in `names`, so that a golden folder must show it."""
    calls = [
        (file.name, call.lineno)
        for file in Path(published.__file__).parent.glob("*.py")
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        if call.func.id in ("PublicationDate", "Stated") and isinstance(call.args[2], ast.Constant)
    ]
    assert calls == []


@pytest.mark.parametrize("name", METAS)
def test_a_meta_element_of_every_known_name_dates_the_page(name):
    html = f'<meta name="{name}" content="2017-02-03"><h1>Shelter to stay open</h1>'
    assert describe(html=html).published.evidence == f"meta {name}"
