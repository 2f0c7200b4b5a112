from dataclasses import fields, replace

import pytest

from archive import Archive
from archive.errors import BadSettings
from archive.settings import SETTINGS, Settings, read_settings, settings_text


def test_a_new_archive_has_a_commented_file_with_the_defaults(archive, folder):
    written = (folder / "fonds.toml").read_text("utf-8")
    assert read_settings(folder) == Settings() == archive.settings
    for setting in SETTINGS:
        assert f"# {setting.help}\n{setting.name} = " in written


def test_every_setting_is_in_the_table_and_takes_its_default():
    assert [setting.name for setting in SETTINGS] == [field.name for field in fields(Settings)]
    for setting in SETTINGS:
        assert setting.takes(getattr(Settings(), setting.name))


def test_settings_survive_their_file(tmp_path):
    ours = replace(Settings(), title='Les "pages" de \\Hull\\ — é', write_wait_s=2.5)
    (tmp_path / "fonds.toml").write_text(settings_text(ours), "utf-8")
    assert read_settings(tmp_path) == ours


def test_without_a_file_the_defaults_hold(tmp_path):
    assert read_settings(tmp_path) == Settings()


def test_a_file_with_a_byte_order_mark_is_read(tmp_path):
    (tmp_path / "fonds.toml").write_bytes(b"\xef\xbb\xbftitle = 'x'\r\n")
    assert read_settings(tmp_path).title == "x"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("titel = 'x'", "'titel'.*title, engine"),
        ("title = 3", "title = 3.*a line of text"),
        ("title = ''", "title"),
        ("engine = '../x'", "engine"),
        ("write_wait_s = -1", "write_wait_s.*0 to 3600"),
        ("write_wait_s = true", "write_wait_s"),
        ("write_wait_s = nan", "write_wait_s"),
        ("compression_level = 3.5", "compression_level"),
        ("compression_level = [1]", "compression_level"),
        ("title = ", "fonds.toml.*mend it"),
        ("title = '\ud800'", "fonds.toml"),
    ],
)
def test_a_wrong_setting_is_named_with_what_it_wants(tmp_path, text, named):
    (tmp_path / "fonds.toml").write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(BadSettings, match=named):
        read_settings(tmp_path)


def test_an_archive_does_not_open_with_wrong_settings_and_keeps_them(tmp_path):
    (tmp_path / "fonds.toml").write_text("nonsense = 1")
    with pytest.raises(BadSettings):
        Archive.create(tmp_path)
    assert (tmp_path / "fonds.toml").read_text() == "nonsense = 1"
    assert not (tmp_path / "archive.db").exists()
