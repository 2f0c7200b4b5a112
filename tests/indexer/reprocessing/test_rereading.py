"""What an ingest remembers of a page is what reprocessing reads of it anew."""

from pathlib import Path

import pytest

from archive import Archive
from archive.document import Document
from indexer.ingest import ingest
from indexer.readers import read
from indexer.reprocessing.rereading import Reread, lines_of

SEEDS = Path(__file__).resolve().parents[3] / "seeds"


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with Archive.create(tmp_path_factory.mktemp("archive") / "a") as opened:
        ingest(opened, read([SEEDS]))
        yield opened


def test_the_lines_of_every_sample_page_are_remembered_as_they_are_read_again(archive):
    for source, _ in archive.sources.counts():
        if source:
            again = tuple(lines_of(archive, id) for id in archive.sources.ids(source, most=256))
            assert archive.sources.sample(source) == again, source


def test_a_source_with_few_pages_is_known_to_repeat_nothing(archive):
    profiles = Reread(archive)
    documents: list[Document] = [document for _, document in archive.scan()]
    assert documents
    for source, count in archive.sources.counts():
        if count < 5:
            assert not profiles.of(source).repeated
