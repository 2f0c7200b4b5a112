"""Whether a form was sent by a page of this site, and not by another one."""

from urllib.parse import urlsplit

from flask import request

from webui.absolute import origin

# They only read: whoever sends one learns nothing (the browser keeps the answer from other sites).
READING = frozenset({"GET", "HEAD", "OPTIONS"})
# "none": the reader did it, by a bookmark or a reload.
OF_OURS = frozenset({"same-origin", "none"})


class SentByAnotherSite(Exception):
    """A form came from a page of another site, or of nobody knows which."""


def check_origin() -> None:
    """Raise SentByAnotherSite for a request that writes or carries a form, from elsewhere.

    What the browser says of the sender decides, the surest header first (Fetch Metadata, then
    Origin, then Referer). Who sends none of them is no browser: a program of the reader's own.
    """
    if request.method in READING:
        return
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        ours = site in OF_OURS
    else:
        sender = request.headers.get("Origin") or request.headers.get("Referer")
        ours = sender is None or (host_of(sender) in own_hosts() and not is_open(sender))
    if not ours:
        raise SentByAnotherSite


def is_open(sender: str) -> bool:
    """Whether a form came without encryption to a site that has it: others may have sent it."""
    return origin().startswith("https:") and not sender.casefold().startswith("https:")


def own_hosts() -> set[str | None]:
    """What this site is called: as the request has it, and as it is outside behind a proxy."""
    return {request.host.casefold(), host_of(origin())}


def host_of(address: str) -> str | None:
    """Host and port of an address; None where it has none ("null"), or is no address."""
    try:
        return urlsplit(address).netloc.casefold() or None
    except ValueError:
        return None
