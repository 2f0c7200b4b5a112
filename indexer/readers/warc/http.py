"""An HTTP response as a record holds it."""

import re
from dataclasses import dataclass
from http import HTTPStatus

from indexer.readers.warc.headers import END, MAX_HEADER_BYTES, Headers, headers_of

STATUS_LINE = re.compile(r"HTTP/\d(?:\.\d)?[ \t]+(\d{3})(?:[ \t]+(.*))?|ICY[ \t]+(\d{3})(.*)")


@dataclass(frozen=True, slots=True)
class Response:
    """A response.

    status:  100 to 999
    payload: its body as it was sent, in chunks and packed as its headers say
    """

    status: int
    headers: Headers
    payload: bytes

    @property
    def media_type(self) -> str | None:
        """What its headers say it is, in lower case, without parameters; None where nothing."""
        return media_type_in(self.headers.get("content-type"))

    @property
    def charset(self) -> str | None:
        """The charset that came with it, or None."""
        return charset_in(self.headers.get("content-type"))


def response_of(block: bytes) -> Response | None:
    """The response of a block; None where it does not begin as one."""
    end = END.search(block, 0, MAX_HEADER_BYTES)
    headers = headers_of(block[: end.start()] if end else block[:MAX_HEADER_BYTES])
    found = STATUS_LINE.match(headers.first)
    if found is None:
        return None
    return Response(int(found[1] or found[3]), headers, block[end.end() :] if end else b"")


def media_type_in(content_type: str | None) -> str | None:
    """ "text/html" of "text/html; charset=utf-8"."""
    name = (content_type or "").partition(";")[0].strip().lower()
    return name or None


def charset_in(content_type: str | None) -> str | None:
    """ "utf-8" of the same, or None."""
    for parameter in (content_type or "").split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'").strip() or None
    return None


def status_in_words(status: int) -> str:
    """ "404 Not Found", "999"."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
