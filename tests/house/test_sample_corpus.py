"""What the sample corpus promises: enough of it, each page explained, all of it our own."""

import re
from pathlib import Path

from tests.shared_data import shared

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
README = (SEEDS / "README.md").read_text("utf-8")
PAGES = sorted(path for path in SEEDS.rglob("*") if path.suffix in {".txt", ".html"})

WORDS_IN_A_ROW = 9


def runs(text: str) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + WORDS_IN_A_ROW]) for i in range(len(words) - WORDS_IN_A_ROW)}


def test_it_has_pages_of_six_sites_as_text_and_as_html() -> None:
    assert len(PAGES) >= 30
    assert len({page.parent.name for page in PAGES}) == 6
    assert all(page.parent.name.endswith(".example") for page in PAGES)
    assert {page.suffix for page in PAGES} == {".txt", ".html"}


def test_its_readme_tells_of_every_page_what_it_shows() -> None:
    told = set(re.findall(r"`([^`]+/)?([^`/]+\.(?:txt|html))`", README))
    names = {name.lstrip("…-") for _, name in told}
    untold = [page.name for page in PAGES if not any(page.name.endswith(name) for name in names)]
    assert untold == []
    assert f"{'Thirty-nine'} files" in README
    assert len(PAGES) == 39


def test_no_sentence_of_it_stands_in_the_pages_the_project_began_with() -> None:
    theirs: set[str] = set()
    for page in shared("seeds").glob("*.txt"):
        theirs |= runs(page.read_text("utf-8"))
    for page in PAGES:
        shared_runs = runs(page.read_bytes().decode("utf-8", "replace")) & theirs
        assert shared_runs == set(), page.name
