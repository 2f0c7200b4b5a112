"""A WACZ: its WARCs are read, once; what it says of their pages is stated of them."""

import hashlib
import io
import json
import tarfile
import zipfile

import pytest

from archive.capture import Capture
from archive.document import PassedOver, Refused
from indexer.readers import read
from tests.indexer.readers.warc.making import each_packed, response

WARC = each_packed([response(number) for number in range(3)])
PAGES = [
    {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"},
    {"id": "1", "url": "https://a.example/1", "title": "The vote", "ts": "2020-01-02T03:04:05Z"},
    {"id": "2", "url": "https://a.example/2", "title": 7},
]


def wacz(warc: bytes = WARC, *, digest: str | None = None, packing: int = zipfile.ZIP_STORED):
    digest = digest or hashlib.sha256(warc).hexdigest()
    path = "archive/data.warc.gz"
    package = {"resources": [{"path": path, "hash": f"sha256:{digest}"}]}
    members = {
        path: warc,
        "indexes/index.cdx.gz": each_packed([b"com,example)/ 2020 {}"]),
        "pages/pages.jsonl": "\n".join(map(json.dumps, PAGES)).encode() + b"\nnot json\n",
        "datapackage.json": json.dumps(package).encode(),
    }
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", packing) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return body.getvalue()


def found_in(folder, body: bytes, name: str = "site.wacz"):
    (folder / name).write_bytes(body)
    return list(read([folder / name]))


def pages(found) -> list[Capture]:
    return [item for item in found if isinstance(item, Capture)]


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("name", ["site.wacz", "site"])
def test_its_warcs_are_read_once_with_the_titles_that_it_states(tmp_path, packing, name):
    found = found_in(tmp_path, wacz(packing=packing), name)
    assert [page.url[-1] for page in pages(found)] == ["0", "1", "2"]
    assert [page.supplied.value("title") for page in pages(found)] == ["", "The vote", ""]
    assert pages(found)[1].supplied.fact("title").where == f"{name}!pages"
    assert pages(found)[0].origin == f"{tmp_path / name}!archive/data.warc.gz#0"
    assert not [item for item in found if isinstance(item, Refused)]
    others = [item.reason for item in found if isinstance(item, PassedOver)]
    assert others == ["3 other members: they tell of its pages."]


def test_bytes_that_are_not_those_of_its_package_are_told(tmp_path):
    found = found_in(tmp_path, wacz(digest="0" * 64))
    assert len(pages(found)) == 3
    assert any("SHA-256" in item.reason for item in found if isinstance(item, PassedOver))


def test_one_in_a_tar_is_read_too(tmp_path):
    body = io.BytesIO()
    with tarfile.open(fileobj=body, mode="w:gz") as tar:
        member = tarfile.TarInfo("crawl/site.wacz")
        member.size = len(wacz())
        tar.addfile(member, io.BytesIO(wacz()))
    found = found_in(tmp_path, body.getvalue(), "all.tar.gz")
    assert len(pages(found)) == 3
    assert "all.tar.gz!crawl/site.wacz!archive/data.warc.gz#" in pages(found)[1].origin


def test_a_damaged_warc_in_it_costs_what_is_damaged(tmp_path):
    broken = bytearray(WARC)
    broken[len(WARC) // 3 + 40] ^= 0xFF
    found = found_in(tmp_path, wacz(bytes(broken)))
    assert len(pages(found)) == 2
    assert [type(item) for item in found if isinstance(item, Refused)]


def test_one_without_a_warc_is_refused(tmp_path):
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as file:
        file.writestr("datapackage.json", "{}")
    (refusal,) = [item for item in found_in(tmp_path, body.getvalue()) if isinstance(item, Refused)]
    assert "no WARC" in refusal.reason
