"""Whether a request may be answered: where an archive has users, none is without one of them.

Somebody is known by the session in a cookie, by name and password in each request (HTTP Basic, for
programs), or by what a trusted proxy says. What knows of none is free: the login with its styles,
/healthz and /robots.txt.
"""

import base64
import binascii
import hashlib
import hmac
import secrets
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from flask import Request, current_app, g, request

from archive import Archive
from archive.private_files import modes_of
from archive.users import User, Users, is_right
from webui.gate.proxies import BY_PROXY, READER
from webui.gate.sessions import Sessions

EXTENSION = "fonds.gate"
COOKIE = "fonds_session"
# Routes that know nobody.
FREE = frozenset({"login.login", "login.logout", "upkeep.healthz", "upkeep.robots"})
# The files that the login page is made of.
FREE_FILES = frozenset({"style.css", "login.css", "icon.svg"})
MOST_REMEMBERED = 256
MOST_TOKENS = 8  # of the cookies in one request
LONGEST_NAME = 200


class NotKnown(Exception):
    """Nobody has logged in, and the archive has users."""


class TooManyTries(Exception):
    """Too many passwords of one network were wrong; `wait_s`: in how many seconds to try again."""

    def __init__(self, wait_s: int) -> None:
        super().__init__()
        self.wait_s = wait_s


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads.

    by_session: they can log out here
    by_proxy:   a trusted proxy says who they are: they leave where they came in
    """

    name: str
    by_session: bool = False
    by_proxy: bool = False


class Gate:
    """Who may read one archive."""

    def __init__(self, archive: Archive) -> None:
        settings = archive.settings
        modes = modes_of(settings)
        self.users = Users(archive.folder, modes)
        self.sessions = Sessions(archive.folder, modes, settings.session_hours)
        self.hours = settings.session_hours
        self.header = settings.user_header
        self._has_had_users = False
        self._right = OrderedDict[str, None]()
        self._lock = Lock()
        self._key = secrets.token_bytes(32)

    def has_users(self) -> bool:
        """Whether there are users. A file of users that vanishes under a server opens nothing."""
        if self.users.any():
            self._has_had_users = True
            return True
        return self._has_had_users and not self.users.path.exists()

    def is_closed(self) -> bool:
        """Whether somebody has to be known to read."""
        return bool(self.header) or self.has_users()

    def reader_of(self, asked: Request) -> Reader | None:
        """Who has sent a request, or None. Raise TooManyTries."""
        if self.header and asked.environ.get(BY_PROXY):
            name = asked.headers.get(self.header, "").strip()
            if 0 < len(name) <= LONGEST_NAME and name.isprintable() and "," not in name:
                return Reader(name, by_proxy=True)
        for token in tokens(asked):
            if user := self._user_of(token):
                return Reader(user.name, by_session=True)
        said = basic(asked.headers.get("Authorization", ""))
        if said and (user := self.let_in(asked, *said)):
            return Reader(user.name)
        return None

    def _user_of(self, token: str) -> User | None:
        found = self.sessions.of(token)
        user = self.users.find(found[0]) if found else None
        # Another password, or another user of that name, ends the sessions of before.
        return user if user and found and hmac.compare_digest(user.proof, found[1]) else None

    def let_in(self, asked: Request, name: str, password: str) -> User | None:
        """The user whose name and password these are. Raise TooManyTries."""
        reader = str(asked.environ.get(READER, ""))
        # Before what is remembered: who waits could tell the right password by it, at any pace.
        if wait_s := self.sessions.waits_s(reader, name):
            raise TooManyTries(wait_s)
        user = self.users.find(name)
        known = self._stamp(user, password) if user else ""
        if user and self._remembers(known):
            return user
        if wait_s := self.sessions.wait_s(reader, name):
            raise TooManyTries(wait_s)
        if not is_right(password, user.kept if user else None):
            return None
        self.sessions.forgive(reader, name)
        self._remember(known)
        return user

    def _stamp(self, user: User, password: str) -> str:
        """What stands for a right password in this process: programs send it with each request."""
        said = "\0".join((user.name, user.kept, password)).encode("utf-8", "surrogatepass")
        return hmac.new(self._key, said, hashlib.sha256).hexdigest()

    def _remembers(self, stamp: str) -> bool:
        with self._lock:
            return stamp in self._right

    def _remember(self, stamp: str) -> None:
        with self._lock:
            self._right[stamp] = None
            while len(self._right) > MOST_REMEMBERED:
                self._right.popitem(last=False)


def basic(header: str) -> tuple[str, str] | None:
    """Name and password of an Authorization header (RFC 7617, in UTF-8); None where it has none."""
    scheme, _, packed = header.partition(" ")
    if scheme.lower() != "basic":
        return None
    packed = packed.strip(" ")
    try:
        name, colon, password = base64.b64decode(packed, validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        return None
    return (name, password) if colon and name else None


def tokens(asked: Request) -> list[str]:
    """The sessions that a browser names: more than one where another path had one too."""
    return [token for token in asked.cookies.getlist(COOKIE) if token][:MOST_TOKENS]


def gate() -> Gate:
    """The gate of the app that answers this request."""
    found = current_app.extensions[EXTENSION]
    assert isinstance(found, Gate)  # noqa: S101 (create_app has put it there)
    return found


def check_reader() -> None:
    """Let a request pass, or raise NotKnown or TooManyTries."""
    if request.endpoint in FREE or is_free_file():
        return
    here = gate()
    if not here.is_closed():
        return
    g.reader = here.reader_of(request)
    if g.reader is None:
        raise NotKnown


def is_free_file() -> bool:
    """Whether it is a file of the login page that is asked for."""
    asked = (request.view_args or {}).get("filename")
    return request.endpoint == "static" and asked in FREE_FILES


def reader() -> Reader | None:
    """Who reads this page, where the archive has users."""
    found = g.get("reader")
    return found if isinstance(found, Reader) else None
