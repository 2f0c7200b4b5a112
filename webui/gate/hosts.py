"""Under which names the site answers: a page of another site must not read it by a name of its own.

A name that a stranger owns can be let point to this machine ("DNS rebinding"). A browser takes the
archive for a part of the stranger's site then, and its pages may read all of it. The Host header
tells: it has the stranger's name.
"""

import re
import socket
from collections.abc import Iterable
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import TYPE_CHECKING

from flask import request
from werkzeug.exceptions import MisdirectedRequest

from archive.setting_values import NAME, listed
from webui.gate.proxies import outside

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# In the WSGI environment: the request names a host that is not this site's.
MISDIRECTED = "fonds.misdirected"
FORWARDED_HOST = "fonds.forwarded_host"

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
HOST = re.compile(rf"(?P<name>{NAME.pattern})\.?(?::(?P<port>[0-9]{{0,5}}))?", re.ASCII)
HIGHEST_PORT = 65535
# What stands for a host that is refused, so that nothing after the step meets it.
HARMLESS = "localhost"


class Hosts:
    """The names of one site.

    listens_at: the address that the server listens at
    public_url: how the site is called outside, or empty
    more:       other names, with commas between
    """

    def __init__(self, listens_at: str, public_url: str, more: str) -> None:
        said = outside(public_url)
        names = {*LOOPBACK, *map(plain, listed(more))}
        if said and (named := name_in(said.host)):
            names.add(named)
        self.only_here = is_loopback(listens_at)
        if address_of(listens_at) is None or not is_anywhere(listens_at):
            names.add(plain(bracketed(listens_at)))
        if not self.only_here:
            names |= names_of_machine()
        self._names = frozenset(names)

    def answers(self, header: str) -> bool:
        """Whether a Host header names this site.

        A server that others reach answers to addresses in numbers as well: nobody can let them
        point elsewhere.
        """
        name = name_in(header)
        if name is None:
            return False
        return name in self._names or (not self.only_here and address_of(name) is not None)


def name_in(header: str) -> str | None:
    """The name in a Host header, in small letters, without port and last dot; None: no such."""
    found = HOST.fullmatch(header)
    if found is None or int(found["port"] or 0) > HIGHEST_PORT:
        return None
    return plain(found["name"])


def plain(name: str) -> str:
    """A name in the one form in which names are compared."""
    address = address_of(name)
    if isinstance(address, IPv6Address):
        return f"[{address.compressed}]"
    return name.lower()


def bracketed(host: str) -> str:
    """A host as it stands in an address: an IPv6 address in brackets."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def address_of(name: str) -> IPv4Address | IPv6Address | None:
    """The address in numbers that a name is, or None."""
    try:
        return ip_address(name.strip("[]"))
    except ValueError:
        return None


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a server that listens there."""
    address = address_of(host)
    return host.lower() == "localhost" if address is None else address.is_loopback


def is_anywhere(host: str) -> bool:
    """Whether it stands for every address of the machine."""
    address = address_of(host)
    return address is not None and address.is_unspecified


def names_of_machine() -> set[str]:
    """What this machine calls itself, which others in its network may call it too."""
    with suppress(OSError):
        name = socket.gethostname().lower()
        if NAME.fullmatch(name):
            short = name.partition(".")[0]
            return {name, short, f"{short}.local"}
    return set()


class HostStep:
    """The WSGI step: marks a request for another host, and hides that host from what follows.

    The answer is made by the app, so that it has the site's headers and the reader's language.
    """

    def __init__(self, app: "WSGIApplication", hosts: Hosts) -> None:
        self.app, self._hosts = app, hosts

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Look at the Host header, and at the name that a trusted proxy has passed on."""
        host, forwarded = environ.get("HTTP_HOST", ""), environ.pop(FORWARDED_HOST, None)
        named = [host] if forwarded is None else [host, forwarded]
        environ[MISDIRECTED] = not all(map(self._hosts.answers, named))
        environ["HTTP_HOST"] = HARMLESS if environ[MISDIRECTED] else named[-1]
        return self.app(environ, start_response)


def check_host() -> None:
    """Raise MisdirectedRequest for a request that names another host than this site."""
    if request.environ.get(MISDIRECTED):
        raise MisdirectedRequest
