"""What a person meant to type: a query's words brought to those that this archive has."""

from indexer.help.spelling.meaning import Spelling

__all__ = ["Spelling"]
