"""The pages about the API: made from its own document, and run as they stand."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.settings import read_settings
from tests.serving import served
from tests.webui.pages import build

DOCS = Path(__file__).resolve().parents[2] / "docs"
sys.path.insert(0, str(DOCS / "generate"))

import api  # noqa: E402  (the generator of the page, which lies beside the docs)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("notebook") / "archive"
    with build(folder) as archive, served(archive) as base:
        yield base


def test_the_page_of_the_api_is_what_the_api_says() -> None:
    assert (DOCS / "api.md").read_text("utf-8") == api.page(), "run `make docs`"


def test_its_links_lead_to_headings() -> None:
    page = (DOCS / "api.md").read_text("utf-8")
    headings = {api.anchor(line.lstrip("# ")) for line in page.splitlines() if line[:1] == "#"}
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= headings


def test_the_notebook_runs_as_it_stands(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed: docs/notebook.md was not run")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(
        r"```python\n(.*?)```", (DOCS / "notebook.md").read_text("utf-8"), re.DOTALL
    )
    known: dict[str, Any] = {}
    for block in blocks:
        exec(block.replace("http://127.0.0.1:8000", site), known)
    get, pages, coverage, trends = (known[name] for name in ("get", "pages", "coverage", "trends"))
    assert len(pages) == pages["id"].nunique() == get("search", q="police")["total"] > 10
    assert coverage.loc["Toronto, Ontario"].sum() > 0
    assert known["long"]["pages"].sum() == coverage.to_numpy().sum()
    assert set(trends["query"]) == {"police", "council"}
    assert known["shares"].max().max() <= 1
    assert set(known["exported"]["id"]) == set(pages["id"])
    assert (tmp_path / "coverage.csv").exists()
    assert "Hamilton" in set(known["cities"]["name"])
    with pytest.raises(ValueError, match=r"\."):
        get("search", q="(")


def test_the_setting_that_the_guide_shows_is_read(tmp_path: Path) -> None:
    shown = re.search(r"```toml\n(.*?)```", (DOCS / "feeds.md").read_text("utf-8"), re.DOTALL)
    assert shown
    (tmp_path / "fonds.toml").write_text(shown[1], "utf-8")
    assert read_settings(tmp_path).public_url == "https://archive.example"
