import json

import pytest

from indexer.cleaning import clean_text
from tests.shared_data import SHARED, shared

EXPECTED = SHARED / "seeds" / "expected.json"
PAGES = json.loads(EXPECTED.read_text("utf-8")) if EXPECTED.exists() else {}
CASES = [
    pytest.param(name, ask, line, id=f"{name[:3]}-{ask}-{line[:40]}")
    for name, facts in PAGES.items()
    for ask in ("must_remove", "must_keep")
    for line in facts[ask]
] or [pytest.param("", "", "", marks=pytest.mark.skip("../shared/seeds/expected.json is not here"))]


def spaced(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(("name", "ask", "line"), CASES)
def test_a_real_page_loses_its_furniture_and_nothing_else(name, ask, line):
    cleaned = clean_text(shared(f"seeds/{name}").read_text("utf-8"))
    kept = spaced(cleaned.text)
    removed = [spaced(taken.text) for taken in cleaned.removed]
    if ask == "must_keep":
        assert spaced(line) in kept
    else:
        assert any(text.startswith(spaced(line)) for text in removed)
        assert spaced(line) not in [spaced(text) for text in cleaned.text.split("\n")]
