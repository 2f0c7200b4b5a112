"""What a format is: how it is told, and what is read of it.

To add a format, write one module here with a `FORMAT`, and put that into `formats.FORMATS`. Nothing
else knows formats by name. The module has two functions:

- `recognises(head)` looks at `head.unpacked`, the first bytes without gzip, zstd, bzip2 and xz
  around them, and says whether this is the format. Bytes decide; `head.name` only helps where they
  cannot (a CSV and a text). The first of FORMATS that says yes reads it; what none takes is a page.
- `read(source)` is a generator that gives, in order and one by one, what it finds:
    - a `Capture` for a page, its origin `source.at(offset)` or as precise as the format allows;
    - a `Refused` for what cannot be taken, and goes on with the next;
    - a `Revisit` for a page whose bytes lie with an earlier capture;
    - a `PassedOver` for what is no page and does not claim to be one;
    - a `Source` (`source.inside(name, stream)`) for a member that may be anything: the frame finds
      its format, bounds the depth, and gives what it holds before the generator goes on.
  It reads `source.unpacked()` from the front and holds one record at a time; a format that must go
  back and forth asks for `with source.seekable() as file`. Where it cannot go on it raises `Broken`
  with reason, mend and offset; what it gave before stands. OSErrors of the stream it lets out.

What a record says of itself (title, date, author, source, lang, place) goes into `Capture.supplied`
as SaidBy.COLUMN or SaidBy.RECORD, with where it stands. What an archivist says (--source, a
manifest) is laid over later, in `reading`; formats know nothing of it, and never claim it.

Libraries of a format are imported inside `read`: a command that reads none must not wait for them.
`page` is the simplest format.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from archive.capture import Capture
from archive.document import PassedOver, Refused
from indexer.readers.revisit import Revisit
from indexer.readers.source import Head, Source

Item = Capture | Refused | PassedOver | Revisit


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of input.

    name:       as a message says it: "a WARC file"
    recognises: whether an input that begins so is of this kind
    read:       what is in it, in order; may raise Broken or OSError where it cannot go on
    """

    name: str
    recognises: Callable[[Head], bool]
    read: Callable[[Source], Iterator[Item | Source]]
