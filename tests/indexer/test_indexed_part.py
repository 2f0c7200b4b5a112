"""What of a page is indexed: bounded by counts, told by a flag, within the memory of one page."""

import subprocess
import sys
from pathlib import Path

import pytest

from archive.capture import Capture
from archive.document import Document
from indexer import analysis, indexed_part, prepare
from indexer.engines.matches.entry import entry
from indexer.ingest.memory_limit import data_bytes
from indexer.phrasebook import said
from tests.faults.duration import LONG

ROOT = Path(__file__).resolve().parents[2]
HAN = "".join(map(chr, range(0x4E00, 0x4E00 + 2_000)))

# In a process of its own: there the bound holds for all of it.
INDEXED = """
import sys
from pathlib import Path
from archive.capture import Capture
from indexer import prepare
from indexer.engines import open_engine
from indexer.ingest.memory_limit import memory_limit

han = "".join(map(chr, range(0x4E00, 0x4E00 + 2_000)))
page = prepare(Capture((han * 3_000).encode(), "text/plain", None, None, "page"))
with memory_limit():
    print(open_engine(sys.argv[1], Path(sys.argv[2])).add([page], 1))
"""


def prepared(text: str) -> Document:
    made = prepare(Capture(text.encode(), "text/plain", None, None, "page"))
    assert isinstance(made, Document)
    return made


def test_a_page_of_too_many_words_says_which_are_not_indexed(monkeypatch):
    monkeypatch.setattr(indexed_part, "MOST_DIFFERENT", 3_000)
    monkeypatch.setattr(indexed_part, "MOST_WORDS", 200_000)
    document = prepared(HAN * 130)
    (flag,) = document.flags
    assert flag == (
        "too many words: search finds those of its first 200,000 characters; not indexed: 60,000"
    )
    assert "non indexés" in str(said(flag, "fr"))
    assert len(document.text) == 260_000
    assert len(entry(document, 1).said["text"].words) == 200_000


def test_a_page_of_too_many_different_words_is_indexed_up_to_a_count(monkeypatch):
    monkeypatch.setattr(indexed_part, "MOST_DIFFERENT", 3_000)
    document = prepared(" ".join(f"{number:b}".rjust(100, "w") for number in range(6_000)))
    assert any(flag.startswith("too many words") for flag in document.flags)
    assert len(set(entry(document, 1).said["text"].words)) <= 3_000


def test_the_removed_lines_have_what_the_text_leaves_of_the_count(monkeypatch):
    monkeypatch.setattr(indexed_part, "MOST_DIFFERENT", 5)
    monkeypatch.setattr(indexed_part, "MOST_WORDS", 4)
    assert indexed_part.indexed_parts(("a b c", "d e and more words")) == ["a b c", ""]
    assert indexed_part.indexed_parts(("a b c and", "d")) == ["a b c and", ""]
    assert indexed_part.indexed_parts(("a b c", "deeeeeeeee")) == ["a b c", "deeeeeeeee"]


def test_an_ordinary_page_is_indexed_whole_and_has_no_flag():
    assert prepared("The council met in the old hall. " * 900).flags == ()


@pytest.mark.parametrize(
    "text",
    [
        "市政府abc市か\u3099ﾊﾞ_政\u200b府 " * 9,
        ("市\u0301政府が" * 30 + "L’élu_x½"),
        "abc" * 40 + "市" * 60 + "\u3099é" * 30,
    ],
)
def test_long_unbroken_runs_have_the_words_that_are_marked_in_them(text):
    unbroken = text.replace(" ", "")
    assert analysis.terms(unbroken) == [token.term for token in analysis.words(unbroken)]


@pytest.mark.skipif(not LONG, reason="`make faults` measures it too; FONDS_TESTS=long")
@pytest.mark.skipif(data_bytes() is None, reason="the system does not count a process's memory")
@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_six_million_words_in_one_line_are_indexed_within_the_memory_of_a_page(engine, tmp_path):
    ran = subprocess.run(
        [sys.executable, "-c", INDEXED, engine, tmp_path], cwd=ROOT, capture_output=True, text=True
    )
    assert ran.stdout == "1\n", ran.stderr[-500:]
