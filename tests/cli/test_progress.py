"""How far a long work has come, as a log or a terminal shows it."""

import io

import pytest

from cli import progress
from cli.progress import Clock, bar, duration, of_all
from indexer.readers import meter_of, read


@pytest.fixture
def clock(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def test_in_a_pipe_a_line_comes_every_ten_seconds_with_what_is_left(clock, capsys):
    with bar("Reading pages", of_all(400)) as update:
        for done in range(1, 101):
            clock[0] += 0.5
            update(done, done // 50, f"pages/{done}.txt")
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 5
    assert lines[1] == (
        "Reading pages: 40 pages, 2 a second, 10%, about 3 min left; at pages/40.txt"
    )
    assert "100 pages, 2 a second, 2 refused, 25%" in lines[4]


def test_where_the_whole_is_not_known_nothing_is_said_of_it(clock):
    told = Clock()
    clock[0] += 2
    assert told.told(10, 0, None) == "10 pages, 5 a second"


def test_times_are_told_as_people_tell_them():
    assert [duration(one) for one in (4.4, 100, 3000, 7500)] == [
        "4 s",
        "2 min",
        "50 min",
        "2 h 5 min",
    ]


def test_the_share_of_files_that_were_read_is_known_by_their_bytes(tmp_path):
    for name, size in (("a.txt", 100), ("b.txt", 300)):
        (tmp_path / name).write_text("word " * (size // 5))
    meter = meter_of([tmp_path])
    assert (meter.total, meter.share()) == (400, 0.0)
    pages = read([tmp_path], meter=meter)
    next(pages)
    next(pages)
    assert meter.share() >= 0.25
    assert list(pages) == []
    assert meter.share() == 1.0


def test_the_share_of_standard_input_is_not_known(tmp_path):
    assert meter_of([tmp_path / "-"]).share() is None


def test_a_log_of_an_ingest_ends_with_the_reasons_of_its_refusals(fonds, tmp_path, monkeypatch):
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number}.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes([number]))
    ran = fonds("--archive", tmp_path / "a", "ingest", folder)
    assert ran.status == 3
    assert "It is a PNG image" in ran.err
    assert "12 in all; `fonds refusals` lists each" in ran.err


def test_a_terminal_gets_a_bar(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    terminal = Terminal()
    monkeypatch.setattr(progress.sys, "stderr", terminal)
    with bar("Reading pages", of_all(2)) as update:
        update(1, 1, "pages/1.txt")
    assert "Reading pages" in terminal.getvalue()
    assert "1 refused" in terminal.getvalue()
