"""The account of French forms that meet."""

from pathlib import Path

import pytest

from benchmarks import french
from benchmarks.french import Share, finding, is_participle_in_e, met, pairs
from benchmarks.french_words import Lemma, Lexicon, read_lexicon

LINES = """logé\tv\tloger\tKms
logée\tv\tloger\tKfs
logée\tadj\tloger\tKfs
loger\tv\tloger\tW
logement\tnc\tlogement\tms
logements\tnc\tlogement\tmp
Logan\tnp\tLogan\tms
"""


@pytest.fixture
def lexicon(tmp_path: Path) -> Lexicon:
    path = tmp_path / "forms.mlex"
    path.write_text(LINES, "utf-8")
    return read_lexicon(path)


def test_a_participle_is_a_form_of_its_verb_and_names_are_no_words(lexicon: Lexicon) -> None:
    assert lexicon.lemmas["logée"] == {Lemma("loger", "verb")}
    assert lexicon.participles == {"loger": {"logé", "logée"}}
    assert "logan" not in lexicon.lemmas
    assert is_participle_in_e("logé", lexicon)
    assert not is_participle_in_e("loger", lexicon)


def test_words_that_differ_in_accents_alone_are_no_pair() -> None:
    assert pairs([["côte", "cote", "côtes"]]) == {("cote", "côtes"), ("côte", "côtes")}
    assert met({("logé", "logée"), ("logé", "loger")}, lambda word: word[:4]) == Share(1, 2)


def test_what_a_word_finds_is_counted_in_pages(lexicon: Lexicon) -> None:
    pages = [frozenset({"logé"}), frozenset({"logée"}), frozenset({"logement"})]
    known = ["logement", "logé", "logée"]
    by_letters = finding(["logé"], known, lexicon, lambda word: word[:3], pages)
    assert (by_letters.found, by_letters.right) == (Share(2, 2), Share(2, 3))
    itself = finding(["logé"], known, lexicon, str, pages)
    assert (itself.found, itself.right) == (Share(1, 2), Share(1, 1))


def test_what_is_absent_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["french", str(tmp_path / "none.mlex")])
    monkeypatch.setattr(french, "CORPORA", tmp_path)
    french.main()
    assert capsys.readouterr().out == f"Skipped: {tmp_path / 'none.mlex'} is not here.\n"
