"""Citing: a page of the archive as a reference list has it, in English or French.

Written here and not by a citation processor. citeproc-py (0.11) with its styles was tried on pages
of this archive: it doubles the title of a page that names nobody, shortens given names where
Chicago and MLA want them whole, puts the French month before the day in APA, has no words for the
copy in the archive, and its styles take 89 MB. Other programs get RIS, BibTeX and CSL-JSON.
"""

from indexer.citing.cited import Cited, cited
from indexer.citing.run import Run, Runs, as_text
from indexer.citing.styles import STYLES, Style

__all__ = ["STYLES", "Cited", "Run", "Runs", "Style", "as_text", "cited"]
