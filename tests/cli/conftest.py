"""A small archive, made once, and a way to run `fonds` within this process."""

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.main import run
from tests.cli.withdrawing import MIRROR, ORCHARD, SECRET, id_at

PAGES = {
    "clinics.txt": """\
Skip to main content

Hamilton opens its clinics to all

HAMILTON, Ont., Feb. 13, 2014 — Council voted on Tuesday to open the city's clinics to everyone who
lives there, whatever papers they have. Police spoke against it; nurses spoke for it.

Syndicate content
""",
    "ecoles.html": """\
<!doctype html><html lang="fr"><head><title>Montréal ouvre ses écoles</title>
<link rel="canonical" href="https://quotidien.example/ecoles">
<meta property="article:published_time" content="2017-02-20"></head>
<body><p>Le conseil de Montréal a voté lundi pour que les écoles soient ouvertes à tous les élèves,
avec ou sans papiers. La police n'a rien dit de cette décision, qui était attendue.</p>
</body></html>
""",
}


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    status: int
    out: str
    err: str


class Bytes(io.TextIOWrapper):
    """A stream that keeps what is written, and is no terminal."""

    def __init__(self, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode("utf-8", errors="surrogateescape")


@pytest.fixture
def fonds(monkeypatch):
    """Run a command line; give its status and what it wrote."""

    def running(*args: object, stdin: bytes = b"", terminal: bool = False) -> Ran:
        out, err, given = Bytes(terminal), Bytes(), io.TextIOWrapper(io.BytesIO(stdin))
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            patch.setattr(sys, "stdin", given)
            status = run([str(arg) for arg in args])
        return Ran(status, out.text(), err.text())

    return running


@pytest.fixture(scope="session")
def pages(tmp_path_factory) -> Path:
    """A folder of two pages."""
    folder = tmp_path_factory.mktemp("pages")
    for name, text in PAGES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="session")
def made(tmp_path_factory, pages) -> Path:
    """An archive of them, which tests only read."""
    folder = tmp_path_factory.mktemp("archive") / "a"
    assert run(["--archive", str(folder), "ingest", str(pages)]) == 0
    return folder


@pytest.fixture
def archive(made, monkeypatch) -> Path:
    """That archive, named by the environment."""
    monkeypatch.setenv("FONDS_ARCHIVE", str(made))
    return made


@pytest.fixture
def own(fonds, tmp_path, monkeypatch) -> Path:
    """An archive of three pages, two of them the same text at two addresses."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, text in (("mill", SECRET), ("orchard", ORCHARD), ("mirror", MIRROR)):
        (pages / f"{name}.html").write_text(text, "utf-8")
    monkeypatch.setenv("FONDS_ARCHIVE", str(tmp_path / "archive"))
    assert fonds("ingest", pages).status == 0
    return tmp_path / "archive"


@pytest.fixture
def mill(own) -> str:
    return id_at(own, "https://paper.example/mill")
