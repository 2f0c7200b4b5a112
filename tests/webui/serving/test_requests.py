"""Requests are read as HTTP has them: targets, the host in them, and what ends a connection."""

import json

import pytest

from tests.webui.serving.clients import PATIENCE_S, answer, asked, running


def echo(environ: dict, start_response) -> list[bytes]:
    body = json.dumps([environ["HTTP_HOST"], environ["PATH_INFO"]]).encode()
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]


def answered(target: str, more: str = "Connection: close\r\n") -> bytes:
    with running(echo) as address, asked(address, target, more) as client:
        client.settimeout(PATIENCE_S)
        return answer(client)


@pytest.mark.parametrize("target", ["http://[::1/en/", "http://[v1.x]]/", "//[", "https://[/"])
def test_a_target_that_is_no_address_is_answered(target: str) -> None:
    assert answered(target).split(b" ")[1] in (b"400", b"200")


def test_a_target_that_cannot_be_parsed_is_a_bad_request() -> None:
    assert answered("http://[::1/en/").startswith(b"HTTP/1.1 400 ")


def test_the_host_in_the_target_counts_whatever_the_header_says() -> None:
    assert answered("http://evil.example/en/").endswith(b'["evil.example", "/en/"]')


@pytest.mark.parametrize("named", ["close", "Upgrade, close", "close , x", "keep-alive,\tCLOSE"])
def test_a_connection_is_closed_where_close_is_among_its_options(named: str) -> None:
    # Said in the answer: an idle connection is closed as well, after a while.
    assert b"\r\nConnection: close\r\n" in answered("/", f"Connection: {named}\r\n")


@pytest.mark.parametrize("target", ["http:///en/", "http:/en/", "evil.example:80/en/"])
def test_a_target_with_a_scheme_and_no_host_is_a_bad_request(target: str) -> None:
    assert answered(target).startswith(b"HTTP/1.1 400 ")
