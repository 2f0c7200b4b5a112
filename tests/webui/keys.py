"""The sentences of the interface as they stand in code and templates, with where each stands."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, nodes

WEBUI = Path(__file__).parents[2] / "webui"

# What takes sentences, and how many: t("…"), later("…"), n(count, "one", "many").
OF_ONE = {"t", "later"}
OF_TWO = {"n", "noun"}

Key = str | tuple[str, str]


@cache
def keys() -> dict[Key, str]:
    """Every sentence (or pair of singular and plural), and a place where it stands."""
    found: dict[Key, str] = {}
    for path in sorted(WEBUI.rglob("*.py")):
        for key, line in in_python(path.read_text("utf-8")):
            found.setdefault(key, f"{path.name}:{line}")
    for path in sorted(WEBUI.rglob("templates/**/*")):
        if path.suffix in (".html", ".xml", ".txt"):
            for key, line in in_template(path.read_text("utf-8")):
                found.setdefault(key, f"{path.name}:{line}")
    return found


def in_python(source: str) -> Iterator[tuple[Key, int]]:
    """The sentences of a module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            texts = [[own(each) for each in chosen(arg)] for arg in node.args]
            yield from ((key, node.lineno) for key in keys_of(node.func.id, texts))


def chosen(node: ast.expr) -> list[ast.expr]:
    """What an argument can be: both sides of "a if … else b"."""
    return [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]


def own(node: ast.expr) -> str | None:
    """The text of a constant."""
    known = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if known else None


def in_template(source: str) -> Iterator[tuple[Key, int]]:
    """The sentences of a template."""
    for call in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name):
            texts = [[text_of(arg)] for arg in call.args]
            yield from ((key, call.lineno) for key in keys_of(call.node.name, texts))


def text_of(node: nodes.Expr) -> str | None:
    """The text of a constant."""
    known = isinstance(node, nodes.Const) and isinstance(node.value, str)
    return node.value if known else None


def keys_of(called: str, texts: list[list[str | None]]) -> Iterator[Key]:
    """The keys that a call gives, from its arguments' constant texts."""
    if called in OF_ONE and texts:
        yield from (text for text in texts[0] if text is not None)
    if called in OF_TWO and len(texts) >= 3:
        (one, *_), (many, *_) = texts[1], texts[2]
        if one is not None and many is not None:
            yield one, many
