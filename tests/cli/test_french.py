"""Commands speak French where --ui or $FONDS_UI says so; JSON and the default stay as they were."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from indexer.phrasebook.book import book

ROOT = Path(__file__).resolve().parents[2]
HAMILTON = "Hamilton opens its clinics to all"


@pytest.fixture
def id_of(fonds, archive):
    def find(query: str) -> str:
        hits = json.loads(fonds("search", query, "--json", "--archive", archive).out)["hits"]
        return hits[0]["id"]

    return find


def plain(text: str) -> str:
    return re.sub(r"[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]", " ", text)


def test_a_search_is_told_in_french(fonds, archive) -> None:
    ran = fonds("search", "nurses", "--ui", "fr", "--archive", archive)
    assert plain(ran.out).startswith("1 page : pages avec toute forme de « nurses »")
    assert HAMILTON in ran.out


def test_the_variable_asks_for_french_and_the_option_wins(fonds, archive, monkeypatch) -> None:
    monkeypatch.setenv("FONDS_UI", "fr")
    assert "Aucune page n’a été refusée." in fonds("refusals", "--archive", archive).err
    ran = fonds("refusals", "--ui", "en", "--archive", archive)
    assert "No page was refused." in ran.err


def test_a_language_that_is_not_spoken_is_refused(fonds, archive) -> None:
    ran = fonds("search", "nurses", "--ui", "de", "--archive", archive)
    assert ran.status == 2
    assert "'en', 'fr'" in ran.err


def test_french_does_not_stay_for_the_next_command(fonds, archive) -> None:
    fonds("search", "nurses", "--ui", "fr", "--archive", archive)
    assert fonds("search", "AND", "--archive", archive).err.startswith("fonds: AND has nothing")


def test_what_is_wrong_with_a_query_is_told_in_french(fonds, archive) -> None:
    ran = fonds("search", "a AND", "--ui", "fr", "--archive", archive)
    assert ran.status == 2
    assert "AND n’est suivi de rien." in ran.err
    assert "enlevez-le" in ran.err


def test_why_is_told_in_french(fonds, archive, id_of) -> None:
    ran = fonds("why", id_of("nurses"), "nurses zebra year:2013", "--ui", "fr",
                "--archive", archive)  # fmt: skip
    told = plain(ran.out)
    assert "La requête ne trouve pas" in told
    assert "non  zebra   sous toute forme" in told
    assert "Il ne figure nulle part dans cette page." in told
    assert "Publiée le 2014-02-13, d’après :" in told


def test_a_page_its_ledger_and_a_cleaning_are_told_in_french(fonds, archive, id_of, tmp_path):
    id = id_of("nurses")
    shown = plain(fonds("show", id, "--ui", "fr", "--archive", archive).out)
    assert "mention de lieu et de date" in shown
    removed = fonds("show", id, "--removed", "--ui", "fr", "--archive", archive).out
    assert "Un lien qui mène ailleurs dans la page" in removed
    page = tmp_path / "a.txt"
    page.write_text("Skip to main content\n\nThe council voted on Monday for the plan.\n")
    assert "Un lien qui mène" in fonds("clean", page, "--explain", "--ui", "fr").out


def test_json_stays_as_it_is_stored(fonds, archive, id_of) -> None:
    id = id_of("nurses")
    english = fonds("show", id, "--removed", "--json", "--archive", archive).out
    french = fonds("show", id, "--removed", "--json", "--ui", "fr", "--archive", archive).out
    assert english == french


def told_in_commands() -> set[str]:
    """The sentences that commands tell: what stands in the code as tell("…")."""
    calls = (
        node
        for path in (ROOT / "cli").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("tell", "tell_many")
    )
    return {
        inner.value
        for call in calls
        for argument in call.args[: 2 if call.func.id == "tell_many" else 1]
        for inner in ast.walk(argument)
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str)
    }


def test_every_sentence_that_commands_tell_has_french() -> None:
    sentences = told_in_commands() - {"_", " "}
    assert len(sentences) > 40
    known = book("fr")
    lacking = []
    for sentence in sorted(sentences):
        names = re.findall(r"{(\w+)}", sentence)
        values = [dict.fromkeys(names, value) for value in ("2", "title", "x", "50%", "skip-link")]
        both = {name: "2" if name in ("count", "number") else "title" for name in names}
        if all(known.filled(sentence, filled) is None for filled in (*values, both)):
            lacking.append(sentence)
    assert lacking == [], "Give them French in indexer/phrasebook/fr/terminal.po."


def test_english_commands_do_not_read_the_phrase_book() -> None:
    code = (
        "import sys, cli.main; print('indexer.phrasebook' in sys.modules, 'babel' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert ran.stdout.split() == ["False", "False"]
