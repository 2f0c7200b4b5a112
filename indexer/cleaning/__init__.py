"""Cleaning: what is boilerplate, and why."""

from indexer.cleaning.clean import clean_html, clean_text, flatten_html
from indexer.cleaning.cleaned import Cleaned, KeptLine

__all__ = ["Cleaned", "KeptLine", "clean_html", "clean_text", "flatten_html"]
