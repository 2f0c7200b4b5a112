"""Whether an answer that a program keeps is still the answer: its entity tag."""

import hashlib
from functools import cache
from importlib.metadata import version

from flask import Response, request

from indexer.index import generation
from webui.absolute import origin
from webui.rooms import rooms
from webui.speaking import language

TAG_HEX_DIGITS = 32


def state_tag() -> str:
    """A tag of all that an answer to this request rests on.

    The archive and the index as they are now, the address, the language, this version of Fonds.
    """
    here = rooms()
    made = generation(here.archive)
    parts = (
        fonds_version(),
        made.folder_name if made else "",
        str(here.searcher.reached()),
        str(here.archive.sequence()),
        language(),
        origin(),
        request.script_root,
        request.full_path,
    )
    return digest("\n".join(parts).encode("utf-8", "surrogatepass"))


def digest(said: bytes) -> str:
    """What stands for some bytes."""
    return hashlib.sha256(said).hexdigest()[:TAG_HEX_DIGITS]


def is_known(tag: str) -> bool:
    """Whether whoever asks has the answer with this tag already."""
    return bool(request.if_none_match) and request.if_none_match.contains_weak(tag)


def not_modified(tag: str, *, weak: bool = False) -> Response:
    """The answer to who has it already."""
    response = Response(status=304)
    response.set_etag(tag, weak=weak)
    return response


@cache
def fonds_version() -> str:
    """The version of this program."""
    return version("fonds")
