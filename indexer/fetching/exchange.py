"""One request, one answer: bounded in time and size, from the machine that was checked."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPException
from socket import SHUT_RDWR
from ssl import SSLError
from urllib.parse import SplitResult, quote, urlsplit

import urllib3.exceptions
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, IncompleteRead, InvalidChunkLength
from urllib3.response import BaseHTTPResponse
from urllib3.util.ssl_match_hostname import CertificateError

from indexer.fetching.asked import Manners, NotBrought
from indexer.fetching.places import Resolve, addresses_of
from indexer.readers.limits import in_megabytes
from indexer.readers.warc.http import media_type_in

PORTS = {"http": 80, "https": 443}
PIECE_BYTES = 65_536
ACCEPT = "text/html,application/xhtml+xml,text/plain;q=0.9,application/pdf;q=0.8,*/*;q=0.1"
# What may stand in a path or query as it is; all else is escaped (RFC 3986, section 3.3).
AS_IT_IS = "%/:=&?~#+!$,;'@()*[]"
# Lines of an answer that say how it was sent, not what it is: we undo that while reading.
OF_THE_WAY = "transfer-encoding"


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its answer.

    url:      as asked, without a fragment
    asked:    when (aware)
    request:  its head, as sent
    status:   of the answer
    headers:  its lines, in order
    body:     as sent, without chunks; None where it was left, being no page
    address:  of the machine that answered
    """

    url: str
    asked: datetime
    request: bytes
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes | None
    address: str

    def header(self, name: str) -> str | None:
        """The first value of a header, or None."""
        return next((value for each, value in self.headers if each.lower() == name), None)

    @property
    def media_type(self) -> str | None:
        """What the answer says it is."""
        return media_type_in(self.header("content-type"))


def parts_of(url: str) -> SplitResult:
    """An address in its parts, fit to be asked for. Raise NotBrought."""
    try:
        parts = urlsplit(url.strip())
        port, host = parts.port, parts.hostname
    except ValueError as error:
        raise NotBrought("It is no web address.") from error
    if parts.scheme not in PORTS or not host or not url.isprintable():
        raise NotBrought("It is no web address; one begins with https:// or http://.")
    if parts.username is not None or parts.password is not None:
        raise NotBrought("It holds a name or password, and these would be kept; take them out.")
    if port == 0:
        raise NotBrought("It is no web address: there is no port 0.")
    path = quote(parts.path or "/", safe=AS_IT_IS)
    return parts._replace(path=path, query=quote(parts.query, safe=AS_IT_IS), fragment="")


def ask(url: str, manners: Manners, resolve: Resolve, *, wanted: frozenset[str]) -> Exchange:
    """Ask for an address once, and follow nothing. Raise NotBrought.

    wanted: media types whose body is read; another kind's is left, where the answer is a success
    """
    parts = parts_of(url)
    port = parts.port or PORTS[parts.scheme]
    host = name_of(parts)
    found = addresses_of(host, port, allow_private=manners.allow_private, resolve=resolve)
    ends = time.monotonic() + manners.answer_s
    asked = datetime.now(UTC)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    headers = {
        "Host": host_header(parts, host),
        "User-Agent": manners.agent,
        "Accept": ACCEPT,
        "Accept-Encoding": "gzip, deflate, br",
        "Connection": "close",
    }
    request = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    with (
        our_errors(manners),
        connected(found, parts.scheme, host, port, manners) as connection,
        cut_at(ends, connection),
    ):
        connection.request("GET", target, headers=headers, preload_content=False)
        answer = connection.getresponse()
        lines = tuple((name, value) for name, value in answer.headers.iteritems())
        kind = media_type_in(answer.headers.get("content-type"))
        leave = answer.status // 100 == 2 and kind is not None and kind not in wanted
        body = None if leave else body_of(answer, manners, ends)
        address = connection.host
    return Exchange(
        parts.geturl(),
        asked,
        f"GET {target} HTTP/1.1\r\n{request}\r\n".encode("latin-1", "replace"),
        answer.status,
        answer.reason or "",
        lines,
        body,
        address.partition("%")[0],
    )


def name_of(parts: SplitResult) -> str:
    """The host as DNS knows it. Raise NotBrought."""
    host = parts.hostname or ""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise NotBrought("Its host is no name.") from error


def host_header(parts: SplitResult, host: str) -> str:
    """The host and port as the request names them."""
    name = f"[{host}]" if ":" in host else host
    return f"{name}:{parts.port}" if parts.port and parts.port != PORTS[parts.scheme] else name


@contextmanager
def connected(
    addresses: list[str], scheme: str, host: str, port: int, manners: Manners
) -> Iterator[HTTPConnection]:
    """A connection to the first address that takes one; certificates are those of the name."""
    for place, address in enumerate(addresses):
        connection = (
            HTTPSConnection(
                address,
                port,
                timeout=manners.connect_s,
                server_hostname=host,
                assert_hostname=host,
                cert_reqs="CERT_REQUIRED",
            )
            if scheme == "https"
            else HTTPConnection(address, port, timeout=manners.connect_s)
        )
        try:
            connection.connect()
        except (HTTPError, OSError):
            connection.close()
            if place == len(addresses) - 1:
                raise
            continue
        try:
            yield connection
        finally:
            connection.close()
        return


@contextmanager
def cut_at(ends: float, connection: HTTPConnection) -> Iterator[None]:
    """Cut the connection when its time is over, however slowly bytes drip in."""

    def cut() -> None:
        sock = connection.sock
        with suppress(OSError):
            if sock is not None:
                sock.shutdown(SHUT_RDWR)

    timer = threading.Timer(max(0.0, ends - time.monotonic()), cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
    if time.monotonic() >= ends:
        raise TimeoutError


def body_of(answer: BaseHTTPResponse, manners: Manners, ends: float) -> bytes:
    """The body as it is sent, without chunks. Raise NotBrought where it is too large."""
    parts: list[bytes] = []
    got = 0
    for part in answer.stream(PIECE_BYTES, decode_content=False):
        parts.append(part)
        got += len(part)
        if got > manners.body_bytes:
            most = in_megabytes(manners.body_bytes)
            raise NotBrought(f"It has more than {most}, and a page may have {most}.")
        if time.monotonic() >= ends:
            raise TimeoutError
    return b"".join(parts)


@contextmanager
def our_errors(manners: Manners) -> Iterator[None]:
    """What goes wrong on the way, as a reason."""
    began = time.monotonic()
    try:
        yield
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        if time.monotonic() - began >= manners.answer_s:
            raise NotBrought(f"It did not come within {manners.answer_s:.0f} s.") from error
        raise NotBrought(why(error)) from error


def why(error: Exception) -> str:
    """A reason for an error of the net."""
    inner = error.__cause__ or error
    of_encryption = (SSLError, CertificateError, urllib3.exceptions.SSLError)
    if isinstance(error, of_encryption) or isinstance(inner, of_encryption):
        return f"Its certificate cannot be trusted, or encryption fails: {one_line(inner)}."
    short = next((each for each in (inner, error) if isinstance(each, IncompleteRead)), None)
    if short is not None:
        whole = short.partial + short.expected
        return f"The answer broke off: {short.partial:,} bytes came of {whole:,}."
    if isinstance(inner, InvalidChunkLength) or "ended prematurely" in str(error):
        return "The answer broke off within its chunks."
    if isinstance(inner, ConnectionRefusedError):
        return "The server takes no connection."
    if isinstance(inner, TimeoutError) or "Timeout" in type(error).__name__:
        return "The server does not answer."
    return f"The answer broke off, or is no HTTP: {one_line(error)}."


def one_line(error: BaseException) -> str:
    """An error's words, short; they hold no address that was asked for."""
    return " ".join(f"{type(error).__name__} {error}".split())[:160].rstrip(".")
