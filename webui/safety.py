"""What keeps a hostile page harmless here: response headers, and which links may lead out."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from flask import Flask, Response, current_app, request

from archive.address import safe_address
from webui.gate.hosts import check_host
from webui.origin import check_origin
from webui.serving.busy import refuse_where_busy

OWN = "'self'"
NONE = "'none'"
# The same for every route; what a frame may be and who may frame is added for each.
DIRECTIVES = (
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",  # suggestions while typing
    "form-action 'self'",
    "base-uri 'none'",
)
# Scraped markup brings styles of its own; whatever they name is not fetched.
INERT = ("sandbox", "default-src 'none'", "style-src 'unsafe-inline'")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# A page of results tells what somebody looked for: no shared cache may keep it.
NOT_SHARED = "private, no-cache"

LANGUAGE_TAG = re.compile(r"[a-z]{2,3}", re.ASCII)
OF_VIEW = "_fonds_policy"  # where `policy` leaves a view's policy

View = TypeVar("View", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Policy:
    """What a browser may do with the answers of one route, errors included.

    frames: it may show other pages of this site in a frame
    framed: pages of this site may show it in a frame
    inert:  it is scraped markup: no script, no form, no request of any kind, an origin of its own
    posts:  its forms are sent by POST, so the browser tells this site (no other) whence they come
    """

    frames: bool = False
    framed: bool = False
    inert: bool = False
    posts: bool = False

    def headers(self) -> dict[str, str]:
        """All headers of safety that an answer carries."""
        own = (
            f"frame-src {OWN if self.frames else NONE}",
            f"frame-ancestors {OWN if self.framed else NONE}",
        )
        directives = INERT if self.inert else DIRECTIVES
        return HEADERS | {
            "Content-Security-Policy": "; ".join((*directives, *own)),
            "Referrer-Policy": "same-origin" if self.posts else "no-referrer",
            "X-Frame-Options": "SAMEORIGIN" if self.framed else "DENY",
        }


USUAL = Policy()


def policy(chosen: Policy) -> Callable[[View], View]:
    """Give a view a policy of its own: stands below the route's decorator."""

    def given(view: View) -> View:
        setattr(view, OF_VIEW, chosen)
        return view

    return given


def protect(app: Flask) -> None:
    """Refuse what is for or from other sites, and put the headers on every answer."""
    app.before_request(refuse_where_busy)
    app.before_request(check_host)
    app.before_request(check_origin)
    app.after_request(with_headers)


def with_headers(response: Response) -> Response:
    """Add what every answer carries, errors and files included; its own Cache-Control stays."""
    view = current_app.view_functions.get(request.endpoint or "")
    chosen = getattr(view, OF_VIEW, USUAL)
    for name, value in chosen.headers().items():
        response.headers[name] = value
    response.headers.setdefault("Cache-Control", NOT_SHARED)
    return response


def outward(url: str | None) -> str | None:
    """An address that a page may link to: one of the web; else None."""
    return safe_address(url)


def language_tag(code: str) -> str:
    """A language for `lang`, or "und" where the code is not one."""
    return code if LANGUAGE_TAG.fullmatch(code) else "und"
