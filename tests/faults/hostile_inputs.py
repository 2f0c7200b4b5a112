"""Inputs that somebody may make to bring an ingest down; each in a small and in a large form."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import zstandard

from tests.indexer.pdf.made import assembled, pdf_of
from tests.indexer.readers.archives_made import quoted_overlap, tar_of, zip_of

MB = 1_000_000

# Writes the input to a path; `scale` is 1 in every run, and 50 where time is no matter.
Maker = Callable[[Path, int], None]


def long_line(path: Path, scale: int) -> None:
    with path.open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(20 * scale):
            file.write(b"a" * MB)
        file.write(b'aaaaa"}\n{"text": "The line after it."}\n')


def long_text(path: Path, scale: int) -> None:
    with path.open("wb") as file:
        for _ in range(21 * scale):
            file.write(b"word " * 200_000)


def open_quote(path: Path, scale: int) -> None:
    with path.open("wb") as file:
        file.write(b'url,text\n"https://a.example/,open\n')
        for _ in range(3 * scale):
            file.write((b"https://a.example/1," + b"A row of words. " * 500 + b"\n") * 20)


def stray_quotes(path: Path, scale: int) -> None:
    path.write_bytes(b"url,text\n" + b'x,"""""\n' * 2_000 * scale + b'x,"y" z\n')


def zeros(size: int) -> Iterator[bytes]:
    return (bytes(MB) for _ in range(size))


def gzip_bomb(path: Path, scale: int) -> None:
    member = gzip.compress(bytes(20 * MB))
    path.write_bytes(member * (2 + 4 * scale))


def zstd_bomb(path: Path, scale: int) -> None:
    with zstandard.ZstdCompressor(19).stream_writer(path.open("wb")) as press:
        for part in zeros(60 * scale):
            press.write(part)


def bzip2_bomb(path: Path, scale: int) -> None:
    path.write_bytes(bz2.compress(bytes(10 * MB)) * (4 + scale))


def xz_bomb(path: Path, scale: int) -> None:
    path.write_bytes(lzma.compress(bytes(20 * MB)) * (2 + scale))


def lines_in_a_bomb(path: Path, scale: int) -> None:
    line = b'{"text": "' + b"A page of a line. " * 2_000 + b'"}\n'
    path.write_bytes(gzip.compress(line * 500) * (2 + scale))


def packed_in_packings(path: Path, scale: int) -> None:
    body = bytes(30 * MB)
    for _ in range(5):
        body = gzip.compress(body)
    path.write_bytes(body)


def zip_bomb(path: Path, scale: int) -> None:
    path.write_bytes(zip_of([(f"{n}.txt", b"a" * 30 * MB) for n in range(1 + scale // 5)]))


def overlapping(path: Path, scale: int) -> None:
    path.write_bytes(quoted_overlap(1_200 * scale, 10 * MB))


def zip_of_zips(path: Path, scale: int) -> None:
    body = zip_of([("page.txt", b"a" * 21 * MB)])
    for _ in range(4):
        body = zip_of([(f"{n}.zip", body) for n in range(4 if scale == 1 else 16)])
    path.write_bytes(body)


def many_members(path: Path, scale: int) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(1_000 * scale):
            archive.writestr(zipfile.ZipInfo(f"{number}.txt"), b"")


def claimed_members(path: Path, scale: int) -> None:
    whole = bytearray(zip_of([("page.txt", b"A page.")]))
    at = whole.index(b"PK\5\6")
    whole[at + 8 : at + 12] = b"\xfe\xff\xfe\xff"
    path.write_bytes(whole)


def large_tar_header(path: Path, scale: int) -> None:
    name = tarfile.TarInfo("././@PaxHeader")
    name.type, name.size = tarfile.XHDTYPE, 30 * MB * scale
    with path.open("wb") as file:
        file.write(name.tobuf(tarfile.GNU_FORMAT))
        for part in zeros(30 * scale):
            file.write(part)


def many_tar_headers(path: Path, scale: int) -> None:
    name = tarfile.TarInfo("././@PaxHeader")
    name.type, name.size = tarfile.XHDTYPE, 9
    one = name.tobuf(tarfile.GNU_FORMAT) + b"9 path=a\n".ljust(512, b"\0")
    path.write_bytes(one * 2_000 * scale)


def tar_that_claims(path: Path, scale: int) -> None:
    page = tarfile.TarInfo("page.txt")
    page.size = 1 << 50
    path.write_bytes(page.tobuf(tarfile.GNU_FORMAT) + b"A page.")


def deep_tags(path: Path, scale: int) -> None:
    path.write_bytes(b"<html><body>" + b"<div>" * 20_000 * scale + b"deep words here")


def deep_inline(path: Path, scale: int) -> None:
    path.write_bytes(b"<!doctype html>" + b"<b><i>" * 10_000 * scale + b"deep words here")


def open_tables(path: Path, scale: int) -> None:
    path.write_bytes(b"<!doctype html>" + b"<table><tr><td>" * 4_000 * scale + b"deep words here")


def many_attributes(path: Path, scale: int) -> None:
    names = " ".join(f"a{number}=1" for number in range(20_000 * scale))
    path.write_text(f"<html><body {names}><p>Words of a page.</p></body></html>")


def open_comment(path: Path, scale: int) -> None:
    path.write_bytes(b"<html><!-- " + b"<!-- <p>" * 100_000 * scale)


def entities(path: Path, scale: int) -> None:
    laughs = '<!ENTITY a0 "ha ha ">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    page = f'<?xml version="1.0"?><!DOCTYPE html [{laughs}]><html><p>Words &a9;</p></html>'
    path.write_text(page)


def only_nul(path: Path, scale: int) -> None:
    path.write_bytes(bytes(MB * min(scale, 19)))


def half_utf_16(path: Path, scale: int) -> None:
    path.write_bytes("A page in UTF-16 of words. ".encode("utf-16") * 1_000 * scale + b"\xd8")


def deep_json(path: Path, scale: int) -> None:
    path.write_bytes(b'{"text": ' + b'{"a":' * 100_000 * scale)


def long_number(path: Path, scale: int) -> None:
    path.write_bytes(b'{"text": "x", "n": ' + b"9" * 100_000 * scale + b"}\n")


def many_names(path: Path, scale: int) -> None:
    with path.open("w") as file:
        for number in range(300 * scale):
            file.write(f'{{"text": "Words of page {number}.", "n{number}": 1}}\n')


def array_without_end(path: Path, scale: int) -> None:
    path.write_bytes(b'[{"text": "' + b"a" * 21 * MB)


def pdf_bomb(path: Path, scale: int) -> None:
    press = zlib.compressobj(9)
    body = b"BT /F 12 Tf " + b"(aaaa) Tj " * 50_000 * scale + b"ET"
    packed = press.compress(body) + press.flush()
    head, _, tail = pdf_of(["x"]).partition(b"stream\n")
    begin = head.rindex(b"<< /Length")
    content = b"<< /Filter /FlateDecode /Length %d >>\n" % len(packed)
    path.write_bytes(
        head[:begin] + content + b"stream\n" + packed + tail[tail.index(b"\nendstream") :]
    )


def pdf_of_many_pages(path: Path, scale: int) -> None:
    body = pdf_of(["Words of a page."])
    path.write_bytes(body.replace(b"[5 0 R]", b"[" + b"5 0 R " * 2_000 * scale + b"]"))


def pdf_in_a_circle(path: Path, scale: int) -> None:
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 99999999 >>",
        "<< /Type /Pages /Kids [2 0 R] /Count 5 /Parent 2 0 R >>",
    ]
    path.write_bytes(assembled(objects, "/Root 1 0 R"))


def pdf_deep(path: Path, scale: int) -> None:
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "[" * 50_000 * scale]
    path.write_bytes(assembled(objects, "/Root 1 0 R"))


def in_a_tar(path: Path, scale: int) -> None:
    """Several of them beside a page, one container down."""
    members = []
    for make in (gzip_bomb, zip_bomb, deep_json):
        make(path, 1)
        members.append((f"{make.__name__}.bin", path.read_bytes()))
    path.write_bytes(tar_of([*members, ("page.txt", b"A page beside bombs.")]))


def cut_image(path: Path, scale: int) -> None:
    body = io.BytesIO()
    body.write(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 1_000)
    path.write_bytes(body.getvalue())


# Each with the name of its file, which tells something in a few of them.
HOSTILE: tuple[tuple[str, Maker], ...] = (
    ("long-line.jsonl", long_line),
    ("long-text.txt", long_text),
    ("open-quote.csv", open_quote),
    ("stray-quotes.csv", stray_quotes),
    ("bomb.gz", gzip_bomb),
    ("bomb.zst", zstd_bomb),
    ("bomb.bz2", bzip2_bomb),
    ("bomb.xz", xz_bomb),
    ("lines-in-a-bomb.jsonl.gz", lines_in_a_bomb),
    ("packed-in-packings.gz", packed_in_packings),
    ("bomb.zip", zip_bomb),
    ("overlapping.zip", overlapping),
    ("zip-of-zips.zip", zip_of_zips),
    ("many-members.zip", many_members),
    ("claimed-members.zip", claimed_members),
    ("large-header.tar", large_tar_header),
    ("many-headers.tar", many_tar_headers),
    ("claims.tar", tar_that_claims),
    ("bombs.tar", in_a_tar),
    ("deep.html", deep_tags),
    ("deep-inline.html", deep_inline),
    ("open-tables.html", open_tables),
    ("attributes.html", many_attributes),
    ("open-comment.html", open_comment),
    ("entities.xhtml", entities),
    ("nul.txt", only_nul),
    ("half.txt", half_utf_16),
    ("deep.jsonl", deep_json),
    ("long-number.jsonl", long_number),
    ("many-names.jsonl", many_names),
    ("array-without-end.json", array_without_end),
    ("image.html", cut_image),
    ("bomb.pdf", pdf_bomb),
    ("many-pages.pdf", pdf_of_many_pages),
    ("circle.pdf", pdf_in_a_circle),
    ("deep.pdf", pdf_deep),
)
