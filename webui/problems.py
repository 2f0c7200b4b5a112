"""Errors of the API as problem details (RFC 9457)."""

import json
from dataclasses import dataclass

from flask import Response

from webui.writable import Writable

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, for a program and for the person behind it.

    kind:     a short name that does not change, or None where the status says it all
    position: where a query goes wrong, a character offset in it, or None
    parameter: the parameter at fault, or None
    """

    status: int
    title: str
    detail: str
    kind: str | None = None
    mend: str | None = None
    position: int | None = None
    parameter: str | None = None

    def body(self) -> dict[str, str | int]:
        """As JSON; what is not known of it is left out."""
        told: dict[str, str | int] = {
            "type": f"urn:fonds:problem:{self.kind}" if self.kind else "about:blank",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
        }
        extra = {"mend": self.mend, "position": self.position, "parameter": self.parameter}
        return told | {name: value for name, value in extra.items() if value is not None}

    def response(self) -> Response:
        """The answer that carries it."""
        text = json.dumps(self.body(), ensure_ascii=False)
        return Writable(text, status=self.status, mimetype=MEDIA_TYPE)
