"""Once imported, all of Fonds is loaded: a process that is forked from it begins at once."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from indexer.pipeline import prepare
from tests.faults.campaign import child
from tests.faults.ingests import items

PACKAGES = ("archive", "indexer", "webui", "cli")


def modules() -> Iterator[ModuleType]:
    """All modules of ours."""
    for package in map(importlib.import_module, PACKAGES):
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith("__main__"):
                yield importlib.import_module(found.name)


LOADED = [child, *modules()]
prepare(items()[0])
