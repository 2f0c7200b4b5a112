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


def wacz(
    warc: bytes = WARC,
    *,
    digest: str | None = None,
    packing: int = zipfile.ZIP_STORED,
    listed: bytes = b"",
    package: bytes | None = None,
):
    digest = digest or hashlib.sha256(warc).hexdigest()
    path = "archive/data.warc.gz"
    made = {"resources": [{"path": path, "hash": f"sha256:{digest}"}]}
    members = {
        path: warc,
        "indexes/index.cdx.gz": each_packed([b"com,example)/ 2020 {}"]),
        "pages/pages.jsonl": "\n".join(map(json.dumps, PAGES)).encode() + b"\n" + listed,
        "datapackage.json": json.dumps(made).encode() if package is None else package,
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


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"not json", "It is no JSON: expecting value at character 1."),
        (b'{"size": ' + b"9" * 5_000 + b"}", "has more than 4,300 digits"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"title": "caf\xe9"}', "A byte of it is not utf-8"),
    ],
)
def test_a_line_of_the_list_that_cannot_be_read_is_refused_and_the_rest_read(
    tmp_path, line, reason
):
    after = {"url": "https://a.example/2", "title": "The \u00e9lection"}
    listed = line + b"\n" + json.dumps(after, ensure_ascii=False).encode() + b"\n"
    found = found_in(tmp_path, wacz(listed=listed))
    (refused,) = [item for item in found if isinstance(item, Refused)]
    assert refused.origin == f"{tmp_path / 'site.wacz'}!pages/pages.jsonl#line 4"
    assert reason in refused.reason
    assert refused.mend
    assert refused.offset is not None
    titles = [page.supplied.value("title") for page in pages(found)]
    assert titles == ["", "The vote", "The \u00e9lection"]


def test_a_list_that_is_none_is_refused_as_a_whole_and_not_line_by_line(tmp_path):
    found = found_in(tmp_path, wacz(listed=b"x\n" * 5_000))
    refused = [item for item in found if isinstance(item, Refused)]
    assert len(refused) == 101
    assert "More than 100 of its lines" in refused[-1].reason
    assert len(pages(found)) == 3


def test_a_package_that_cannot_be_read_is_refused_and_its_pages_taken(tmp_path):
    found = found_in(tmp_path, wacz(package=b'{"resources": ['))
    (refused,) = [item for item in found if isinstance(item, Refused)]
    assert refused.origin.endswith("!datapackage.json")
    assert len(pages(found)) == 3
