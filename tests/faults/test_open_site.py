"""An open site sees what other processes bring into its archive, and its totals never go back."""

import html
import os
import random
import re
import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest

from archive import Archive
from indexer.engines import ENGINES
from indexer.index import rebuild
from tests.engine_contract.documents import messy_page
from tests.faults.archives import messy_archive, store
from tests.faults.duration import long_or
from tests.faults.open_site import Site, children, fonds, site, until

PAGES = 20
KILLS = long_or(1, 30)

TEXT = (
    "The council voted seven to four on Tuesday night to open the {word} on Alder Street before "
    "the first frost of the year. Residents filled the chamber and spoke for more than three "
    "hours, most of them in favour of the plan that staff had drawn up over the summer."
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it looks for processes in /proc")


@pytest.fixture(params=list(ENGINES))
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An archive of some pages, indexed by each engine."""
    with messy_archive(tmp_path / "archive", seed=5, pages=PAGES) as archive:
        rebuild(archive, request.param)
    return tmp_path / "archive"


def written(path: Path, word: str) -> str:
    path.write_text(f"{word.title()} opens\n\n{TEXT.format(word=word)}\n", "utf-8")
    return str(path)


def shown(at: Site, query: str) -> dict[str, int]:
    """How many pages each part of the site tells of."""
    asked = quote(query)
    facet = at.json(f"/api/v1/search?q={asked}&limit=0")["facets"]["source"]
    return {
        "search": at.total(asked),
        "facets": sum(value["count"] for value in facet["values"]) + facet["missing"],
        "export": len(at.text(f"/export.jsonl?q={asked}").splitlines()),
        "feed": entries(at, f"/feed.atom?q={asked}&limit=100"),
    }


def entries(at: Site, address: str) -> int:
    """How many entries a feed has, with the parts that it goes on in."""
    count = 0
    while address:
        feed = at.text(address)
        count += feed.count("<entry>")
        following = re.search(r'rel="next"[^>]*href="([^"]+)"|href="([^"]+)"[^>]*rel="next"', feed)
        link = html.unescape(following[1] or following[2]) if following else ""
        address = link.removeprefix(at.address)
    return count


def test_what_is_ingested_or_corrected_is_seen_everywhere(folder: Path, tmp_path: Path) -> None:
    with site(folder) as at:
        assert set(shown(at, "shelter").values()) == {0}
        fonds(folder, "ingest", written(tmp_path / "a.txt", "shelter"))
        assert set(shown(at, "shelter").values()) == {1}
        assert at.total() == at.json("/api/v1/stats")["documents"] == PAGES + 1
        assert f"{PAGES + 1} pages" in " ".join(at.text("/").split())
        (hit,) = at.json("/api/v1/search?q=shelter")["hits"]
        fonds(folder, "correct", hit["id"], "title=Lighthouse")
        assert (at.total("title:lighthouse"), at.total("title:shelter")) == (1, 0)
        assert at.json(f"/api/v1/documents/{hit['id']}")["title"] == "Lighthouse"


def test_totals_never_go_back_and_a_killed_process_loses_nothing(folder: Path) -> None:
    chance = random.Random(8)
    totals: list[int] = []
    done = threading.Event()

    def watch(at: Site) -> None:
        while not done.is_set():
            totals.append(at.total())

    with site(folder) as at, Archive.open(folder) as archive:
        watching = threading.Thread(target=watch, args=(at,))
        watching.start()
        try:
            for kill in range(KILLS):
                store(archive, (messy_page(chance, f"k{kill}-{n}") for n in range(300)))
                # At any moment of its life: as it starts, reads, writes.
                found = until(lambda: children(at.process.pid, "indexer.bringing_up"))
                done.wait(chance.random() * 2)
                for each in found:
                    with suppress(ProcessLookupError):  # it was done already
                        os.kill(each, signal.SIGKILL)
            expected = archive.stats().documents
            until(lambda: at.total() == expected)
        finally:
            done.set()
            watching.join()
        assert set(shown(at, "").values()) == {expected}
    assert totals == sorted(totals)
    assert "Traceback" not in "".join(at.said)


def test_of_many_that_follow_one_indexes(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    messy_archive(folder, seed=5, pages=PAGES).close()
    with site(folder) as first, site(folder) as second, Archive.open(folder) as archive:
        sites = (first, second)
        store(archive, (messy_page(random.Random(2), f"m{n}") for n in range(150)))
        most = 0

        def are_all_done() -> bool:
            nonlocal most
            begun = [children(at.process.pid, "indexer.bringing_up") for at in sites]
            most = max(most, sum(map(len, begun)))
            return all(at.total() == PAGES + 150 for at in sites)

        until(are_all_done)
        assert most == 1
