"""An address for every route of the site, whatever routes there will be: found in its map."""

from collections.abc import Iterator

from flask import Flask
from werkzeug.routing import Rule

# What stands for the parts of a route: those that are there, and ones that are not.
KNOWN: dict[str, tuple[str, ...]] = {
    "filename": ("style.css",),
    "field": ("city", "author"),
    "suffix": ("csv", "ris", "txt"),
}
HOSTILE_PARTS = ("%0d%0aX-Evil:%201", "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "..%2f..%2fetc")


def rules(app: Flask) -> list[Rule]:
    """Every route but those of files."""
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]


def addresses(app: Flask, id: str) -> Iterator[str]:
    """Every route, with parts that are there, then with hostile ones; and what is no route."""
    for rule in app.url_map.iter_rules():
        others = dict.fromkeys(rule.arguments, ("search",))
        yield from filled(rule, others | KNOWN | {"id": (id,)})
        yield from filled(rule, dict.fromkeys(rule.arguments, HOSTILE_PARTS))
    yield from ("/nothing", "/api/nothing", "/%0d%0aX-Evil:%201", "/fr/nothing")


def filled(rule: Rule, values: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """The addresses of a route with each of some values; one without parts has one address."""
    most = max((len(values[name]) for name in rule.arguments), default=1)
    for number in range(most):
        address = rule.rule
        for name in rule.arguments:
            given = values[name][number % len(values[name])]
            for kind in ("", "path:", "string:", "int:"):
                address = address.replace(f"<{kind}{name}>", given)
        assert "<" not in address, address
        yield address
