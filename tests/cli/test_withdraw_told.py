"""What `fonds withdraw` tells: of pages that are out already, in French, of odd characters."""

import json
from datetime import date, timedelta

import pytest

from archive import Archive
from tests.cli.withdrawing import id_at

TOMORROW = (date.today() + timedelta(days=1)).isoformat()


def test_a_page_that_is_withdrawn_already_is_told_at_once_and_nothing_is_done(fonds, own, mill):
    assert fonds("withdraw", mill, "--reason", "A court said so.", "--yes").status == 0
    ran = fonds("withdraw", mill, "--reason", "again")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith(f"Nothing to do: {mill} was withdrawn on {date.today()}: A court")
    assert "to be withdrawn" not in ran.err
    told = json.loads(fonds("withdraw", mill, "--reason", "again", "--json").out)
    assert (told["withdrawn"], told["already"][0]["reason"]) == ([], "A court said so.")
    with Archive.open(own) as archive:
        assert len(archive.withdrawals.all()) == 1


def test_beside_a_page_that_is_withdrawn_already_the_others_go(fonds, own, mill):
    other = id_at(own, "https://paper.example/orchard")
    assert fonds("withdraw", mill, "--reason", "A court said so.", "--yes").status == 0
    ran = fonds("withdraw", mill, other, "--reason", "sold", "--yes")
    assert ran.status == 0
    assert "Nothing to do" in ran.err
    assert "1 page withdrawn for good: sold" in ran.out
    assert fonds("show", other).status == 1


def test_a_hidden_page_can_be_withdrawn_for_good_and_that_is_told(fonds, own, mill):
    hide = ("withdraw", mill, "--until", TOMORROW, "--reason", "embargo", "--yes")
    assert fonds(*hide).status == 0
    again = fonds(*hide)
    assert (again.status, "Nothing to do" in again.err) == (0, True)
    later = (date.today() + timedelta(days=9)).isoformat()
    ran = fonds("withdraw", mill, "--until", later, "--reason", "embargo", "--yes")
    assert ran.status == 1
    assert f"is hidden until {TOMORROW}: embargo. Let it back first: `fonds with" in ran.err
    ran = fonds("withdraw", mill, "--reason", "A court said so.", "--yes")
    assert ran.status == 0, ran.err
    assert f"(hidden until {TOMORROW})" in ran.err
    assert "1 page withdrawn for good: A court said so." in ran.out
    assert "1 page of these was hidden; it does not come back." in ran.out
    assert "was withdrawn on" in fonds("show", mill).err
    ran = fonds("withdraw", "--undo", mill)
    assert "A court said so. It is gone for good" in ran.err


@pytest.mark.parametrize("option", ["--reason", "--who"])
def test_bytes_that_are_no_characters_are_cleaned_before_they_are_kept(fonds, own, mill, option):
    typed = {"--reason": "why", option: "S\udcff\x1bx"}
    words = [word for pair in typed.items() for word in pair]
    ran = fonds("withdraw", mill, *words, "--yes", "--json")
    (made,) = json.loads(ran.out)["withdrawn"]
    assert made[option.removeprefix("--")] == "S\N{REPLACEMENT CHARACTER}x"
    assert "dcff" not in fonds("show", mill).err + fonds("log").out


def test_a_page_that_comes_in_again_is_refused_in_two_sentences(fonds, own, mill):
    assert fonds("withdraw", mill, "--reason", "by order", "--yes").status == 0
    for told in (
        fonds("ingest", own.parent / "pages").err,
        fonds("refusals").out,
    ):
        assert "by order. Nothing need be done" in told


def test_what_is_asked_and_done_is_told_in_french(fonds, own, mill):
    def french(*args):
        ran = fonds("withdraw", *args, "--ui", "fr", "--yes")
        assert ran.status == 0, ran.err
        return (ran.err + ran.out).replace("\N{NO-BREAK SPACE}", " ")

    asked = fonds("withdraw", mill, "--reason", "x", "--ui", "fr").err
    assert "personne ne peut répondre ici" in asked
    assert "1 autre page dit la même chose" in asked.replace("\N{NO-BREAK SPACE}", " ")
    told = french(mill, "--until", TOMORROW, "--reason", "x")
    assert f"1 page masquée jusqu’au {TOMORROW} : x" in told
    assert "Les sauvegardes faites avant" in told
    assert "le même texte" in told
    assert "1 page de nouveau visible" in french("--undo", mill)
    assert "Mots caviardés dans 1 page" in french(mill, "--words", "Okonkwovance", "--reason", "x")
    told = french(mill, "--reason", "Un juge l’a dit.")
    assert "1 page retirée définitivement : Un juge" in told
    for english in ("page ", "Erasing", "withdrawn", "holds", "says"):
        assert english == "page " or english not in told
    assert "Rien à faire" in french(mill, "--reason", "x")
    assert "Il ne restait rien à effacer." in french("--finish")
