"""Header lines as WARC and HTTP write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# A header block longer than this is damage, or is meant as harm.
MAX_HEADER_BYTES = 262_144

END = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class Headers:
    """The lines of a header block, in order, names in lower case.

    first: the first line: "WARC/1.1", "HTTP/1.1 200 OK"
    """

    first: str
    lines: tuple[tuple[str, str], ...]
    _by_name: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make a table of the first value of each name."""
        object.__setattr__(self, "_by_name", dict(reversed(self.lines)))

    def get(self, name: str) -> str | None:
        """The first value of a name (in lower case), or None."""
        return self._by_name.get(name)

    def all(self, name: str) -> Iterator[str]:
        """All values of a name (in lower case)."""
        if name not in self._by_name:
            return iter(())
        return (value for each, value in self.lines if each == name)


def headers_of(block: bytes) -> Headers:
    """A block without the empty line that ends it.

    UTF-8 where it is that (WARC 1.1, section 4), else each byte as a character of Latin-1
    (RFC 9110, section 5.5). A line that begins with white space goes on with the one before.
    """
    try:
        text = block.decode("utf-8")
    except UnicodeDecodeError:
        text = block.decode("latin-1")
    first, *rest = text.split("\n")
    lines: list[tuple[str, str]] = []
    for line in rest:
        if line[:1] in (" ", "\t") and lines:
            name, value = lines[-1]
            lines[-1] = (name, f"{value} {line.strip()}".strip())
            continue
        name, colon, value = line.partition(":")
        if colon:
            lines.append((name.strip().lower(), value.strip()))
    return Headers(first.strip(), tuple(lines))
