"""A site of its own for a test that changes the archive beneath it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from archive import Archive
from indexer.engine import SearchEngine
from indexer.index import catch_up, open_index, rebuild
from indexer.search import Searcher
from tests.webui.pages import page
from tests.webui.promised import PromisedClient
from webui import create_app


@dataclass
class Growing:
    archive: Archive
    engine: SearchEngine
    client: PromisedClient

    def add(self, title: str, text: str = "The council met about housing.", **known: object) -> str:
        """A page comes in, as an ingest of its own; its id."""
        capture, document = page(title, text, **known)  # type: ignore[arg-type]
        run = self.archive.begin_run("test", (title,))
        self.archive.add(run, capture, document)
        self.archive.finish_run(run)
        catch_up(self.archive, self.engine)
        return document.id

    def reindex(self) -> None:
        rebuild(self.archive)


@contextmanager
def growing(folder: Path, public_url: str = "") -> Iterator[Growing]:
    with Archive.create(folder) as archive:
        engine = open_index(archive)
        app = create_app(Searcher(archive, engine), archive, public_url)
        yield Growing(archive, engine, PromisedClient(app, app.response_class))
        engine.close()
