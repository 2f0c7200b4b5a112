"""What a next owner is promised about every file."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(
    p for room in ("archive", "indexer", "webui", "cli") for p in (ROOT / room).rglob("*.py")
)

MOST_LINES_IN_A_FILE = 300
MOST_LINES_IN_A_FUNCTION = 60


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_file_is_short_and_says_its_idea(path: Path) -> None:
    source = path.read_text("utf-8")
    assert len(source.splitlines()) <= MOST_LINES_IN_A_FILE
    assert ast.get_docstring(ast.parse(source)), "no first line that names its idea"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_function_can_be_read_at_a_glance(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno is not None
            lines = node.end_lineno - node.lineno + 1
            assert lines <= MOST_LINES_IN_A_FUNCTION, f"{node.name} has {lines} lines"


def test_pins_have_hashes_and_name_no_registry() -> None:
    for pins in sorted((ROOT / "requirements").glob("*.txt")):
        text = pins.read_text("utf-8")
        assert not re.search(r"https?://|^-", text, re.MULTILINE), pins.name
        packages = re.findall(r"^\S+==", text, re.MULTILINE)
        hashed = re.findall(r"^\S+==.*\\\n    --hash=sha256:", text, re.MULTILINE)
        assert packages, pins.name
        assert len(packages) == len(hashed), pins.name


def test_every_direct_dependency_is_imported_somewhere() -> None:
    imported = {
        "argon2-cffi": "argon2",
        "charset-normalizer": "charset_normalizer",
        "flask": "flask",
        "pystemmer": "Stemmer",
        "whoosh3": "whoosh",
    }
    source = "\n".join(path.read_text("utf-8") for path in MODULES)
    wanted = (ROOT / "requirements" / "run.in").read_text("utf-8").split("\n")
    for line in wanted:
        package = re.split(r"[<>=~\[ ]", line.split("#")[0].strip())[0].lower()
        module = imported.get(package, package)
        if package:
            assert re.search(
                rf"^\s*(from|import) {module}\b|files\(\"{module}\"", source, re.MULTILINE
            ), package


def test_no_tracked_file_holds_a_path_of_someones_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    marks = re.compile(rb"/(?:" + b"home|root|Users" + rb")/[a-z]+/")
    for file in filter(None, listed.stdout.split(b"\0")):
        path = ROOT / file.decode()
        if path.is_file() and path.suffix in {".py", ".md", ".toml", ".in", ".txt", ".html"}:
            found = marks.search(path.read_bytes())
            assert not found or "seeds" in path.parts or "tests" in path.parts, path
