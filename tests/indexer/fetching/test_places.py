"""Machines of our own network are not asked, whatever name leads to them."""

from dataclasses import replace
from ipaddress import ip_address

import pytest

from indexer.fetching import places
from indexer.fetching.places import is_never_asked, is_public
from tests.indexer.fetching.server import PAGE, serving, to
from tests.indexer.fetching.test_fetching import MANNERS, bring, reason

PUBLIC = replace(MANNERS, allow_private=False)


NOT_PUBLIC = """
127.0.0.1 127.9.9.9 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 0.0.0.0 100.64.0.1 192.0.2.1
198.18.0.1 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 ::1 :: fe80::1 fc00::1 fec0::1 ff02::1
2001:db8::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::a00:1
2002:7f00:1:: 2002:a00:1:: ::127.0.0.1 2001:0:4136:e378:8000:63bf:3fff:fdd2
"""


@pytest.mark.parametrize("written", NOT_PUBLIC.split())
def test_an_address_that_is_not_of_the_public_internet_is_told(written):
    assert not is_public(ip_address(written))


@pytest.mark.parametrize(
    "written",
    ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808"],
)
def test_a_public_address_is_told(written):
    assert is_public(ip_address(written))


NEVER = """
169.254.169.254 169.254.0.1 fe80::1 224.0.0.1 ff02::1 0.0.0.0 :: 255.255.255.255 fd00:ec2::254
::ffff:169.254.169.254 64:ff9b::a9fe:a9fe 2002:a9fe:a9fe::
"""
OF_ONES_OWN = "127.0.0.1 ::1 10.0.0.1 192.168.1.1 172.16.0.1 fc00::1 ::ffff:127.0.0.1 8.8.8.8"


def test_where_no_page_lives_is_told_from_ones_own_network():
    assert [one for one in NEVER.split() if not is_never_asked(ip_address(one))] == []
    assert [one for one in OF_ONES_OWN.split() if is_never_asked(ip_address(one))] == []


def test_the_data_service_of_a_cloud_is_not_asked_though_private_machines_are(tmp_path):
    secrets = "http://169.254.169.254/latest/meta-data/"
    with serving({"/a": to(secrets)}) as server:
        report = bring(tmp_path, server.url + "/a", secrets)
    assert [left.url for left in report.left] == [server.url + "/a", secrets]
    assert all("never asked" in left.reason for left in report.left)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "[::1]"])
def test_our_own_machine_is_not_asked_by_any_spelling(tmp_path, host):
    report = bring(tmp_path, f"http://{host}:1/", manners=PUBLIC)
    assert "public Internet" in reason(report) or "No machine" in reason(report)
    assert report.path is None


def test_a_name_that_leads_to_a_private_address_besides_public_ones_is_not_asked(tmp_path):
    report = bring(
        tmp_path,
        "http://city.example/",
        manners=PUBLIC,
        resolve=lambda host, port: ["93.184.216.34", "10.0.0.1"],
    )
    assert "10.0.0.1" in reason(report)


def test_every_redirect_is_checked_again(tmp_path, monkeypatch):
    """The machine of the test stands for a public one."""
    monkeypatch.setattr(places, "is_public", lambda one: str(one) == "127.0.0.1" or is_public(one))
    known = {"city.example": ["127.0.0.1"], "inside.example": ["192.168.0.9"]}
    with serving({"/a": to("http://inside.example/secret")}) as server:
        url = f"http://city.example:{server.server_port}/a"
        report = bring(tmp_path, url, manners=PUBLIC, resolve=lambda host, port: known[host])
        assert [path for path, _ in server.asked] == ["/robots.txt", "/a"]
    assert "192.168.0.9" in reason(report)


def test_what_was_checked_is_what_is_connected_to_though_the_name_changes(tmp_path):
    """A name that leads to a good address when it is checked, and elsewhere the next moment."""
    asked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    with serving({"/a": PAGE}) as server:
        url = f"http://rebinding.example:{server.server_port}/a"
        report = bring(tmp_path, url, resolve=rebinding)
        hosts = {headers["Host"] for _, headers in server.asked}
    assert report.brought == 1
    assert hosts == {f"rebinding.example:{server.server_port}"}
    assert len(asked) == 2  # one for robots.txt, one for the page; the connection asks no more
