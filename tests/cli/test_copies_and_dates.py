"""`fonds search --fold` and `--histogram`."""

import json
from pathlib import Path

import pytest

TEXT = """{title}

By Ann Roy

{day}

The council of the harbour town met about the clinic on the quay, and heard from the nurses who
work there. They asked for heat in the winter and for a second door. The mayor promised both before
the snow comes, and the council voted for it without a word against.
"""


@pytest.fixture
def copies(fonds, tmp_path: Path) -> str:
    folder, where = tmp_path / "pages", str(tmp_path / "copies")
    folder.mkdir()
    for number, day in enumerate(("March 3, 2018", "March 3, 2018", "May 9, 2018", "May 2, 2017")):
        text = TEXT.format(title="A second door", day=day)
        if number > 1:
            text = text.replace("council", f"board {number}").replace("nurses", f"cooks {number}")
        (folder / f"{number}.txt").write_text(text, "utf-8")
    (folder / "copy.html").write_text(
        "<html><head><title>A second door</title></head><body><p>"
        + TEXT.format(title="A second door", day="March 3, 2018").replace("\n\n", "</p><p>")
        + "</p></body></html>",
        "utf-8",
    )
    assert fonds("ingest", str(folder), "--archive", where).status == 0
    return where


def test_near_copies_are_one_hit_that_names_the_others(fonds, copies):
    plain = json.loads(fonds("search", "quay", "--json", "--archive", copies).out)
    assert plain["groups"] is None
    folded = json.loads(fonds("search", "quay", "--fold", "--json", "--archive", copies).out)
    assert folded["total"] == plain["total"]
    assert folded["groups"] == len(folded["hits"]) < folded["total"]
    others = [copy["id"] for hit in folded["hits"] for copy in hit["copies"]]
    assert {hit["id"] for hit in folded["hits"]} | set(others) == {h["id"] for h in plain["hits"]}
    out = fonds("search", "quay", "--fold", "--archive", copies).out
    assert f"{plain['total']} pages in {folded['groups']} groups: " in out
    assert "near-cop" in out
    assert others[0] in out


def test_pages_are_counted_by_year_then_by_month(fonds, copies):
    out = fonds("search", "quay", "--histogram", "--archive", copies).out
    assert "year published" in out
    assert "1  2017" in out
    out = fonds("search", "quay", "--histogram", "--year", "2018", "--archive", copies).out
    assert "month published" in out
    assert "1  2018-05" in out
    assert "2017" not in out
    assert "published" not in fonds("search", "quay", "--archive", copies).out.split("1.")[0]
