"""Sentences in an answer that were made below the site, in the language of who asks."""

from collections.abc import Mapping, Sequence

from indexer.wire import Json
from webui.speaking import ENGLISH, language
from webui.words import said

# The fields that hold a finished sentence of ours; scraped text is in none of them.
SENTENCES = frozenset({"reason", "mend", "notes", "fault"})


def in_the_readers_language(body: Mapping[str, Json]) -> Mapping[str, Json]:
    """The answer with its sentences said in the language of the request."""
    if language() == ENGLISH:
        return body
    return {name: spoken(value, name in SENTENCES) for name, value in body.items()}


def spoken(value: Json, sentence: bool) -> Json:
    """A part of the answer; sentence: whether texts in it are sentences of ours."""
    if isinstance(value, str):
        return said(value) if sentence and value else value
    if isinstance(value, Mapping):
        return {name: spoken(inner, name in SENTENCES) for name, inner in value.items()}
    if isinstance(value, Sequence):
        return [spoken(item, sentence) for item in value]
    return value
