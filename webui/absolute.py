"""Whole addresses of this site, for programs that keep them: feeds, search engines, API clients.

The operator may say what the site is called outside (`public_url` in fonds.toml, or
`fonds serve --public-url`), which a proxy makes necessary. Without that it is the Host header of
the request, or what a trusted proxy says of it, looked at first (`webui/gate/hosts.py`). The path
of a public_url, below which the site lies, stands in what `url_for` gives already.
"""

import re

from flask import current_app, request

from webui.gate.proxies import outside

PUBLIC_URL = "PUBLIC_URL"  # in the app's config; empty where nobody has said

# A host name or an address in numbers (RFC 3986, 3.2.2, without its rarer characters), and a port.
HOST = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9_.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?",
    re.ASCII | re.IGNORECASE,
)


def origin() -> str:
    """What stands before a path of this site: "https://archive.example".

    Empty where nobody has said it and the Host header names no host: paths alone lead right too.
    """
    said = str(current_app.config.get(PUBLIC_URL) or "")
    if public := outside(said):
        return f"{public.scheme}://{public.host}"
    host = request.environ.get("HTTP_HOST") or request.host
    if request.scheme not in ("http", "https") or not HOST.fullmatch(host):
        return ""
    return f"{request.scheme}://{host}"


def absolute(path: str) -> str:
    """The whole address of a path that `url_for` gave."""
    return origin() + path
