"""What a proxy says of a request, believed of those that the settings name and of no other.

The step stands before all others. It settles what the site is called outside: the address of the
reader, the scheme, the host, and the path below which the site lies. `public_url` says the last
three where it is set. A proxy may take that path off (`/archive/doc/1` comes as `/doc/1`) or leave
it: both are answered, and every address that the site makes begins with it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from archive.setting_values import listed

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# What the step tells those after it, as keys of the WSGI environment.
BY_PROXY = "fonds.by_proxy"  # whether a trusted proxy has sent the request
READER = "fonds.reader"  # the address of the reader, as far as it is known

FORWARDED = ("FOR", "PROTO", "HOST", "PREFIX", "PORT", "SERVER", "BY")
# A path of plain segments: what public_url may have, too.
PREFIX = re.compile(r"(?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)+", re.ASCII)
# A proxy says "http" or "https" and nothing else.
SCHEMES = frozenset({"http", "https"})
MOST_HOPS = 20


@dataclass(frozen=True, slots=True)
class Outside:
    """Where the site lies for readers.

    path: what every path of it begins with, "/archive" or empty
    """

    scheme: str
    host: str
    path: str


def outside(public_url: str) -> Outside | None:
    """The parts of a public_url; None where nobody has said one."""
    if not public_url:
        return None
    parts = urlsplit(public_url)
    return Outside(parts.scheme, parts.netloc, parts.path.rstrip("/"))


class ProxyStep:
    """The WSGI step. `own` are the first segments of the site's own paths: no prefix is one."""

    def __init__(
        self, app: "WSGIApplication", public_url: str, trusted: str, own: frozenset[str]
    ) -> None:
        self.app = app
        self._outside = outside(public_url)
        self._trusted = tuple(ip_network(one, strict=False) for one in listed(trusted))
        self._own = own

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Read what a trusted proxy says, forget what anyone else does."""
        peer = environ.get("REMOTE_ADDR", "")
        environ[BY_PROXY] = by_proxy = self._trusts(peer)
        said = {name: environ.pop(f"HTTP_X_FORWARDED_{name}", "") for name in FORWARDED}
        environ.pop("HTTP_FORWARDED", None)
        environ[READER] = self._reader(peer, said["FOR"]) if by_proxy else peer
        if self._outside is not None:
            environ["wsgi.url_scheme"] = self._outside.scheme
            lay_below(environ, self._outside.path, self._own)
        elif by_proxy:
            believe(environ, said)
            prefix = last(said["PREFIX"]).rstrip("/")
            lay_below(environ, prefix if PREFIX.fullmatch(prefix) else "", self._own)
        return self.app(environ, start_response)

    def _trusts(self, address: str) -> bool:
        found = address_in(address)
        return found is not None and any(found in network for network in self._trusted)

    def _reader(self, peer: str, chain: str) -> str:
        """The last address in X-Forwarded-For that is no trusted proxy's."""
        for said in reversed(chain.split(",")[-MOST_HOPS:]):
            if address_in(said) is None:
                break  # from here on anybody may have written it
            peer = said.strip()
            if not self._trusts(peer):
                break
        return peer


def address_in(text: str) -> IPv4Address | IPv6Address | None:
    """An address in numbers as proxies write it, perhaps with a port; None where it is none."""
    text = text.strip().partition("%")[0]
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ip_address(text)
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def last(said: str) -> str:
    """What the nearest proxy has said, where several have."""
    return said.rpartition(",")[2].strip()


def believe(environ: "WSGIEnvironment", said: dict[str, str]) -> None:
    """Take scheme and host from a trusted proxy; the host is looked at in the next step."""
    scheme = last(said["PROTO"]).lower()
    if scheme in SCHEMES:
        environ["wsgi.url_scheme"] = scheme
    if host := last(said["HOST"]):
        environ["fonds.forwarded_host"] = host


def lay_below(environ: "WSGIEnvironment", prefix: str, own: frozenset[str]) -> None:
    """Let the site lie below a path, whether or not that still stands before this one's."""
    if not prefix:
        return
    path = environ.get("PATH_INFO", "")
    first = prefix[1:].partition("/")[0]
    if (path == prefix or path.startswith(f"{prefix}/")) and first not in own:
        environ["PATH_INFO"] = path[len(prefix) :] or "/"
    environ["SCRIPT_NAME"] = prefix
