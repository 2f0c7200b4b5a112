"""The query language: grammar, nodes, errors, the plain-words echo."""

from indexer.query.echo import echo
from indexer.query.expanding import expand
from indexer.query.languages import language_code
from indexer.query.loosening import any_of
from indexer.query.parser import parse
from indexer.query.unparse import unparse
from indexer.query.words import query_words

__all__ = ["any_of", "echo", "expand", "language_code", "parse", "query_words", "unparse"]
