import subprocess
import sys
import time
from pathlib import Path

import pytest

from archive import Archive
from tests.archive.pages import capture, described

ROOT = Path(__file__).resolve().parents[2]

# Batches of ten, each told on stdout when it is committed, until killed.
WRITER = """
import sys
from pathlib import Path
from archive import Archive
from tests.archive.pages import capture, described

with Archive.open(Path(sys.argv[1])) as archive:
    run = archive.begin_run("until killed", [])
    n = 0
    while True:
        with archive.batch():
            for _ in range(10):
                page = capture(f"page {n}".encode() * 200, url=f"https://{n}.example")
                archive.add(run, page, described(page))
                if n % 3 == 0:
                    archive.get(page.document_id)  # writes what was gathered
                n += 1
        print(n, flush=True)
"""


@pytest.mark.parametrize("delay_s", [0.0, 0.004, 0.011])
def test_a_killed_writer_leaves_the_last_commit_and_nothing_torn(folder, delay_s):
    Archive.create(folder).close()
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    for _ in range(3):
        told = int(writer.stdout.readline())
    time.sleep(delay_s)
    writer.kill()
    told = int((writer.stdout.read().split() or [told])[-1])
    writer.wait()
    writer.stdout.close()

    with Archive.open(folder) as archive:
        documents = [document for _, document in archive.scan()]
        (run,) = archive.runs()
        assert len(documents) >= told
        assert len(documents) % 10 == 0
        assert (run.new, run.finished) == (len(documents), None)
        assert all(archive.original(one.id).digest == one.digest for one in documents)
        assert all(len(one.removed) == 2 for one in documents)
        assert list(archive.verify()) == []
        page = capture(b"after", url="https://after.example")
        assert archive.add(archive.begin_run("again", []), page, described(page)) == "new"
