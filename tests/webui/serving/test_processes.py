"""Several processes serve one site: alike, replaced when they die, ended when told to."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from archive import Archive
from tests.faults.open_site import ROOT, children, fonds, site, until
from tests.webui.pages import build

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes share a socket by fork")

TWO = ("--workers", "2")
WORKER = "serve"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("processes") / "archive"
    build(made).close()
    fonds(made, "reindex")
    return made


def workers(pid: int) -> list[int]:
    return children(pid, WORKER)


def test_every_process_answers_alike(folder: Path):
    with site(folder, *TWO) as served:
        assert len(until(lambda: workers(served.process.pid))) == 2
        answers = set()
        for _ in range(40):  # each on a connection of its own, taken by either
            found = served.json("/api/v1/search?q=council")
            found.pop("took_ms")
            answers.add(str(found))
        assert len(answers) == 1


def test_a_process_that_is_killed_is_replaced_and_the_operator_is_told(folder: Path):
    with site(folder, *TWO) as served:
        before = until(lambda: (w := workers(served.process.pid)) and len(w) == 2 and w)
        os.kill(before[0], signal.SIGKILL)
        until(lambda: len(set(workers(served.process.pid)) - set(before)) == 1)
        assert served.total() > 0
        until(lambda: "another one takes its place" in "".join(served.said))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_all_of_them(folder: Path, number: signal.Signals):
    with site(folder, *TWO) as served:
        below = workers(served.process.pid)
        served.process.send_signal(number)
        assert served.process.wait(60) == 0
    assert not any(Path(f"/proc/{pid}").exists() for pid in below)


def test_they_end_with_the_process_above_them_however_it_ends(folder: Path):
    with site(folder, *TWO) as served:
        below = until(lambda: workers(served.process.pid))
        served.process.kill()
        served.process.wait(60)
        until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in below))


def test_what_is_wrong_with_the_archive_is_said_once_and_ends_it(tmp_path: Path):
    with Archive.create(tmp_path / "archive"):
        pass
    (tmp_path / "archive" / "archive.db").write_bytes(b"no database at all" * 1000)
    ran = subprocess.run(
        [sys.executable, "-m", "cli.main", "--archive", str(tmp_path / "archive"), "serve", *TWO],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr.count("fonds: ") == 1
    assert "Traceback" not in ran.stderr


def test_a_first_start_without_an_index_comes_to_answer_in_all_processes(tmp_path: Path):
    build(tmp_path / "archive").close()
    with site(tmp_path / "archive", *TWO) as served:
        for _ in range(10):
            assert served.total() > 0


def test_gunicorn_serves_it_too_loaded_before_its_processes_or_in_them(folder: Path):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    options = ("--preload", "--workers", "2", "--no-control-socket")
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", *options, "--bind", f"127.0.0.1:{port}"),
            "webui.wsgi:application",
        ],
        cwd=ROOT,
        env={**os.environ, "FONDS_ARCHIVE": str(folder)},
        stderr=subprocess.DEVNULL,
    )
    try:
        ends = time.monotonic() + 60
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/en/?q=council") as found:
                    assert found.status == 200
                break
            except OSError:
                assert time.monotonic() < ends
                time.sleep(0.2)
    finally:
        process.terminate()
        process.wait(60)
