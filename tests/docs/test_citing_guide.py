"""The guides to citing and captures tell what the code does."""

import re
from pathlib import Path

from cli.commands.cite import StyleName
from indexer.differences.aligning import MOST_IN_ALL
from indexer.differences.folding import MOST_ROWS
from webui.differences_page import MOST_BYTES
from webui.parts import MOST_WHOLE_CHARACTERS, PART_CHARACTERS

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_every_style_is_told():
    rows = re.findall(r"^\| (`.+?) \|", (DOCS / "citing.md").read_text("utf-8"), re.MULTILINE)
    assert set(re.findall(r"`([^`]+)`", " ".join(rows))) == set(StyleName)


def test_every_limit_is_told():
    text = (DOCS / "captures.md").read_text("utf-8")
    for limit in (MOST_IN_ALL, MOST_ROWS, MOST_BYTES, MOST_WHOLE_CHARACTERS, PART_CHARACTERS):
        assert f"{limit:,}" in text
