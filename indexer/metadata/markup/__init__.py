"""What a page's markup states of itself, read once."""

from indexer.metadata.markup.json_ld import Agent, LinkedData
from indexer.metadata.markup.markup import NO_MARKUP, Markup, TimeElement
from indexer.metadata.markup.read import markup_of, read_markup

__all__ = ["NO_MARKUP", "Agent", "LinkedData", "Markup", "TimeElement", "markup_of", "read_markup"]
