"""What the site is called outside, as an archivist and an operator say it."""

import pytest

from archive.errors import BadSettings
from archive.settings import Settings, read_settings, settings_text


@pytest.mark.parametrize(
    "said",
    [
        "archive.example",
        "ftp://a.example",
        "https://",
        "https://a.example/path?query",
        "https://a.example/a/../b",
        "https://a.example//b",
        "https://a.example/a b",
    ],
)
def test_what_is_no_address_of_a_site_is_refused(fonds, tmp_path, said):
    (tmp_path / "fonds.toml").write_text(f'public_url = "{said}"', "utf-8")
    with pytest.raises(BadSettings, match="public_url"):
        read_settings(tmp_path)
    ran = fonds("serve", "--public-url", said)
    assert (ran.status, said in ran.err) == (2, True)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "https://archive.example",
        "http://10.0.0.7:8080",
        "http://[::1]:80/",
        "https://news.example/archive",
        "https://news.example/two/parts/",
    ],
)
def test_an_address_of_a_site_is_kept(tmp_path, said):
    (tmp_path / "fonds.toml").write_text(settings_text(Settings(public_url=said)), "utf-8")
    assert read_settings(tmp_path).public_url == said
