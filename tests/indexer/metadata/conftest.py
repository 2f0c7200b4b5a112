"""Places are another room's facts: all tests but theirs describe pages without the gazetteer."""

from importlib import import_module

import pytest


@pytest.fixture(autouse=True)
def no_places(monkeypatch, request):
    if "places" not in request.path.parts and "places" not in request.node.originalname:
        module = import_module("indexer.metadata.describe")
        monkeypatch.setattr(module, "_places", lambda *_: ())
