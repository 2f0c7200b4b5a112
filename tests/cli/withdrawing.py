"""Pages that the tests of withdrawals take out, and where they are in an archive."""

from pathlib import Path

from archive import Archive

SECRET = """\
<!doctype html><html lang="en"><head><title>Okonkwovance buys the mill</title>
<link rel="canonical" href="https://paper.example/mill"></head>
<body><p>Marguerite Okonkwovance bought the old mill at Thistlewick on Monday. The council says that
the wheel will turn again by the spring, and that visitors may come in on Sundays.</p></body></html>
"""
ORCHARD = """\
<!doctype html><html lang="en"><head><title>An orchard is sold</title>
<link rel="canonical" href="https://paper.example/orchard"></head>
<body><p>The orchard beside the river was sold to the town, which will keep its trees and let people
pick the apples in October as they always have.</p></body></html>
"""
MIRROR = SECRET.replace("paper.example/mill", "mirror.example/mill")


def id_at(folder: Path, url: str) -> str:
    with Archive.open(folder) as archive:
        return next(one.id for _, one in archive.scan() if one.url == url)
