"""Which language the site speaks: the one in front of the path, else the one the browser asks for.

`/fr/coverage` is the page /coverage in French: a WSGI step moves the `/fr` into SCRIPT_NAME, so
that routes do not know of it and every address that `url_for` makes stays in that language.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from flask import Response, has_request_context, request
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# The languages of the interface, each by its own name. English is the language of the keys.
ENGLISH = "en"
OWN_NAMES = {ENGLISH: "English", "fr": "Français"}

# What the step tells the app, as keys of the WSGI environment.
LANGUAGE = "fonds.language"
NAMED = "fonds.language_named"
BASE = "fonds.base"

# Files are the same in every language, so they have one address.
ONE_ADDRESS = "/static/"
# Answers that speak to the reader; of a capture's bytes or an export nobody knows the language.
OUR_WORDS = frozenset(
    {"text/html", "application/json", "application/problem+json", "application/atom+xml"}
)
# A query as it stands in an address: what separates its parts stays as it is.
SAFE_IN_QUERY = "/?:@!$'()*,;=&+%-._~"

_forced: ContextVar[str | None] = ContextVar("language", default=None)


@dataclass(frozen=True, slots=True)
class Other:
    """Another language that this page can be read in; `name` is what the language calls itself."""

    code: str
    name: str
    url: str


class LanguageStep:
    """The WSGI step before the app. `default` is spoken to browsers that ask for no language."""

    def __init__(self, app: "WSGIApplication", default: str = ENGLISH) -> None:
        self.app, self.default = app, default

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Take the language off the path, or read it from Accept-Language."""
        path = environ.get("PATH_INFO", "")
        named = language_in(path)
        environ[BASE] = environ.get("SCRIPT_NAME", "")
        environ[NAMED] = named is not None
        if named:
            environ["SCRIPT_NAME"] = f"{environ[BASE]}/{named}"
            environ["PATH_INFO"] = path[len(named) + 1 :] or "/"
        environ[LANGUAGE] = named or wanted(environ.get("HTTP_ACCEPT_LANGUAGE"), self.default)
        return self.app(environ, start_response)


def language_in(path: str) -> str | None:
    """The language that a path begins with, or None; files have none."""
    code, slash, rest = path[1:].partition("/")
    if not path.startswith("/") or code not in OWN_NAMES:
        return None
    return None if f"{slash}{rest}".startswith(ONE_ADDRESS) else code


def wanted(header: str | None, default: str) -> str:
    """The language of ours that a browser likes best; `default` where it likes none of them.

    A regional tag counts for its language ("fr-CA" for "fr"). Where it likes two equally well, the
    default comes first.
    """
    liked: dict[str, float] = {}
    for tag, quality in parse_accept_header(header, Accept):
        code = tag.partition("-")[0].lower()
        liked[code] = max(quality, liked.get(code, 0))
    anything = liked.get("*", 0)
    ours = sorted(OWN_NAMES, key=lambda code: (-liked.get(code, anything), code != default))
    return ours[0] if liked.get(ours[0], anything) > 0 else default


def language() -> str:
    """The language that is spoken now: of this request; outside one, English."""
    forced = _forced.get()
    if forced:
        return forced
    return str(request.environ.get(LANGUAGE, ENGLISH)) if has_request_context() else ENGLISH


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language for a while, whatever the request says."""
    token = _forced.set(code)
    try:
        yield
    finally:
        _forced.reset(token)


def root() -> str:
    """What addresses of this site begin with: "", "/fr", or where the site is mounted."""
    return request.script_root if has_request_context() else ""


def base() -> str:
    """Where the site is mounted, without a language."""
    return str(request.environ.get(BASE, root())) if has_request_context() else ""


def without_language(url: str) -> str:
    """An address of this site outside every language."""
    return base() + url[len(root()) :] if url.startswith(f"{root()}/") else url


def others() -> tuple[Other, ...]:
    """This page in the other languages, with the same parameters."""
    query = quote(request.query_string.decode("utf-8", "replace"), safe=SAFE_IN_QUERY)
    rest = quote(request.path) + (f"?{query}" if query else "")
    return tuple(
        Other(code, name, f"{base()}/{code}{rest}")
        for code, name in OWN_NAMES.items()
        if code != language()
    )


def tell_language(response: Response) -> Response:
    """Name the language of a page; tell caches where the browser chose it."""
    if request.endpoint != "static":
        if response.mimetype in OUR_WORDS:
            response.headers.setdefault("Content-Language", language())
        if not request.environ.get(NAMED):
            response.vary.add("Accept-Language")
    return response
