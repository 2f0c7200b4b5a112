"""The table of forms: each with its names, and what writes it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from archive.document import Document
from indexer.exports.bibtex import bibtex
from indexer.exports.csl import csl_json
from indexer.exports.json_lines import json_lines
from indexer.exports.ris import ris
from indexer.exports.sheet import sheet


@dataclass(frozen=True, slots=True)
class Form:
    """A form that documents can be written in.

    name:       on the command line
    suffix:     of a file, and in the site's URLs
    media_type: of a response, with its charset where it is text
    label:      what a person reads on the link
    ledger:     whether it tells of removed lines
    write:      the whole file in pieces, in order; nothing is held back but the piece at hand
    """

    name: str
    suffix: str
    media_type: str
    label: str
    ledger: bool
    write: Callable[[Iterable[Document]], Iterator[str]]


FORMS: tuple[Form, ...] = (
    Form("csv", "csv", "text/csv; charset=utf-8", "Spreadsheet (CSV)", False, sheet),
    Form(
        "jsonl", "jsonl", "application/x-ndjson", "Whole documents (JSON Lines)", True, json_lines
    ),
    Form("ris", "ris", "application/x-research-info-systems", "RIS", False, ris),
    Form("bibtex", "bib", "application/x-bibtex; charset=utf-8", "BibTeX", False, bibtex),
    Form(
        "csl-json",
        "csl.json",
        "application/vnd.citationstyles.csl+json",
        "CSL-JSON",
        False,
        csl_json,
    ),
)
