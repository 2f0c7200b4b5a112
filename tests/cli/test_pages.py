"""`fonds clean`, `fonds describe` and `fonds correct`."""

import json

import pytest


def test_clean_prints_the_pages_own_words(fonds, pages):
    ran = fonds("clean", pages / "clinics.txt")
    assert ran.status == 0
    assert "whatever papers they have" in ran.out
    assert "Skip to main content" not in ran.out


def test_clean_reads_standard_input(fonds, pages):
    body = (pages / "clinics.txt").read_bytes()
    assert fonds("clean", "-", stdin=body).out == fonds("clean", pages / "clinics.txt").out


def test_clean_json_accounts_for_every_line(fonds, pages):
    cleaned = json.loads(fonds("clean", pages / "clinics.txt", "--json").out)
    lines = {line["number"]: line["text"] for line in cleaned["kept"] + cleaned["removed"]}
    written = (pages / "clinics.txt").read_text("utf-8").splitlines()
    assert [lines[number].strip() for number in sorted(lines)][: len(written)] == written
    assert {line["rule"] for line in cleaned["removed"]}
    assert all(line["reason"] for line in cleaned["removed"])


def test_describe_tells_each_fact_with_its_evidence(fonds, pages):
    ran = fonds("describe", pages / "ecoles.html")
    assert ran.status == 0
    assert "Montréal ouvre ses écoles" in ran.out
    assert "2017-02-20   (meta article:published_time" in ran.out
    facts = json.loads(fonds("describe", pages / "ecoles.html", "--json").out)
    assert facts["url"] == "https://quotidien.example/ecoles"
    assert facts["language"] == "fr"


def test_describe_marks_an_unsure_place_and_says_which_city_the_page_is_about(fonds, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(
        "Clinic to close in Hamilton\n\nThe council of Hamilton, Ont., voted on Monday to close the"
        " clinic. Nurses in Hamilton were sad. Windsor said nothing at all about it this week.\n"
    )
    out = fonds("describe", page).out
    assert "main city  Hamilton, Ontario   (named" in out
    assert "place      Hamilton, Ontario (4)   (99% sure; followed by Ont" in out
    facts = json.loads(fonds("describe", page, "--json").out)
    assert facts["main_city"]["label"] == "Hamilton, Ontario"
    assert facts["main_city"]["reason"].startswith("named ")
    unsure = [place["label"] for place in facts["places"] if place["unsure"]]
    for label in unsure:
        assert f"perhaps {label}" in out


@pytest.mark.parametrize("command", ["clean", "describe"])
@pytest.mark.parametrize("body", [b"", b"\x89PNG\r\n\x1a\n", b"%PDF-1.4"])
def test_what_is_no_page_is_told_in_a_line(fonds, command, body):
    ran = fonds(command, "-", stdin=body)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("fonds: standard input: ")
    assert ran.err.count("\n") == 1


@pytest.fixture
def corrected(fonds, pages, tmp_path, monkeypatch):
    """Correct the French page of an archive of its own; give the document after."""
    monkeypatch.setenv("FONDS_ARCHIVE", str(tmp_path / "archive"))
    fonds("ingest", pages)
    id = json.loads(fonds("search", "écoles", "--json").out)["hits"][0]["id"]

    def correcting(stated: str):
        ran = fonds("correct", id[:8], stated, "--note", "read on paper", "--who", "ann")
        assert (ran.status, ran.err) == (0, "")
        return json.loads(fonds("show", id, "--json").out)

    return correcting


@pytest.mark.parametrize(
    ("stated", "earliest", "latest"),
    [
        ("date=2016-05-04", "2016-05-04", "2016-05-04"),
        ("date=2016-02", "2016-02-01", "2016-02-29"),
        ("published=2016", "2016-01-01", "2016-12-31"),
        ("date=2016-01-31 .. 2016-02-20", "2016-01-31", "2016-02-20"),
    ],
)
def test_a_date_can_be_corrected_as_precisely_as_is_known(corrected, stated, earliest, latest):
    published = corrected(stated)["published"]
    assert (published["earliest"], published["latest"]) == (earliest, latest)
    assert (published["evidence"], published["quote"]) == ("correction by ann", "read on paper")


def test_other_fields_can_be_corrected(corrected):
    assert corrected("title=Les écoles")["title"] == "Les écoles"
    assert corrected("source=Le Quotidien")["source"] == "Le Quotidien"
    assert corrected("source=")["source"] is None
    assert corrected("author=Ann Roy; Li Wei")["authors"] == ["Ann Roy", "Li Wei"]
    assert corrected("language=English")["language"] == "en"
    places = corrected("place=London, Ontario; Toronto")["places"]
    assert [place["label"] for place in places] == ["London, Ontario", "Toronto, Ontario"]


@pytest.mark.parametrize(
    ("stated", "says"),
    [
        ("colour=red", "date=2017-02-20, 2017-02, 2017"),
        ("title", "title=a line of text"),
        ("title=", "a document has a title"),
        ("date=yesterday", "write 2017-02-20, 2017-02, 2017"),
        ("date=2017-02-30", "write 2017-02-20"),
        ("date=2018..2017", "write 2017-02-20"),
        ("language=klingonish", "type a code or a name"),
        ("place=Xyzzyville", "no place is called"),
    ],
)
def test_a_correction_that_cannot_be_meant_says_what_can(fonds, archive, stated, says):
    id = json.loads(fonds("search", "clinics", "--json").out)["hits"][0]["id"]
    ran = fonds("correct", id, stated)
    assert ran.status == 2
    assert says in ran.err


def test_who_corrects_and_why_is_shown_with_places_too(fonds, corrected):
    id = corrected("place=London, Ontario")["id"]
    shown = fonds("show", id).out
    assert "London, Ontario (0)   (correction by ann: read on paper)" in shown
    assert "corrected  places: London, by ann: read on paper" in shown


def test_a_correction_can_be_withdrawn_and_the_history_tells_both(fonds, corrected):
    found = corrected("title=Faux titre")
    ran = fonds("correct", found["id"], "--undo", "title", "--note", "slip", "--who", "bob")
    assert ran.status == 0
    kept = "Taken back; the history keeps both; it holds for later captures too.\n"
    assert ran.out.endswith(kept)
    assert (
        json.loads(fonds("show", found["id"], "--json").out)["title"] == "Montréal ouvre ses écoles"
    )
    first, second = fonds("show", found["id"], "--corrections").out.splitlines()
    assert first.endswith("title: Faux titre, by ann: read on paper")
    assert second.endswith("title: withdrawn: what was found holds, by bob: slip")
    told = json.loads(fonds("show", found["id"], "--corrections", "--json").out)["corrections"]
    assert [(one["value"], one["withdrawn"], one["who"]) for one in told] == [
        ("Faux titre", False, "ann"),
        (None, True, "bob"),
    ]
    again = fonds("correct", found["id"], "--undo", "title")
    assert (again.status, "nothing to take back" in again.err) == (2, True)


def test_correct_json_has_values_as_the_document_has_them(fonds, corrected):
    id = corrected("title=x")["id"]
    for stated, field, value in [
        ("author=Ann Roy; Li Wei", "authors", ["Ann Roy", "Li Wei"]),
        ("title=Les écoles", "title", "Les écoles"),
        ("date=2017", "published", "2017"),
        ("source=", "source", None),
    ]:
        told = json.loads(fonds("correct", id, stated, "--json").out)["correction"]
        assert (told["field"], told["value"], told["withdrawn"]) == (field, value, False)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ([], "either FIELD=VALUE or --undo"),
        (["title=x", "--undo", "title"], "either FIELD=VALUE or --undo"),
        (["--undo", "colour"], "the fields are: title, source"),
        (["title=" + "x" * 600], "longer than 500 characters"),
        (["title=a\x1b[2Jb"], "control character"),
        (["title=x", "--note", "\x1b]0;owned\x07"], "note holds a control character"),
    ],
)
def test_what_cannot_be_kept_is_a_fault_of_usage(fonds, archive, typed, says):
    id = json.loads(fonds("search", "clinics", "--json").out)["hits"][0]["id"]
    ran = fonds("correct", id, *typed)
    assert (ran.status, ran.out) == (2, "")
    assert says in ran.err
    assert "\x1b" not in ran.err


def test_who_is_the_login_name_unless_told(fonds, corrected, monkeypatch):
    id = corrected("title=x")["id"]
    monkeypatch.setenv("LOGNAME", "carol")
    told = json.loads(fonds("correct", id, "title=y", "--json").out)["correction"]
    assert told["who"] == "carol"


def test_a_document_that_is_not_there_cannot_be_corrected(fonds, archive):
    ran = fonds("correct", "ffffffffffff", "title=x")
    assert ran.status == 1
    assert "no document's id begins with" in ran.err
