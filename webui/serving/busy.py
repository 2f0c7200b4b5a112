"""What a request is told that a busy server cannot take: come again, in words or in JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import request
from werkzeug.exceptions import HTTPException
from werkzeug.test import Client

from webui.speaking import OWN_NAMES, language_in, wanted

if TYPE_CHECKING:
    from flask import Flask

# In the WSGI environment: this request is answered by `TooBusy`, whatever it asks for.
BUSY = "fonds.busy"


class TooBusy(HTTPException):
    """There is more to do than can be done now."""

    code = 503


@dataclass(frozen=True, slots=True)
class BusyAnswers:
    """The whole answers, made once: a busy server has no thread left to make them in.

    pages:    by the code of the language, for people
    programs: the same, for programs that use the API
    default:  the language of readers who ask for none
    """

    pages: Mapping[str, bytes]
    programs: Mapping[str, bytes]
    default: str

    def to(self, path: str, accepted: str | None) -> bytes:
        """The answer to who asks for a path and accepts these languages."""
        language = language_in(path) or wanted(accepted, self.default)
        inside = path.removeprefix(f"/{language}")
        is_api = inside == "/api" or inside.startswith("/api/")
        return (self.programs if is_api else self.pages)[language]


def busy_answers(app: "Flask", default: str) -> BusyAnswers:
    """Make them, as the app answers."""
    return BusyAnswers(
        {code: answer_of(app, f"/{code}/") for code in OWN_NAMES},
        {code: answer_of(app, f"/{code}/api/v1/search") for code in OWN_NAMES},
        default,
    )


def answer_of(app: "Flask", path: str) -> bytes:
    """One answer, head and body, after which the connection is closed."""
    answer = Client(app).get(path, environ_overrides={BUSY: True})
    body = answer.get_data()
    headers = [*answer.headers.items(), ("Connection", "close")]
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
    return f"HTTP/1.1 {answer.status}\r\n{lines}\r\n".encode("latin-1") + body


def refuse_where_busy() -> None:
    """Raise TooBusy where there is no room for this request."""
    if request.environ.get(BUSY):
        raise TooBusy
