"""One archive and one site for all tests of the pages; they only read."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from archive import Archive
from indexer.index import open_index
from indexer.search import Searcher
from tests.webui.pages import build
from tests.webui.promised import PromisedClient
from webui import create_app


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with build(tmp_path_factory.mktemp("site") / "archive") as built:
        yield built


@pytest.fixture(scope="session")
def searcher(archive: Archive) -> Iterator[Searcher]:
    engine = open_index(archive)
    yield Searcher(archive, engine)
    engine.close()


@pytest.fixture(scope="session")
def app(archive: Archive, searcher: Searcher) -> Flask:
    return create_app(searcher, archive)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A reader; what the API tells it is held to what its document promises."""
    return PromisedClient(app, app.response_class, use_cookies=True)


@pytest.fixture
def id_of(archive: Archive):
    """The id of the page whose title begins so."""

    def find(beginning: str) -> str:
        return next(i for i in archive.find_ids("") if archive.get(i).title.startswith(beginning))

    return find
