"""Header lines as WARC and HTTP write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A header block longer than this is damage, or is meant as harm.
MAX_HEADER_BYTES = 262_144

END = re.compile(rb"\r?\n\r?\n")
LINE_END = re.compile(r"\r?\n")


@dataclass(frozen=True, slots=True)
class Headers:
    """The lines of a header block, in order, names in lower case.

    first: the first line: "WARC/1.1", "HTTP/1.1 200 OK"
    """

    first: str
    lines: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str | None:
        """The first value of a name (in lower case), or None."""
        return next((value for each, value in self.lines if each == name), None)

    def all(self, name: str) -> Iterator[str]:
        """All values of a name (in lower case)."""
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
    first, *rest = LINE_END.split(text)
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
