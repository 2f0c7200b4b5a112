"""An archive in which every text is damaged is served all the same: what is asked for says so."""

import shutil
import socket
import sqlite3
import threading
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

from indexer.index import open_index
from tests.webui.pages import build
from webui.serving import worker
from webui.serving.worker import Plan, work


@pytest.mark.parametrize("indexed", [True, False])
@pytest.mark.parametrize("damage", ["x'00112233'", "CAST(x'ff41fe' AS TEXT)"])
def test_it_begins_to_serve_and_answers_with_503_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str, indexed: bool
) -> None:
    folder = tmp_path / "archive"
    with build(folder) as built:
        open_index(built).close()
        id = built.find_ids("")[0]
    with closing(sqlite3.connect(folder / "archive.db")) as database:
        database.execute(f"UPDATE documents SET text = {damage}")
        database.commit()
    if not indexed:
        shutil.rmtree(folder / "index")
    servers = []
    monkeypatch.setattr(worker, "stop_at_signals", lambda server, _: servers.append(server))
    listening = socket.create_server(("127.0.0.1", 0))
    begun = threading.Event()

    def ready(_: bool) -> None:
        begun.set()

    plan = Plan(folder, "127.0.0.1")
    thread = threading.Thread(target=work, args=(plan, [listening], ready), daemon=True)
    thread.start()
    assert begun.wait(30)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    with pytest.raises(urllib.error.HTTPError) as told:
        urllib.request.urlopen(f"{address}/doc/{id}", timeout=30)
    assert told.value.code == 503
    assert "database is damaged" in told.value.read().decode()
    assert urllib.request.urlopen(f"{address}/healthz", timeout=30).status == 200
    servers[0].stop()
    thread.join(30)
    listening.close()
