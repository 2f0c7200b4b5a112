"""`fonds why` tells of each clause where it stands or why it does not."""

import json
from pathlib import Path

import pytest

from cli.main import run

PAGE = """Harbour council votes

By Ann Roy

March 3, 2018

The council met about the harbour. Two officers came, and the police spoke of immigration.

Les policiers n’ont rien dit à Montréal.
"""


@pytest.fixture
def archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, "utf-8")
    folder = str(tmp_path / "archive")
    assert run(["ingest", str(page), "--archive", folder]) == 0
    capsys.readouterr()
    return folder


def told(archive: str, query: str, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    found = json_of(archive, "", capsys, "search")
    hits = found["hits"]
    assert isinstance(hits, list)
    # The first letters of an id are enough.
    status = run(["why", hits[0]["id"][:6], query, "--archive", archive, *options])
    assert status == 0
    return capsys.readouterr().out


def json_of(
    archive: str, query: str, capsys: pytest.CaptureFixture[str], *command: str
) -> dict[str, object]:
    assert run([*command, query, "--archive", archive, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert isinstance(answer, dict)
    return answer


def test_a_page_that_is_found_shows_where_each_clause_stands(archive, capsys):
    out = told(archive, "police council -rally", capsys)
    assert out.startswith("The query finds ")
    assert "  yes  police   in any form" in out
    assert "text, once" in out
    assert "  yes  -rally" in out


def test_a_page_that_is_not_found_shows_why(archive, capsys):
    out = told(archive, '"police officer" montreal year:2017', capsys)
    assert out.startswith("The query does not find ")
    assert "“officer” is not there, but in another form: “officers”." in out
    assert "  yes  montreal" in out
    assert "Published on 2018-03-03" in out


def test_any_of_the_words_can_be_enough(archive, capsys):
    assert told(archive, "police zebra", capsys).startswith("The query does not find")
    assert told(archive, "police zebra", capsys, "--match", "any").startswith("The query finds")


def test_json_tells_the_same(archive, capsys):
    account = json.loads(told(archive, "police OR zebra", capsys, "--json"))
    assert account["holds"] is True
    assert account["clause"]["kind"] == "any"
    police, zebra = account["clause"]["clauses"]
    (standing,) = police["standings"]
    (passage,) = standing["passages"]
    assert standing["part"] == "text"
    assert [passage["text"][a:b] for a, b in passage["marks"]] == ["police"]
    assert passage["kinds"] == ["word"]
    assert [reason["because"] for reason in zebra["reasons"]] == ["absent"]


def test_an_empty_query_finds_every_page(archive, capsys):
    assert "An empty query finds every page." in told(archive, "", capsys)


def test_a_query_that_cannot_be_read_is_a_fault_of_usage(archive, capsys):
    assert run(["why", "0", "police OR", "--archive", archive]) in (1, 2)
    hits = json_of(archive, "", capsys, "search")["hits"]
    assert isinstance(hits, list)
    assert run(["why", hits[0]["id"], "police OR", "--archive", archive]) == 2
    assert "police OR" in capsys.readouterr().err
