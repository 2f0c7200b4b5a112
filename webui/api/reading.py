"""Reading a request strictly: a program is told of what would be passed over."""

from urllib.parse import parse_qsl

from flask import request

from webui.api.endpoint import Asked, Endpoint, Parameter
from webui.api.shape import text
from webui.parameters import BadParameter, read_parameters
from webui.speaking import LANGUAGE, OWN_NAMES
from webui.words import later, t

UI = Parameter(
    "ui",
    later("The language of sentences in the answer; without it, that of Accept-Language."),
    text(values=tuple(OWN_NAMES)),
)
# May be given without a value: they mean the same as when they are left away.
MAY_BE_EMPTY = frozenset({"q"})


def speak() -> None:
    """Before a request of the API: speak the language that it names, its errors too."""
    named = request.args.get(UI.name)
    if named in OWN_NAMES:
        request.environ[LANGUAGE] = named


def read(endpoint: Endpoint, path: dict[str, str]) -> Asked:
    """The request's parameters. Raise BadParameter for one that is unknown, or empty."""
    query = request.query_string.decode("utf-8", "replace")
    known = endpoint.known | {UI.name}
    given = read_parameters(query, known)
    for name, value in parse_qsl(query, keep_blank_values=True, errors="replace"):
        if name not in known:
            raise unknown(name[:60], known)
        if not value and name not in MAY_BE_EMPTY:
            raise BadParameter(
                name, t("“{name}” has no value.", name=name), t("Give it one, or leave it away.")
            )
    check_language(given.one(UI.name))
    return Asked(path, given)


def unknown(name: str, known: frozenset[str]) -> BadParameter:
    """The fault of a name that the endpoint does not know."""
    mend = t("The parameters are: {names}.", names=", ".join(sorted(known)))
    return BadParameter(name, t("“{name}” is no parameter here.", name=name), mend)


def check_language(typed: str | None) -> None:
    """Raise BadParameter for a language that the site does not speak."""
    if typed is not None and typed not in OWN_NAMES:
        raise BadParameter(
            UI.name,
            t("“{typed}” is no language of answers.", typed=typed[:40]),
            t("Type one of {names}.", names=", ".join(OWN_NAMES)),
        )


def number_of(asked: Asked, parameter: Parameter) -> int:
    """The whole number that is asked, or the initial one. Raise BadParameter."""
    typed = asked.given.one(parameter.name) or parameter.initial or ""
    least, most = parameter.shape.least or 0, parameter.shape.most or 0
    fits = typed.isascii() and typed.isdigit() and len(typed) < 10
    if not fits or not least <= int(typed) <= most:
        raise BadParameter(
            parameter.name,
            t("“{typed}” is no number that can be asked for here.", typed=typed[:40]),
            t("Ask for {least} to {most}.", least=least, most=most),
        )
    return int(typed)


def one_of(asked: Asked, parameter: Parameter) -> str:
    """The value that is asked, or the initial one. Raise BadParameter for another one."""
    typed = asked.given.one(parameter.name) or parameter.initial or ""
    if typed not in parameter.shape.values:
        raise BadParameter(
            parameter.name,
            t("“{typed}” is not known here.", typed=typed[:40]),
            t("Type one of {names}.", names=", ".join(parameter.shape.values)),
        )
    return typed
