import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import BadSources
from archive.source_names import NO_NAMES, folded, read_source_names

TABLE = """
[[source]]
name = "The Harbour Post"
aliases = ["HP Online", "harbourpost.example"]
home = "London, Ontario"

[[source]]
name = "Le Carnet du port"
aliases = ["Carnet"]
"""


@pytest.fixture
def names(tmp_path):
    (tmp_path / "sources.toml").write_text(TABLE, "utf-8")
    return read_source_names(tmp_path)


@pytest.mark.parametrize(
    "written",
    ["The Harbour Post", "Harbour Post", "HARBOUR-POST", "hp online", "www.harbourpost.example"],
)
def test_a_source_is_known_by_each_of_its_names_however_it_is_written(names, written):
    assert names.canonical(written) == "The Harbour Post"
    assert names.named(written).home == "London, Ontario"


def test_an_accent_and_a_french_article_make_no_difference(names):
    assert names.canonical("CARNET DU PORT") == "Le Carnet du port"


@pytest.mark.parametrize(
    "host", ["harbourpost.example", "www.harbourpost.example", "m.harbourpost.example"]
)
def test_a_host_stands_for_those_below_it(names, host):
    assert names.at(host).name == "The Harbour Post"


@pytest.mark.parametrize("host", ["example", "otherharbourpost.example", "", "carnet"])
def test_another_host_is_no_alias(names, host):
    assert names.at(host) is None


def test_what_the_table_does_not_have_stays_as_written(names):
    assert names.canonical("Harbour Posters") == "Harbour Posters"


def test_without_a_file_there_are_no_names(tmp_path):
    assert read_source_names(tmp_path) is NO_NAMES


def test_the_table_goes_to_worker_processes(names):
    assert pickle.loads(pickle.dumps(names)) == names


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[source]", "mend this line"),
        ('title = "x"', "is not known; write"),
        ("[[source]]\naliases = []", "source 1: name is None"),
        ("[[source]]\nname = 7", "source 1: name is 7"),
        ('[[source]]\nname = "A"\nalias = "B"', '"alias" is not known; known are name'),
        ('[[source]]\nname = "A"\naliases = "B"', "aliases are a list"),
        ('[[source]]\nname = "A"\naliases = [""]', "an alias is ''"),
        ('[[source]]\nname = "A B"\n[[source]]\nname = "C"\naliases = ["a-b"]', 'of "A B" already'),
        ("source = [1]", "source 1: a source is a table"),
    ],
)
def test_what_is_wrong_is_told_with_the_file_the_entry_and_the_mend(tmp_path, text, told):
    (tmp_path / "sources.toml").write_text(text, "utf-8")
    with pytest.raises(BadSources) as raised:
        read_source_names(tmp_path)
    assert "sources.toml" in str(raised.value)
    assert told in str(raised.value)


def test_a_file_that_is_not_utf_8_is_told(tmp_path):
    (tmp_path / "sources.toml").write_bytes(b'[[source]]\nname = "\xff"')
    with pytest.raises(BadSources, match="save it as UTF-8"):
        read_source_names(tmp_path)


@given(st.text(min_size=1))
def test_a_name_is_one_with_itself_in_other_cases_and_spaces(name):
    assert folded(f"  {name} ") == folded(name)
