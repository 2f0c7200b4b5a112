"""Which room may import which."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# A room, and the rooms that it may import besides itself.
MAY_IMPORT = {
    "archive": set(),
    "indexer": {"archive"},
    "webui": {"archive", "indexer"},
    "cli": {"archive", "indexer", "webui"},
}

# Libraries that only an engine may import.
ENGINE_LIBRARIES = {"whoosh", "tantivy", "opensearchpy"}

MODULES = sorted(path for room in MAY_IMPORT for path in (ROOT / room).rglob("*.py"))


def imports_of(path: Path) -> Iterator[str]:
    """Dotted names that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively, which hides its room"
            assert node.module is not None
            yield node.module


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_run_from_the_archive_to_the_face(path: Path) -> None:
    rooms = {name.split(".")[0] for name in imports_of(path)} & set(MAY_IMPORT)
    assert rooms <= MAY_IMPORT[room_of(path)] | {room_of(path)}


def test_engine_libraries_are_imported_by_engines_only() -> None:
    engines = ROOT / "indexer" / "engines"
    offenders = [
        str(path.relative_to(ROOT))
        for path in MODULES
        if engines not in path.parents
        and {name.split(".")[0] for name in imports_of(path)} & ENGINE_LIBRARIES
    ]
    assert offenders == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    names = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in MODULES}
    names |= {name.removesuffix(".__init__"): path for name, path in names.items()}
    graph = {
        name: {imported for imported in at_import(path, set(names)) if imported != name}
        for name, path in names.items()
        if not name.endswith(".__init__")
    }
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail, name))
        if name not in done:
            for imported in sorted(graph[name]):
                visit(imported, (*trail, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def at_import(path: Path, modules: set[str]) -> Iterator[str]:
    """Those of our modules that a module imports when it is itself imported."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            yield from {alias.name for alias in node.names} & modules
        elif isinstance(node, ast.ImportFrom) and node.module:
            submodules = {f"{node.module}.{alias.name}" for alias in node.names} & modules
            yield from submodules or {node.module} & modules
